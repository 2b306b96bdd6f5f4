import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from tickets.asking import ask, find
from tickets.forms import TicketForm
from tickets.models import Ticket

SECONDS = 3
"""A page that waits for a person looks again after this time."""


@require_safe
def tickets(request: HttpRequest) -> HttpResponse:
    """All tickets, newest first."""
    return render(request, "tickets/list.html", {"tickets": Ticket.objects.all()[:200]})


def new(request: HttpRequest) -> HttpResponse:
    """The form. The ticket is stored first: whatever becomes of the question, it is not lost."""
    form = TicketForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ticket = form.save()
        ask(ticket)
        return redirect("ticket", ticket.pk)
    return render(request, "tickets/new.html", {"form": form})


@require_safe
def ticket(request: HttpRequest, number: int) -> HttpResponse:
    """One ticket. While a person has it, the page looks again by itself unless told not to."""
    found = get_object_or_404(Ticket, pk=number)
    again = found.state == Ticket.State.WAITING and "still" not in request.GET
    page = {
        "ticket": found,
        "states": Ticket.State,
        "seconds": SECONDS if again else None,
    }
    response = render(request, "tickets/show.html", page)
    if again:
        response.headers["Refresh"] = str(SECONDS)
    return response


def search(request: HttpRequest) -> HttpResponse:
    """Tickets by a question in words. A reading that is picked comes back as a plan."""
    question = request.POST.get("q") or request.GET.get("q", "")
    found, told = find(question, request.POST.get("plan")) if question else (None, "")
    readings = [(one.chips, json.dumps(one.plan)) for one in found.readings] if found else []
    page = {"q": question, "found": found, "told": told, "readings": readings}
    return render(request, "tickets/search.html", page)


@require_POST
def ask_again(request: HttpRequest, number: int) -> HttpResponse:
    """Asks for a ticket that is not sorted yet. Its key makes this safe at any time."""
    found = get_object_or_404(Ticket, pk=number)
    if found.state == Ticket.State.NEW:
        ask(found)
    return redirect("ticket", number)
