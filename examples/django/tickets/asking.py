"""Asks Tenlines which queue a ticket belongs to."""

import logging

from tenlines import Answered, Declined, Deferred, TenlinesError
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
