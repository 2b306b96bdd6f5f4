package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.cost.Money;
import dev.tenlines.ladder.History;
import dev.tenlines.ladder.History.Filter;
import dev.tenlines.ladder.History.Spend;
import dev.tenlines.ladder.History.Tally;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every history has to do. */
abstract class HistoryContract extends StoreContract {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  private List<String> page(@Nullable String outcome, @Nullable String before, int most) {
    return server.history.list(new Filter("default", null, outcome, before, most)).stream()
        .map(entry -> entry.outcome().id())
        .toList();
  }

  @Test
  final void pages_areNewestFirst_andMeetWithoutGapOrOverlap() {
    List<String> newest = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      TestRequest asked = TestRequest.answered("x", "delivery");
      server.ask(asked);
      newest.addFirst(asked.id());
    }

    List<String> seen = new ArrayList<>();
    String before = null;
    for (List<String> page = page(null, null, 7); !page.isEmpty(); page = page(null, before, 7)) {
      seen.addAll(page);
      before = page.getLast();
    }

    assertThat(seen).isEqualTo(newest);
  }

  @Test
  final void filters_keepFeatureAndOutcome() {
    TestRequest answered = TestRequest.answered("x", "delivery");
    TestRequest deferred = TestRequest.deferred("x");
    TestRequest elsewhere = TestRequest.deferred("x").of("comments");
    List.of(answered, deferred, elsewhere).forEach(server::ask);

    assertThat(page("answered", null, 9)).containsExactly(answered.id());
    assertThat(page("deferred", null, 9)).containsExactly(elsewhere.id(), deferred.id());
    assertThat(page("declined", null, 9)).isEmpty();
    assertThat(server.history.list(new Filter("default", "comments", null, null, 9)))
        .extracting(entry -> entry.outcome().id())
        .containsExactly(elsewhere.id());
  }

  @Test
  final void anEntry_saysWhatWasAskedAndWhatCame() {
    TestRequest asked = TestRequest.answered("Where is it?", "delivery").withKey("order-7");
    server.ask(asked);

    assertThat(server.history.find("default", asked.id()))
        .isEqualTo(
            new History.Entry(asked.request(), cast(asked.outcome()), clock.instant(), null));
  }

  @SuppressWarnings("unchecked") // a value is read back as what it was
  private static dev.tenlines.Outcome<Object> cast(dev.tenlines.Outcome<?> outcome) {
    return (dev.tenlines.Outcome<Object>) outcome;
  }

  @Test
  final void anotherTenant_seesNothing() {
    TestRequest asked = TestRequest.answered("x", "delivery").charged(Money.of("1", "USD"));
    server.ask(asked);

    assertThat(server.history.find("other", asked.id())).isNull();
    assertThat(server.history.list(new Filter("other", null, null, null, 9))).isEmpty();
    assertThat(server.history.list(new Filter("other", null, null, asked.id() + "z", 9))).isEmpty();
    assertThat(server.history.tallies("other", "triage", Instant.EPOCH)).isEmpty();
    assertThat(server.history.spend("other", Instant.EPOCH, clock.instant().plusSeconds(9)))
        .isEmpty();
  }

  @Test
  final void tallies_countEachDayByTheRungThatEndedIt() {
    server.ask(TestRequest.answered("x", "delivery"));
    server.ask(TestRequest.answered("x", "delivery"));
    server.ask(TestRequest.deferred("x"));
    server.ask(TestRequest.deferred("x").of("comments"));
    clock.advance(Duration.ofHours(14));
    server.ask(TestRequest.answered("x", "returns"));

    assertThat(server.history.tallies("default", "triage", Instant.EPOCH))
        .containsExactlyInAnyOrder(
            new Tally(TODAY, "classifier", 2),
            new Tally(TODAY, "deferred", 1),
            new Tally(TODAY.plusDays(1), "classifier", 1));
    assertThat(server.history.tallies("default", "triage", clock.instant()))
        .containsExactly(new Tally(TODAY.plusDays(1), "classifier", 1));
  }

  @Test
  final void spend_addsUpToTheLedgersRows_inEachCurrency() throws SQLException {
    SplittableRandom random = new SplittableRandom(7);
    Instant start = clock.instant();
    for (int i = 0; i < 200; i++) {
      Money charge = new Money(random.nextLong(3_000), random.nextBoolean() ? "USD" : "EUR");
      server.ask(
          TestRequest.answered("x", "delivery")
              .of(random.nextBoolean() ? "triage" : "comments")
              .charged(charge));
      clock.advance(Duration.ofMinutes(random.nextLong(60)));
    }

    List<Spend> all = server.history.spend("default", start, clock.instant().plusSeconds(1));

    for (String currency : List.of("USD", "EUR")) {
      assertThat(
              all.stream()
                  .filter(spend -> spend.sum().currency().equals(currency))
                  .mapToLong(spend -> spend.sum().micros())
                  .sum())
          .isPositive()
          .isEqualTo(count("SELECT SUM(micros) FROM ledger WHERE currency = '" + currency + "'"));
    }
    assertThat(all.stream().mapToLong(Spend::charges).sum())
        .isEqualTo(count("SELECT COUNT(*) FROM ledger"));
    assertThat(all).extracting(Spend::day).isSorted().contains(TODAY, TODAY.plusDays(2));
  }

  @Test
  final void spend_startsAtFrom_andEndsBeforeTo() {
    Instant start = clock.instant();
    server.ask(TestRequest.answered("x", "delivery").charged(Money.of("1", "USD")));
    clock.advance(Duration.ofSeconds(1));
    server.ask(TestRequest.answered("x", "delivery").charged(Money.of("2", "USD")));

    assertThat(server.history.spend("default", start, clock.instant()))
        .containsExactly(spent(Money.of("1", "USD")));
    assertThat(server.history.spend("default", clock.instant(), clock.instant().plusSeconds(1)))
        .containsExactly(spent(Money.of("2", "USD")));
  }

  private static Spend spent(Money sum) {
    return new Spend(
        TODAY, "default", "triage", "classifier@1", "classifier@1", null, 1, 0, 0, sum);
  }

  @Test
  final void aVerdict_showsOnlyOnceItCannotBeUndone() {
    TestRequest asked = TestRequest.deferred("x");
    String review = server.ask(asked);
    TestServer.done(
        server.reviews.decide("default", review, "ann", null, new Verdict.Corrected("returns")));

    clock.advance(ReviewQueue.UNDO.minusMillis(1));
    assertThat(server.history.find("default", asked.id()).decided()).isNull();

    clock.advance(Duration.ofMillis(1));
    assertThat(server.history.find("default", asked.id()).decided())
        .satisfies(decided -> {
          assertThat(decided.verdict()).isEqualTo(new Verdict.Corrected("returns"));
          assertThat(decided.value()).isEqualTo("returns");
          assertThat(decided.reviewer()).isEqualTo("ann");
          assertThat(decided.effective()).isEqualTo(clock.instant());
        });
  }
}
