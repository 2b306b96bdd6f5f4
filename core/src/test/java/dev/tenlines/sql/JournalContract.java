package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Request;
import dev.tenlines.Trace;
import dev.tenlines.Turn;
import dev.tenlines.Turn.Role;
import dev.tenlines.cost.Money;
import dev.tenlines.document.Document;
import dev.tenlines.document.SourceFile;
import dev.tenlines.ladder.History;
import dev.tenlines.ladder.Journal;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every journal has to do. */
abstract class JournalContract extends StoreContract {
  private static final List<String> NAUGHTY =
      List.of(
          "",
          " \t\r\n\u000B\u0085\u2028",
          "zero \0 and \0\0",
          "\u0001\u001B[31m\u007F",
          "'; DROP TABLE requests; --",
          "\\' \\\" ? :name {call} $1 %s",
          "👩‍👩‍👧‍👦 é é Å 𝒳",
          "مرحبا \u202E olleh \u200F שלום",
          "\uFEFF\uFFFE\uFFFF",
          "x".repeat(300_000));

  @Test
  final void everyOutcome_isReadBackAsItWas() {
    List<Outcome<String>> outcomes =
        List.of(
            TestRequest.answered("x", "delivery").charged(Money.of("0.000120", "USD")).outcome(),
            TestRequest.deferred("x").outcome(),
            TestRequest.deferred("x").proposing(null).outcome(),
            new Declined<>(
                "r_3",
                "triage",
                Outcome.Reason.SHADOW,
                "returns",
                new Trace(List.of(), Duration.ofMillis(3))));
    for (Outcome<String> outcome : outcomes) {
      server.journal.record(Request.of("x").withKey(outcome.id()), outcome, null, null);
    }
    restart();

    for (Outcome<String> outcome : outcomes) {
      assertThat(server.journal.recorded("default", "triage", outcome.id(), String.class))
          .isEqualTo(outcome);
    }
  }

  @Test
  final void anIdempotencyKey_standsOnce_whoeverComesFirst() throws Exception {
    TestRequest asked = TestRequest.deferred("x").withKey("k").charged(Money.of("0.000120", "USD"));
    try (TestServer other = another()) {
      List<Callable<Outcome<String>>> races =
          IntStream.range(0, 40)
              .mapToObj(i -> {
                TestRequest mine = asked.again();
                TestServer through = i % 2 == 0 ? server : other;
                return (Callable<Outcome<String>>)
                    () ->
                        through.journal.record(
                            mine.request(), mine.outcome(), null, mine.referral(clock));
              })
              .toList();

      List<Outcome<String>> outcomes = Race.of(races);

      assertThat(outcomes).containsOnly(outcomes.getFirst());
      assertThat(server.journal.recorded("default", "triage", "k", String.class))
          .isEqualTo(outcomes.getFirst());
    }
    assertThat(count("SELECT COUNT(*) FROM requests")).isOne();
    assertThat(count("SELECT COUNT(*) FROM reviews")).isOne();
    assertThat(count("SELECT COUNT(*) FROM ledger")).isOne();
  }

  @Test
  final void keysOfOtherTenantsAndFeatures_doNotMeet() {
    server.ask(TestRequest.answered("x", "delivery").withKey("k").cached("cache"));

    assertThat(server.journal.recorded("other", "triage", "k", String.class)).isNull();
    assertThat(server.journal.recorded("default", "comments", "k", String.class)).isNull();
    assertThat(server.journal.remembered("other", "cache")).isNull();
  }

  @Test
  final void anAnswer_isRememberedWithItsBasis() {
    server.ask(TestRequest.answered("x", "delivery").cached("cache"));

    assertThat(server.journal.remembered("default", "cache"))
        .isEqualTo(new Journal.Remembered("delivery", new Basis.Certified("c_1"), 0.97));
    assertThat(server.journal.remembered("default", "elsewhere")).isNull();
  }

  @Test
  final void ofTwoAnswersUnderOneKey_theFirstIsRemembered() {
    server.ask(TestRequest.answered("x", "delivery").cached("cache"));
    clock.advance(Duration.ofSeconds(1));
    server.ask(TestRequest.answered("x", "returns").cached("cache"));

    assertThat(server.journal.remembered("default", "cache").value()).isEqualTo("delivery");
  }

  @Test
  final void aDeferredRequest_isAReviewItemAtOnce_alsoAfterARestart() {
    TestRequest asked = TestRequest.deferred("Where is it?");
    server.ask(asked);
    restart();

    assertThat(server.item(asked))
        .satisfies(item -> {
          assertThat(item.request()).isEqualTo(asked.id());
          assertThat(item.input()).isEqualTo("Where is it?");
          assertThat(item.proposal()).isEqualTo("delivery");
          assertThat(item.evidence()).isEqualTo(asked.outcome().evidence());
          assertThat(item.created()).isEqualTo(clock.instant());
          assertThat(item.decided()).isNull();
        });
  }

  @Test
  final void whatARungCharged_isALedgerRow_whatCostNothingIsNone() throws SQLException {
    server.ask(TestRequest.answered("x", "delivery").charged(Money.of("0.000120", "USD")));
    server.ask(TestRequest.answered("x", "delivery"));

    assertThat(count("SELECT COUNT(*) FROM ledger")).isOne();
    assertThat(count("SELECT micros FROM ledger WHERE rung = 'classifier@1'")).isEqualTo(120);
  }

  @Test
  final void aFile_isKeptWithItsRequest_forItsTenantOnly() {
    byte[] bytes = {0, 1, -1, 10};
    Document document = DocumentReader.plain("order.txt", "zero \0 and more");
    Outcome<String> outcome = TestRequest.deferred("x").outcome();
    server.journal.record(Request.of(new SourceFile(bytes, document)), outcome, null, null);
    restart();

    SourceFile kept = server.journal.file("default", outcome.id());
    assertThat(kept).isNotNull();
    assertThat(kept.bytes()).isEqualTo(bytes);
    assertThat(kept.document()).isEqualTo(document);
    assertThat(server.journal.file("another", outcome.id())).isNull();
    assertThat(server.journal.file("default", "r_none")).isNull();
  }

  @Test
  final void whatARequestBrings_isReadBack_forHistoryReviewAndTraining() {
    List<Turn> said =
        List.of(new Turn(Role.USER, "What is Pro?"), new Turn(Role.ASSISTANT, "A \0 plan. 👩‍👧"));
    TestRequest asked = TestRequest.deferred("And for students?");
    Request request = asked.request().after(said).withWords(90).in(Set.of("staff", "board"));
    server.journal.record(request, asked.outcome(), null, asked.referral(clock));
    restart();

    assertThat(server.history.find("default", asked.id()).request()).isEqualTo(request);
    assertThat(server.item(asked).conversation()).isEqualTo(said);
    TestServer.done(
        server.reviews.decide("default", asked.review(), "ann", null, new Verdict.Approved()));
    clock.advance(ReviewQueue.UNDO);
    assertThat(server.judgements.all("triage").getFirst().request()).isEqualTo(request);
  }

  @Test
  final void anyText_isReadBack() {
    for (String text : NAUGHTY) {
      TestRequest asked = TestRequest.deferred(text).proposing(text).withKey(key(text));
      server.ask(asked);

      History.Entry entry = server.history.find("default", asked.id());
      assertThat(entry.request().input()).isEqualTo(store.held(text));
      assertThat(entry.outcome()).isEqualTo(asked.outcome());
      assertThat(server.item(asked).proposal()).isEqualTo(text);
      assertThat(server.journal.recorded("default", "triage", key(text), String.class))
          .isEqualTo(asked.outcome());
    }
  }

  /** Keys are short: what callers over HTTP may send is two hundred characters. */
  private static String key(String text) {
    return "key " + text.substring(0, Math.min(text.length(), 190));
  }

  @Test
  final void halfACharacter_isRecordedAsAQuestionMark() {
    TestRequest asked = TestRequest.deferred("half \uD83D of it");
    server.ask(asked);

    assertThat(server.history.find("default", asked.id()).request().input())
        .isEqualTo("half ? of it");
  }

  @Test
  final void aRecordThatCannotBeKept_leavesNothing_andTakesNoNeighbourWithIt() throws Exception {
    TestRequest first = TestRequest.deferred("first");
    server.ask(first);
    List<Callable<String>> races = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      TestRequest good = TestRequest.deferred("good").withKey("good " + i);
      races.add(() -> server.ask(good));
      TestRequest bad = TestRequest.deferred("bad").withKey("bad " + i);
      races.add(() -> refused(bad, first));
    }

    assertThat(Race.of(races)).contains("TL-141").doesNotContain("recorded");

    for (int i = 0; i < 30; i++) {
      assertThat(server.journal.recorded("default", "triage", "good " + i, String.class))
          .isNotNull();
      assertThat(server.journal.recorded("default", "triage", "bad " + i, String.class)).isNull();
    }
  }

  /** Records a request under the review of another one. */
  private String refused(TestRequest bad, TestRequest first) {
    try {
      server.journal.record(bad.request(), bad.outcome(), null, first.referral(clock));
      return "recorded";
    } catch (dev.tenlines.TenlinesException e) {
      return e.id();
    }
  }

  @Test
  final void afterClosing_everyCallIsRefused_andNoneWaits() {
    shutDown();
    TestRequest late = TestRequest.deferred("late");

    assertThatThrownBy(() -> server.ask(late)).hasMessageContaining("TL-141");
    assertThatThrownBy(() -> server.history.find("default", late.id()))
        .hasMessageContaining("TL-142");
    server.close();
  }
}
