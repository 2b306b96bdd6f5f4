"""Client of a Tenlines server. Start with `Tenlines`; `verify` checks what the server sends you."""

from tenlines.answers import (
    Answer,
    Contradiction,
    KeyFact,
    Quote,
    Statement,
    Summary,
    SummarySentence,
    Turn,
)
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
from tenlines.searches import Chip, Column, Found, Reading, Rows
from tenlines.webhooks import Event, Once, ReviewEvent, verify

__all__ = [
    "Answer",
    "Answered",
    "BadWebhook",
    "Chip",
    "Column",
    "Conflict",
    "Contradiction",
    "Decision",
    "Declined",
    "Deferred",
    "Event",
    "Feature",
    "Found",
    "Incomplete",
    "KeyFact",
    "KeyReused",
    "Lease",
    "NotAllowed",
    "NotFound",
    "Once",
    "Outcome",
    "Problem",
    "Quote",
    "Reading",
    "Request",
    "Review",
    "ReviewEvent",
    "Rows",
    "Sentence",
    "Spend",
    "SpendDay",
    "Statement",
    "Step",
    "StreamEvent",
    "Summary",
    "SummarySentence",
    "Tenlines",
    "TenlinesError",
    "Timeout",
    "Token",
    "TooManyCalls",
    "Turn",
    "Unreachable",
    "Verdict",
    "verify",
]
