"""Hears what people decided."""

from django.dispatch import receiver
from tenlines import ReviewEvent
from tenlines.django import review_decided

from tickets.models import Ticket


@receiver(review_decided)
def take_over(event: ReviewEvent, **_: object) -> None:
    """Sorts the ticket as the person said. Doing it twice does no harm."""
    for ticket in Ticket.objects.filter(request=event.request):
        ticket.sort(event.outcome, event.value)
