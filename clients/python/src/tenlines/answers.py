"""Answers from documents, and summaries: what stands in `value` and `proposal` of such features."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tenlines import wire


@dataclass(frozen=True)
class Turn:
    """What was said before a question: `role` is `user` or `assistant`."""

    role: str
    text: str


@dataclass(frozen=True)
class Quote:
    """Words of a document, letter for letter. `page` is None where it has no pages."""

    text: str
    source: str
    heading: str
    link: str
    page: int | None
    start: int
    end: int


@dataclass(frozen=True)
class Statement:
    """A sentence of an answer, with the numbers of the quotes that say so, from 1."""

    text: str
    quotes: tuple[int, ...]


@dataclass(frozen=True)
class Contradiction:
    """Two quotes that do not go together, by number."""

    first: int
    second: int
    about: str


@dataclass(frozen=True)
class Answer:
    """An answer with the words it stands on; without text, what comes nearest to one."""

    text: str
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
    contradictions: tuple[Contradiction, ...]

    @staticmethod
    def of(value: Any) -> Answer:
        """Reads the value or the proposal of an outcome, or the value of a verdict."""
        return wire.read("an answer", value, _answer)


@dataclass(frozen=True)
class SummarySentence:
    """A sentence of a summary, with the evidence it comes from."""

    text: str
    source: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class KeyFact:
    """A `party`, `date` or `amount` as the source writes it, and a few words around it."""

    kind: str
    text: str
    about: str
    source: dict[str, Any]


@dataclass(frozen=True)
class Summary:
    """A summary. `replaced` sentences of a model gave way to the source."""

    text: str
    sentences: tuple[SummarySentence, ...]
    facts: tuple[KeyFact, ...]
    replaced: int

    @staticmethod
    def of(value: Any) -> Summary:
        """Reads the value or the proposal of an outcome, or the value of a verdict."""
        return wire.read("a summary", value, _summary)


def _answer(json: Any) -> Answer:
    return Answer(
        json["text"],
        tuple(Statement(s["text"], tuple(s["quotes"])) for s in json.get("statements") or ()),
        tuple(_quote(quote) for quote in json.get("quotes") or ()),
        tuple(
            Contradiction(pair["first"], pair["second"], pair["about"])
            for pair in json.get("contradictions") or ()
        ),
    )


def _quote(json: Any) -> Quote:
    return Quote(
        json["text"],
        json["source"],
        json["heading"],
        json["link"],
        json.get("page"),
        json["start"],
        json["end"],
    )


def _summary(json: Any) -> Summary:
    return Summary(
        json["text"],
        tuple(SummarySentence(s["text"], tuple(s["from"])) for s in json.get("sentences") or ()),
        tuple(
            KeyFact(fact["kind"], fact["text"], fact["about"], fact["from"])
            for fact in json.get("facts") or ()
        ),
        json.get("replaced") or 0,
    )
