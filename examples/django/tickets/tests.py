"""The pages, with a small server in the place of Tenlines."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from django.core.cache import cache
from django.test import TestCase, override_settings
from tenlines.webhooks import sign

from tickets.models import Ticket

SECRET = "of the tests"
MONEY = {"amount": "0.000000", "currency": "EUR"}
KINDS = {
    "parcel": {
        "outcome": "answered",
        "value": "delivery",
        "rung": "rules@1",
        "basis": "construction",
    },
    "spam": {"outcome": "declined", "reason": "NO_ANSWER"},
    "": {"outcome": "deferred", "review": "v_1"},
}


class Answers(BaseHTTPRequestHandler):
    """Answers by the first word of the input that it knows."""

    protocol_version = "HTTP/1.1"
    replayed = "false"
    verdict = None

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        kind = next(
            KINDS[word] for word in sorted(KINDS, key=len, reverse=True) if word in asked["input"]
        )
        self.send(kind)

    def do_GET(self) -> None:
        self.send(
            KINDS[""] | {"input": "", "created": "2026-11-23T10:00:00Z", "verdict": self.verdict}
        )

    def send(self, kind: dict[str, object]) -> None:
        common = {
            "id": "r_1",
            "feature": "triage",
            "trace": [],
            "charge": MONEY,
            "millis": 1,
        }
        body = json.dumps(common | kind).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Idempotency-Replayed", self.replayed)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class TicketTest(TestCase):
    def setUp(self) -> None:
        cache.clear()
        self.answers = type("Scripted", (Answers,), {})
        server = ThreadingHTTPServer(("127.0.0.1", 0), self.answers)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.use(f"http://127.0.0.1:{server.server_port}")

    def use(self, url: str) -> None:
        tenlines = {"URL": url, "KEY": "tl_k", "WEBHOOK_SECRET": SECRET, "TIMEOUT": 0.5}
        changed = override_settings(TENLINES=tenlines)
        changed.enable()
        self.addCleanup(changed.disable)

    def write(self, text: str):
        return self.client.post("/tickets/new", {"text": text}, follow=True)

    def test_a_question_shows_chips_and_rows_and_a_reading_goes_back(self) -> None:
        chip = {
            "id": "where.0",
            "kind": "filter",
            "label": "state is waiting",
            "words": "",
            "removable": True,
        }
        column = {"name": "text", "label": "text", "type": "text", "unit": None}
        found = {
            "chips": [chip],
            "plan": {"entity": "tickets"},
            "sql": "",
            "parameters": [],
            "more": False,
        }
        found |= {
            "columns": [column],
            "rows": [["<b>Hm</b>"]],
            "readings": [],
            "emptying": [],
            "lacking": None,
        }
        several = found | {"chips": [], "plan": None, "rows": []}
        several["readings"] = [{"chips": [chip], "plan": {"entity": "tickets"}}]
        basis = {"outcome": "answered", "rung": "rules@1", "basis": "construction"}
        KINDS["waiting tickets"] = basis | {"value": found}
        KINDS["odd tickets"] = {
            "outcome": "declined",
            "reason": "UNCONFIRMED",
            "proposal": several,
        }
        self.addCleanup(KINDS.pop, "waiting tickets")
        self.addCleanup(KINDS.pop, "odd tickets")

        self.assertContains(self.client.get("/search", {"q": "waiting tickets"}), "&lt;b&gt;Hm")
        self.assertContains(self.client.get("/search", {"q": "odd tickets"}), "state is waiting")
        picked = {"q": "waiting tickets", "plan": '{"entity": "tickets"}'}
        self.assertContains(self.client.post("/search", picked), "state is waiting")
        broken = {"q": "waiting tickets", "plan": "{"}
        self.assertContains(self.client.post("/search", broken), "does not work")

    def decide(self, outcome: str, value: str | None, id: str = "m_1"):
        data = {
            "review": "v_1",
            "request": "r_1",
            "feature": "triage",
            "outcome": outcome,
        }
        message = {"type": "review.decided", "timestamp": "2026-11-23T10:00:00Z"}
        body = json.dumps(message | {"data": data | {"value": value}}).encode()
        now = int(time.time())
        headers = {"webhook-id": id, "webhook-timestamp": str(now)}
        headers["webhook-signature"] = sign(SECRET, id, now, body)
        path = "/tenlines/webhook"
        return self.client.post(path, body, content_type="application/json", headers=headers)

    def test_an_answered_ticket_names_its_queue(self) -> None:
        page = self.write("Where is my parcel?")

        self.assertContains(page, "We put your ticket to: <strong>delivery</strong>", html=True)
        self.assertNotIn("Refresh", page.headers)

    def test_a_deferred_ticket_changes_when_the_message_comes(self) -> None:
        page = self.write("Hm")
        self.assertContains(page, "A person will answer.")
        self.assertEqual(page.headers["Refresh"], "3")

        self.assertEqual(self.decide("answered", "returns").status_code, 204)

        self.assertContains(self.client.get(page.wsgi_request.path), "<strong>returns</strong>")

    def test_the_page_of_a_deferred_ticket_can_be_still(self) -> None:
        page = self.write("Hm")
        still = self.client.get(page.wsgi_request.path, {"still": ""})

        self.assertNotIn("Refresh", still.headers)
        self.assertContains(still, "Look again")

    def test_a_rejected_ticket_fits_no_queue(self) -> None:
        page = self.write("Hm")
        self.decide("declined", None)

        self.assertContains(self.client.get(page.wsgi_request.path), "fits none of our queues")

    def test_a_declined_ticket_fits_no_queue(self) -> None:
        self.assertContains(self.write("spam"), "fits none of our queues")

    def test_a_ticket_is_kept_when_nobody_answers_and_can_be_asked_again(self) -> None:
        self.use("http://127.0.0.1:1")
        with self.assertLogs("tickets.asking"):
            page = self.write("Where is my parcel?")
        self.assertContains(page, "not sorted yet")
        kept = Ticket.objects.get()

        self.setUp()
        page = self.client.post(f"/tickets/{kept.pk}/ask", follow=True)

        self.assertContains(page, "<strong>delivery</strong>")

    def test_a_ticket_that_was_decided_meanwhile_takes_the_verdict(self) -> None:
        self.answers.replayed = "true"
        self.answers.verdict = {"decision": "corrected", "value": "payment"}

        self.assertContains(self.write("Hm"), "<strong>payment</strong>")

    def test_a_message_for_no_ticket_is_taken(self) -> None:
        self.assertEqual(self.decide("answered", "returns").status_code, 204)

    def test_the_list_shows_tickets_and_escapes_them(self) -> None:
        self.write("<script>alert(1)</script> parcel")
        page = self.client.get("/")

        self.assertContains(page, "&lt;script&gt;alert(1)&lt;/script&gt; parcel")
        self.assertNotContains(page, "<script>")

    def test_an_empty_list_and_an_empty_form_say_so(self) -> None:
        self.assertContains(self.client.get("/"), "Nobody has written yet.")
        self.assertContains(self.client.get("/tickets/new"), "What can we do for you?")
        self.assertContains(self.write(""), "This field is required.")
        self.assertEqual(Ticket.objects.count(), 0)

    def test_a_ticket_that_is_none_is_a_404(self) -> None:
        self.assertEqual(self.client.get("/tickets/4711").status_code, 404)
