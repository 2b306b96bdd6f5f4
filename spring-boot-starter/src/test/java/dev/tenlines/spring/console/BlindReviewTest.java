package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome;
import dev.tenlines.spring.console.Browser.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BlindReviewTest {
  private static ConsoleServer server;

  @BeforeAll
  static void start() {
    server = new ConsoleServer("");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void auditsOfAnsweredAndOfDeferredRequests_lookTheSame() {
    Outcome<?> answered = server.tenlines.ask("checked", "my parcel, sure");
    Outcome<?> deferred = server.tenlines.ask("checked", "my parcel, what");
    Outcome<?> silent = server.tenlines.ask("checked", "my parcel, unheard");
    assertThat(answered).isInstanceOf(Outcome.Answered.class);
    assertThat(deferred).isInstanceOf(Outcome.Deferred.class);
    Browser ann = server.signedIn("ann");

    String first = open(ann, answered.id());
    String second = open(ann, deferred.id());
    String third = open(ann, silent.id());

    assertThat(second).isEqualTo(first);
    assertThat(third).isEqualTo(first);
  }

  @Test
  void blindItem_showsNoSuggestionAndNoWayAround() {
    Outcome<?> outcome = server.tenlines.ask("checked", "my parcel, what");
    Browser ann = server.signedIn("ann");
    ann.get("/reviews");
    Page page = ann.post("/reviews/v" + outcome.id().substring(1) + "/lease");

    assertThat(page.words())
        .contains(
            "Which label fits?",
            "Random check: judge it without a suggestion; it cannot be skipped.")
        .doesNotContain("Proposal", "Approve", "Skip s", "Hand on x", "Due");
    assertThat(page.body())
        .doesNotContain("<mark>", "data-proposed", "/skip", "/escalation", "/requests/");
  }

  @Test
  void blindItem_refusesToBeSkippedOrHandedOn() {
    Outcome<?> outcome = server.tenlines.ask("checked", "my parcel, what");
    String id = "v" + outcome.id().substring(1);
    Browser ann = server.signedIn("ann");
    ann.get("/reviews");
    ann.post("/reviews/" + id + "/lease");
    String version = String.valueOf(server.tenlines.reviews().find("default", id).version());

    Page skipped = ann.post("/reviews/" + id + "/skip", "version", version);
    Page handedOn = ann.post("/reviews/" + id + "/escalation", "version", version);
    Page approved =
        ann.post("/reviews/" + id + "/verdict", "version", version, "decision", "approved");

    assertThat(skipped.words()).contains("TL-174");
    assertThat(handedOn.words()).contains("TL-174");
    assertThat(approved.words()).contains("TL-176");
  }

  /** The page of an item just taken, without what names the item itself. */
  private static String open(Browser browser, String request) {
    String id = "v" + request.substring(1);
    browser.get("/reviews");
    return browser
        .post("/reviews/" + id + "/lease")
        .body()
        .replace(id, "ID")
        .replaceAll("sure|what|unheard", "TEXT")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }
}
