from django.urls import path

from tickets import views

urlpatterns = [
    path("", views.tickets, name="tickets"),
    path("search", views.search, name="search"),
    path("tickets/new", views.new, name="new"),
    path("tickets/<int:number>", views.ticket, name="ticket"),
    path("tickets/<int:number>/ask", views.ask_again, name="ask-again"),
]
