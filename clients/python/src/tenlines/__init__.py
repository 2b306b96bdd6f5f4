"""Client of a Tenlines server. Start with `Tenlines`; `verify` checks what the server sends you."""

from tenlines.client import Tenlines
from tenlines.errors import (
    BadWebhook,
    Conflict,
    Incomplete,
    KeyReused,
    NotAllowed,
    NotFound,
    Problem,
    TenlinesError,
    TooManyCalls,
    Unreachable,
)
from tenlines.events import Sentence, StreamEvent, Token
from tenlines.features import Feature, Spend, SpendDay
from tenlines.outcomes import Answered, Declined, Deferred, Outcome, Request, Step
from tenlines.retries import Timeout
from tenlines.reviews import Decision, Lease, Review, Verdict
from tenlines.webhooks import Event, Once, ReviewEvent, verify

__all__ = [
    "Answered",
    "BadWebhook",
    "Conflict",
    "Decision",
    "Declined",
    "Deferred",
    "Event",
    "Feature",
    "Incomplete",
    "KeyReused",
    "Lease",
    "NotAllowed",
    "NotFound",
    "Once",
    "Outcome",
    "Problem",
    "Request",
    "Review",
    "ReviewEvent",
    "Sentence",
    "Spend",
    "SpendDay",
    "Step",
    "StreamEvent",
    "Tenlines",
    "TenlinesError",
    "Timeout",
    "Token",
    "TooManyCalls",
    "Unreachable",
    "Verdict",
    "verify",
]
