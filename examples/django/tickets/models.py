import uuid

from django.db import models


class Ticket(models.Model):
    """What a customer wrote, and which queue it went to."""

    class State(models.TextChoices):
        NEW = "new", "Not sorted yet"
        ANSWERED = "answered", "Sorted"
        WAITING = "waiting", "A person will answer"
        DECLINED = "declined", "Fits no queue"

    text = models.TextField(max_length=5000)
    created = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    queue = models.CharField(max_length=100, blank=True)
    request = models.CharField(max_length=60, blank=True, db_index=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """The idempotency key: however often this ticket is asked, it is one request."""

    class Meta:
        ordering = ("-created", "-id")

    def sort(self, outcome: str, queue: str | None) -> None:
        """Takes over what a rung or a person said."""
        self.state = self.State.ANSWERED if outcome == "answered" else self.State.DECLINED
        self.queue = queue or ""
        self.save()
