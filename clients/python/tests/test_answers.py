"""Answers with their quotes, summaries with their sources, and what is sent to get them."""

from __future__ import annotations

import pytest
import samples
from scripted import answer

from tenlines import Answer, Declined, Incomplete, Summary, Turn

QUOTE = {
    "text": "Unused goods can be returned within 60 days.",
    "source": "docs/returns.md",
    "heading": "Returns",
    "link": "docs/returns.md#returns",
    "page": None,
    "start": 11,
    "end": 55,
}
ANSWER = {
    "text": QUOTE["text"],
    "statements": [{"text": QUOTE["text"], "quotes": [1]}],
    "quotes": [QUOTE],
    "contradictions": [],
}
SPAN = {"kind": "span", "source": "input", "start": 0, "end": 4, "text": "1.5m"}
SUMMARY = {
    "text": "The pier costs 1.5m.",
    "sentences": [{"text": "The pier costs 1.5m.", "from": [SPAN]}],
    "facts": [{"kind": "amount", "text": "1.5m", "about": "the pier", "from": SPAN}],
    "replaced": 1,
}


def test_an_answer_has_its_quotes_by_number(start):
    _, client = start(answer(200, samples.outcome(value=ANSWER)))
    said = Answer.of(client.ask("help", "How long may I return it?").value)

    quote = said.quotes[said.statements[0].quotes[0] - 1]
    assert (quote.text, quote.source, quote.page) == (said.text, "docs/returns.md", None)
    assert quote.link == "docs/returns.md#returns"


def test_what_comes_nearest_is_read_from_the_proposal(start):
    nearest = {"text": "", "statements": [], "quotes": [QUOTE], "contradictions": []}
    body = samples.outcome("declined", reason="NOT_IN_DOCUMENTS", proposal=nearest)
    _, client = start(answer(200, body))
    outcome = client.ask("help", "Who is the king of Spain?")

    assert isinstance(outcome, Declined)
    assert Answer.of(outcome.proposal).quotes[0].heading == "Returns"


def test_an_answer_that_a_person_wrote_has_only_its_text():
    assert Answer.of({"text": "Sixty days."}) == Answer("Sixty days.", (), (), ())


def test_a_summary_has_its_sources_and_facts(start):
    server, client = start(answer(200, samples.outcome(value=SUMMARY)))
    summary = Summary.of(client.ask("abstract", "1.5m …", words=50).value)

    assert summary.sentences[0].source == (SPAN,)
    assert (summary.facts[0].kind, summary.facts[0].about) == ("amount", "the pier")
    assert summary.replaced == 1
    assert server.received[0].json()["options"] == {"words": 50}


def test_a_conversation_is_sent_in_its_order(start):
    server, client = start(answer(200, samples.outcome(value=ANSWER)))
    client.ask("help", "And online?", conversation=[Turn("user", "Hm?"), Turn("assistant", "Yes.")])

    assert server.received[0].json()["conversation"] == [
        {"role": "user", "text": "Hm?"},
        {"role": "assistant", "text": "Yes."},
    ]


@pytest.mark.parametrize("value", [None, "delivery", {"quotes": []}, {"text": "x", "quotes": [1]}])
def test_what_is_no_answer_is_refused(value):
    with pytest.raises(Incomplete, match="not an answer"):
        Answer.of(value)
