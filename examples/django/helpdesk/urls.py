"""The tickets, and the address that Tenlines sends its messages to."""

from django.urls import include, path
from tenlines.django import webhook

urlpatterns = [
    path("", include("tickets.urls")),
    path("tenlines/webhook", webhook),
]
