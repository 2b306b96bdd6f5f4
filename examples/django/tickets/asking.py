"""Asks Tenlines which queue a ticket belongs to, and which tickets a question means."""

import json
import logging

from tenlines import Answered, Declined, Deferred, Found, TenlinesError
from tenlines.django import client

from tickets.models import Ticket

log = logging.getLogger(__name__)


def ask(ticket: Ticket) -> None:
    """Sorts a ticket, or leaves it for a person. Without Tenlines it stays new: ask again later."""
    try:
        outcome = client().ask("triage", ticket.text, idempotency_key=str(ticket.key))
        verdict = client().request(outcome.id).verdict if outcome.replayed else None
    except TenlinesError as error:
        log.warning("Ticket %s was not sorted: %s", ticket.pk, error)
        return
    ticket.request = outcome.id
    if verdict:  # the message came before this page knew the request
        ticket.sort("declined" if verdict.decision == "rejected" else "answered", verdict.value)
        return
    match outcome:
        case Answered(value=queue):
            ticket.sort("answered", queue)
        case Deferred():
            ticket.state = Ticket.State.WAITING
            ticket.save()
        case Declined():
            ticket.sort("declined", None)


def find(question: str, plan: str | None) -> tuple[Found | None, str]:
    """What a question was understood as, with rows or readings, and what is told beside."""
    try:
        outcome = client().ask("tickets", question, plan=json.loads(plan) if plan else None)
    except (TenlinesError, ValueError) as error:
        log.warning("The tickets were not searched: %s", error)
        return None, "Searching does not work just now."
    said = outcome.value if isinstance(outcome, Answered) else outcome.proposal
    found = Found.of(said) if said else None
    if isinstance(outcome, Answered):
        return found, "" if found and found.rows else "No ticket."
    return found, (found and found.why) or "Which of these do you mean?"
