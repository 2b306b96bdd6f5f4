package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Budget.Window;
import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Exchange;
import dev.tenlines.cost.Ledger.Hold.Held;
import dev.tenlines.cost.Ledger.Use;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Reservation;
import dev.tenlines.cost.Usage;
import dev.tenlines.ladder.History.Paid;
import dev.tenlines.ladder.History.Spend;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every ledger has to do with single attempts, and what stays true of all of them. */
abstract class LedgerContract extends StoreContract {
  static final Budget DAY = budget(null, null, Window.DAY, "0.010000 USD");

  static Budget budget(
      @Nullable String tenant, @Nullable String feature, Window window, String stop) {
    return new Budget(tenant, feature, null, window, null, Money.parse(stop));
  }

  static Reservation attempt(String id, @Nullable Money most) {
    return new Reservation(
        id, "r_" + id, "default", "triage", "model:paid@1", "gpt-6-luna", "k_1", most);
  }

  static Reservation attempt(String id, long micros) {
    return attempt(id, usd(micros));
  }

  static Charge charge(long micros) {
    return new Charge(Usage.of(100, 20), usd(micros), false, "openai/gpt-6-luna@always#1");
  }

  static Money usd(long micros) {
    return new Money(micros, "USD");
  }

  SqlLedger ledger(Budget... budgets) {
    return new SqlLedger(server.database, clock, List.of(budgets), Exchange.NONE);
  }

  /** Counts when all that was handed in is written. */
  private long counted(String sql) throws SQLException {
    server.database.write(handle -> true);
    return count(sql);
  }

  private static long used(SqlLedger ledger) {
    return ledger.budgets().getFirst().used().micros();
  }

  @Test
  final void aHold_countsAtItsMost_andItsSettlementAtWhatWasSpent() throws SQLException {
    SqlLedger ledger = ledger(DAY);

    assertThat(ledger.hold(attempt("a", 900))).isEqualTo(new Held(List.of()));
    assertThat(used(ledger)).isEqualTo(900);

    ledger.settle(attempt("a", 900), charge(240));
    assertThat(used(ledger)).isEqualTo(240);
    assertThat(counted("SELECT COUNT(*) FROM reservations")).isZero();
    assertThat(
            counted(
                "SELECT COUNT(*) FROM ledger WHERE attempt = 'a' AND request = 'r_a' AND micros ="
                    + " 240 AND currency = 'USD' AND model = 'gpt-6-luna' AND caller = 'k_1' AND"
                    + " input = 100 AND output = 20 AND state = 'settled' AND estimated = 0 AND"
                    + " price = 'openai/gpt-6-luna@always#1'"))
        .isOne();
  }

  @Test
  final void aReleasedHold_leavesNothing() throws SQLException {
    SqlLedger ledger = ledger(DAY);
    ledger.hold(attempt("a", 900));

    ledger.release(attempt("a", 900));

    assertThat(used(ledger)).isZero();
    assertThat(counted("SELECT COUNT(*) FROM ledger")).isZero();
    assertThat(counted("SELECT COUNT(*) FROM reservations")).isZero();
  }

  @Test
  final void whateverHappensTwice_isBookedOnce() throws SQLException {
    SqlLedger ledger = ledger(DAY);
    ledger.hold(attempt("a", 900));
    ledger.hold(attempt("a", 900));
    assertThat(used(ledger)).isEqualTo(900);

    ledger.settle(attempt("a", 900), charge(240));
    ledger.settle(attempt("a", 900), charge(500));
    ledger.release(attempt("a", 900));
    assertThat(ledger.hold(attempt("a", 900))).isInstanceOf(Held.class);

    assertThat(used(ledger)).isEqualTo(240);
    assertThat(counted("SELECT COUNT(*) FROM ledger")).isOne();
    assertThat(counted("SELECT COUNT(*) FROM reservations")).isZero();
  }

  @Test
  final void closingWhatWasNeverHeld_doesNothing() throws SQLException {
    SqlLedger ledger = ledger(DAY);

    ledger.settle(attempt("a", 900), charge(240));
    ledger.release(attempt("b", 900));

    assertThat(used(ledger)).isZero();
    assertThat(counted("SELECT COUNT(*) FROM ledger")).isZero();
  }

  @Test
  final void aModelWithoutAPrice_isBookedAsUnpriced_notAsFree() throws SQLException {
    SqlLedger ledger = ledger();
    Reservation unknown = attempt("a", (Money) null);
    ledger.hold(unknown);
    ledger.settle(unknown, Charge.of(Usage.of(10, 2), null));

    assertThat(counted("SELECT COUNT(*) FROM ledger WHERE micros IS NULL AND currency IS NULL"))
        .isOne();
    assertThat(server.history.spend("default", Instant.EPOCH, clock.instant().plusSeconds(1)))
        .containsExactly(
            new Spend(
                java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                "default",
                "triage",
                "model:paid@1",
                "gpt-6-luna",
                "k_1",
                1,
                1,
                0,
                Money.ZERO));
  }

  @Test
  final void holdsOfAProcessThatEnded_areBookedAsUnknown_atTheMost() throws SQLException {
    SqlLedger ledger = ledger(DAY);
    ledger.hold(attempt("open", 900));
    ledger.hold(attempt("settled", 900));
    ledger.settle(attempt("settled", 900), charge(240));

    restart();
    SqlLedger next = ledger(DAY);

    assertThat(next.recover()).isOne();
    assertThat(next.recover()).isZero();
    assertThat(used(next)).isEqualTo(1_140);
    assertThat(
            counted(
                "SELECT COUNT(*) FROM ledger WHERE attempt = 'open' AND state = 'unknown' AND"
                    + " estimated = 1 AND micros = 900"))
        .isOne();
    next.settle(attempt("open", 900), charge(1));
    assertThat(used(next)).as("the first closing counts").isEqualTo(1_140);
  }

  @Test
  final void holdsOfAServerThatLives_areItsOwn() throws SQLException {
    SqlLedger ledger = ledger(DAY);
    ledger.hold(attempt("a", 900));

    try (TestServer other = another()) {
      SqlLedger its = new SqlLedger(other.database, clock, List.of(DAY), Exchange.NONE);
      assertThat(its.recover()).isZero();
      its.hold(attempt("b", 500));
      assertThat(ledger.recover()).isZero();
      assertThat(used(ledger)).isEqualTo(1_400);
    }

    assertThat(recoveredInTime(ledger)).as("the other has ended now").isOne();
    ledger.settle(attempt("a", 900), charge(100));
    assertThat(used(ledger)).isEqualTo(600);
    assertThat(counted("SELECT COUNT(*) FROM ledger WHERE state = 'settled'")).isOne();
  }

  /** A database server notices a moment later that a session has ended. */
  private static int recoveredInTime(SqlLedger ledger) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    int recovered = ledger.recover();
    while (recovered == 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
      recovered = ledger.recover();
    }
    return recovered;
  }

  @Test
  final void whatARungSaysItCost_isBookedOnlyWhereItsCallsWereNot() throws SQLException {
    TestRequest own = TestRequest.answered("x", "delivery").charged(usd(120));
    server.ask(own);
    TestRequest called = TestRequest.answered("x", "delivery").charged(usd(240));
    Reservation call =
        new Reservation(
            "a", called.id(), "default", "triage", "classifier@1", "gpt-6-luna", null, usd(900));
    server.ledger.hold(call);
    server.ledger.settle(call, charge(240));
    server.ask(called);

    assertThat(counted("SELECT SUM(micros) FROM ledger")).isEqualTo(360);
    assertThat(
            counted("SELECT COUNT(*) FROM ledger WHERE attempt = '" + own.id() + "/classifier@1'"))
        .isOne();
    assertThat(server.history.paid("default", Instant.EPOCH, clock.instant().plusSeconds(1)))
        .as("no rung of a model")
        .isEmpty();
  }

  @Test
  final void requestsThatReachedAModel_countOnceHoweverOftenItWasCalled() {
    for (String id : List.of("a", "b", "c")) {
      String request = id.equals("c") ? "r_2" : "r_1";
      Reservation call =
          new Reservation(
              id, request, "default", "triage", "model:paid@1", "gpt-6-luna", null, usd(900));
      server.ledger.hold(call);
      server.ledger.settle(call, charge(200));
    }
    server.database.write(handle -> true);

    assertThat(server.history.paid("default", Instant.EPOCH, clock.instant().plusSeconds(1)))
        .containsExactly(new Paid("triage", 2, usd(600)));
  }

  /** Every budget there can be over these attempts, in two currencies. */
  private static List<Budget> everyScope() {
    List<Budget> budgets = new ArrayList<>();
    for (Window window : Window.values()) {
      for (String tenant : new String[] {null, "acme", "zen"}) {
        for (String feature : new String[] {null, "triage"}) {
          boolean euro = feature == null;
          budgets.add(
              new Budget(
                  tenant,
                  feature,
                  tenant == null ? "k_1" : null,
                  window,
                  Money.of("0.002", euro ? "EUR" : "USD"),
                  Money.of(window == Window.HOUR ? "0.006" : "0.4", euro ? "EUR" : "USD")));
        }
      }
    }
    return budgets;
  }

  @Test
  final void afterAnyHistory_everyBudgetIsTheSumOfItsRows() throws SQLException {
    Exchange exchange = new Exchange(Map.of("EUR", new BigDecimal("1.0837")));
    for (int seed = 0; seed < Integer.getInteger("histories", 4); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      store.empty();
      Life life = new Life(exchange, random);
      for (int step = 0; step < 150; step++) {
        life.step(step);
        if (step % 10 == 0) {
          List<Use> kept = life.ledger.budgets();
          life.ledger.recover();
          assertThat(kept).as("seed %d, step %d", seed, step).isEqualTo(life.ledger.budgets());
        }
      }
    }
  }

  /** A server's life with all that may befall an attempt. */
  private final class Life {
    private final Exchange exchange;
    private final SplittableRandom random;
    private final List<Reservation> open = new ArrayList<>();
    private SqlLedger ledger;

    private Life(Exchange exchange, SplittableRandom random) {
      this.exchange = exchange;
      this.random = random;
      this.ledger = opened();
    }

    private SqlLedger opened() {
      SqlLedger fresh = new SqlLedger(server.database, clock, everyScope(), exchange);
      fresh.recover();
      return fresh;
    }

    private void step(int number) {
      clock.advance(java.time.Duration.ofMinutes(random.nextInt(40)));
      int what = random.nextInt(100);
      if (what < 50 || open.isEmpty()) {
        Reservation attempt = fresh(number);
        if (ledger.hold(attempt) instanceof Held) {
          open.add(attempt);
        }
      } else if (what < 80) {
        Money spent = random.nextInt(10) == 0 ? null : usd(random.nextInt(900));
        ledger.settle(any(), new Charge(Usage.of(1, 1), spent, false));
      } else if (what < 90) {
        ledger.release(any());
      } else if (what < 96) {
        ledger.settle(fresh(number), charge(5));
      } else {
        restart();
        ledger = opened();
      }
    }

    private Reservation any() {
      // Some stay in the list and are closed again later.
      int which = random.nextInt(open.size());
      return random.nextInt(5) == 0 ? open.get(which) : open.remove(which);
    }

    private Reservation fresh(int number) {
      return new Reservation(
          "a" + number,
          "r" + number,
          random.nextBoolean() ? "acme" : "zen",
          random.nextBoolean() ? "triage" : "comments",
          "model:paid@1",
          "gpt-6-luna",
          random.nextBoolean() ? "k_1" : null,
          usd(random.nextInt(1_000)));
    }
  }
}
