package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Trace;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal has to do; each database is one subclass. */
abstract class JournalContract {
  private Journal journal;

  /** Opens the database, again and again the same one within a test. */
  protected abstract Journal open();

  @BeforeEach
  final void start() {
    journal = open();
  }

  @AfterEach
  final void stop() {
    journal.close();
  }

  private static Trace trace() {
    return new Trace(
        List.of(
            new Trace.Step(
                "rules@ab",
                Trace.Result.ABSTAINED,
                "no line matched",
                null,
                Money.ZERO,
                Duration.ofNanos(1000)),
            new Trace.Step(
                "classifier@1",
                Trace.Result.ANSWERED,
                null,
                3.5,
                Money.of("0.000120", "USD"),
                Duration.ofMillis(2))),
        Duration.ofMillis(3));
  }

  private static Answered<String> answered(String id) {
    return new Answered<>(
        id,
        "triage",
        "delivery",
        "classifier@1",
        new Basis.Certified("c_1"),
        0.97,
        List.of(new Evidence.Span("input", 0, 2, "my"), new Evidence.Rule(1, "true")),
        trace());
  }

  @Test
  final void everyOutcome_isReadBackAsItWas() {
    List<Outcome<String>> outcomes =
        List.of(
            answered("r_1"),
            new Deferred<>("r_2", "triage", "v_2", null, trace()),
            new Declined<>("r_3", "triage", Outcome.Reason.SHADOW, "returns", trace()));
    for (Outcome<String> outcome : outcomes) {
      journal.record(Request.of("x").withKey(outcome.id()), outcome, null);
    }
    journal.close();
    journal = open();

    for (Outcome<String> outcome : outcomes) {
      assertThat(journal.recorded("default", "triage", outcome.id(), String.class))
          .isEqualTo(outcome);
    }
  }

  @Test
  final void anIdempotencyKey_standsOnce_whoeverComesFirst() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Outcome<String>>> all =
          IntStream.range(0, 40)
              .mapToObj(i ->
                  threads.submit(() ->
                      journal.record(
                          Request.of("x").withKey("k"),
                          (Outcome<String>) answered("r_" + i),
                          null)))
              .toList();
      Outcome<String> first = all.getFirst().get();
      for (Future<Outcome<String>> each : all) {
        assertThat(each.get()).isEqualTo(first);
      }
      assertThat(journal.recorded("default", "triage", "k", String.class)).isEqualTo(first);
    }
  }

  @Test
  final void keys_ofOtherTenantsAndFeatures_doNotMeet() {
    journal.record(Request.of("x").withKey("k"), answered("r_1"), "cache");

    assertThat(journal.recorded("other", "triage", "k", String.class)).isNull();
    assertThat(journal.recorded("default", "comments", "k", String.class)).isNull();
    assertThat(journal.remembered("other", "cache")).isNull();
  }

  @Test
  final void anAnswer_isRememberedWithItsBasis() {
    journal.record(Request.of("x"), answered("r_1"), "cache");

    Journal.Remembered remembered = journal.remembered("default", "cache");

    assertThat(remembered)
        .isEqualTo(new Journal.Remembered("delivery", new Basis.Certified("c_1"), 0.97));
    assertThat(journal.remembered("default", "elsewhere")).isNull();
  }

  @Test
  final void aDeferredRequest_isAReviewItemAtOnce_oldestFirst() {
    journal.record(
        Request.of("first"), new Deferred<>("r_1", "triage", "v_1", "returns", trace()), null);
    journal.record(
        Request.of("second"), new Deferred<>("r_2", "triage", "v_2", null, trace()), null);
    journal.record(
        Request.of("third").forTenant("other"),
        new Deferred<>("r_3", "triage", "v_3", null, trace()),
        null);

    assertThat(journal.openReviews("default", "triage", 10))
        .extracting("id")
        .containsExactly("v_1", "v_2");
    assertThat(journal.openReviews("default", "triage", 1))
        .extracting("proposal")
        .containsExactly("\"returns\"");
    assertThat(journal.openReviews("other", "triage", 10))
        .extracting("request")
        .containsExactly("r_3");
  }
}
