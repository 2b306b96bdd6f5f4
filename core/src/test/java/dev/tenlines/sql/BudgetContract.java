package dev.tenlines.sql;

import static dev.tenlines.sql.LedgerContract.attempt;
import static dev.tenlines.sql.LedgerContract.budget;
import static dev.tenlines.sql.LedgerContract.charge;
import static dev.tenlines.sql.LedgerContract.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Budget.Window;
import dev.tenlines.cost.Exchange;
import dev.tenlines.cost.Ledger.Hold;
import dev.tenlines.cost.Ledger.Hold.Held;
import dev.tenlines.cost.Ledger.Hold.Refused;
import dev.tenlines.cost.Ledger.Use;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Reservation;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every ledger has to do with budgets, whoever asks at the same moment. */
abstract class BudgetContract extends StoreContract {
  private static final int ROUNDS = Integer.getInteger("rounds", 4);
  private static final int THREADS = 200;
  private static final int CALLS = 50;
  private static final long EACH = 120;
  private static final Budget FIFTY = budget(null, null, Window.DAY, "0.006 USD");

  private SqlLedger ledger(Budget... budgets) {
    return new SqlLedger(server.database, clock, List.of(budgets), Exchange.NONE);
  }

  private static Money used(SqlLedger ledger, Budget budget) {
    return ledger.budgets().stream()
        .filter(use -> use.budget().equals(budget))
        .map(Use::used)
        .findFirst()
        .orElseThrow();
  }

  @Test
  final void whatABudgetDoesNotAllow_isRefused_andOtherBudgetsAreLeftAsTheyWere() {
    Budget wide = budget(null, null, Window.MONTH, "1 USD");
    Budget narrow = budget(null, "triage", Window.DAY, "0.001 USD");
    SqlLedger ledger = ledger(wide, narrow);

    assertThat(ledger.hold(attempt("a", 1_000))).isInstanceOf(Held.class);
    assertThat(ledger.hold(attempt("b", 1))).isEqualTo(new Refused(narrow, false));
    assertThat(used(ledger, wide)).isEqualTo(usd(1_000));

    ledger.release(attempt("a", 1_000));
    assertThat(ledger.hold(attempt("b", 1))).isInstanceOf(Held.class);
  }

  @Test
  final void anAttemptThatHolds_isNotRefusedWhenItAsksAgain() {
    SqlLedger ledger = ledger(budget(null, null, Window.DAY, "0.001 USD"));
    ledger.hold(attempt("a", 1_000));

    assertThat(ledger.hold(attempt("a", 1_000))).isInstanceOf(Held.class);
  }

  @Test
  final void aModelWithoutAPrice_isRefusedByAnyBudgetThatStops_only() {
    Budget warning = new Budget(null, null, null, Window.DAY, Money.parse("0.001 USD"), null);
    Budget stopping = budget(null, "triage", Window.DAY, "5 USD");

    assertThat(ledger(warning).hold(attempt("a", (Money) null))).isInstanceOf(Held.class);
    assertThat(ledger(warning, stopping).hold(attempt("b", (Money) null)))
        .isEqualTo(new Refused(stopping, true));
  }

  @Test
  final void aBudgetWarns_once_whenItsLineIsCrossed() {
    Budget budget =
        new Budget(
            null, null, null, Window.DAY, Money.parse("0.001 USD"), Money.parse("0.002 USD"));
    SqlLedger ledger = ledger(budget);

    assertThat(ledger.hold(attempt("a", 1_000))).isEqualTo(new Held(List.of()));
    assertThat(ledger.hold(attempt("b", 1))).isEqualTo(new Held(List.of(budget)));
    assertThat(ledger.hold(attempt("c", 1))).isEqualTo(new Held(List.of()));
  }

  @Test
  final void aBudgetInAnotherCurrency_countsByTheDeclaredRate() {
    Budget euros = budget(null, null, Window.DAY, "0.001 EUR");
    Exchange exchange = new Exchange(Map.of("EUR", new BigDecimal("1.08")));
    SqlLedger ledger = new SqlLedger(server.database, clock, List.of(euros), exchange);

    assertThat(ledger.hold(attempt("a", 1_080))).isInstanceOf(Held.class);
    assertThat(used(ledger, euros)).isEqualTo(Money.parse("0.001 EUR"));
    assertThat(ledger.hold(attempt("b", 1))).isInstanceOf(Refused.class);
  }

  @Test
  final void aBudgetDeclaredLater_beginsWithWhatWasSpentAndHeld() {
    SqlLedger before = ledger();
    before.hold(attempt("a", 700));
    before.settle(attempt("a", 700), charge(300));
    before.hold(attempt("b", 500));

    Budget late = budget("default", "triage", Window.HOUR, "0.001 USD");
    SqlLedger after = ledger(late);

    assertThat(used(after, late)).isEqualTo(usd(800));
    assertThat(after.hold(attempt("c", 201))).isInstanceOf(Refused.class);
    assertThat(after.hold(attempt("c", 200))).isInstanceOf(Held.class);
  }

  @Test
  final void aNewWindow_beginsEmpty_andWhatWasHeldBeforeStaysInItsOwn() throws SQLException {
    Budget hour = budget(null, null, Window.HOUR, "0.001 USD");
    Budget day = budget(null, null, Window.DAY, "0.002 USD");
    SqlLedger ledger = ledger(hour, day);
    ledger.hold(attempt("a", 900));
    clock.advance(Duration.ofHours(1));

    assertThat(used(ledger, hour)).isEqualTo(usd(0));
    assertThat(ledger.hold(attempt("b", 1_000))).isInstanceOf(Held.class);
    ledger.settle(attempt("a", 900), charge(100));

    assertThat(used(ledger, hour)).isEqualTo(usd(1_000));
    assertThat(used(ledger, day)).isEqualTo(usd(1_100));
    assertThat(
            count("SELECT micros FROM budget_use WHERE scope LIKE '%hour' ORDER BY began LIMIT 1"))
        .isEqualTo(100);
  }

  @Test
  final void whileAWindowEnds_nothingIsLost_whoeverHoldsAndSettles() throws Exception {
    Budget hour = budget(null, null, Window.HOUR, "100 USD");
    SqlLedger ledger = ledger(hour);
    List<Callable<Boolean>> callers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int number = i;
      callers.add(() -> {
        for (int j = 0; j < 10; j++) {
          Reservation attempt = attempt(number + "-" + j, 100);
          ledger.hold(attempt);
          if (number == 0) {
            clock.advance(Duration.ofMinutes(20));
          }
          ledger.settle(attempt, charge(number + j));
        }
        return true;
      });
    }

    Race.of(callers);
    server.database.write(handle -> true);

    assertThat(count("SELECT SUM(micros) FROM budget_use"))
        .isEqualTo(count("SELECT SUM(micros) FROM ledger"))
        .isEqualTo(40 * 45 + 10 * 39 * 20);
    assertThat(count("SELECT COUNT(*) FROM budget_use")).isGreaterThan(2);
  }

  @Test
  final void threadsOfTwoServers_neverHoldMoreThanThereIs_norAreRefusedWhatIsFree()
      throws Exception {
    try (TestServer other = another()) {
      SqlLedger here = ledger(FIFTY);
      SqlLedger there = new SqlLedger(other.database, clock, List.of(FIFTY), Exchange.NONE);
      for (int round = 0; round < ROUNDS; round++) {
        store.empty();
        List<Callable<Hold>> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          SqlLedger ledger = i % 2 == 0 ? here : there;
          Reservation attempt = attempt("r" + round + "-" + i, EACH);
          callers.add(() -> ledger.hold(attempt));
        }
        List<Hold> holds = Race.of(callers);

        assertThat(holds.stream().filter(Held.class::isInstance)).hasSize(CALLS);
        assertThat(used(here, FIFTY)).isEqualTo(usd(CALLS * EACH));
        freed(here, there, holds, round);
        // Settlements are handed in, not waited for: each server has written its own by now.
        here.budgets();
        there.budgets();
        assertThat(used(there, FIFTY)).isEqualTo(usd(CALLS / 2 * EACH / 2));
      }
    }
  }

  /** Half is released, half settled at half the price; then as much is free as should be. */
  private static void freed(SqlLedger here, SqlLedger there, List<Hold> holds, int round)
      throws Exception {
    List<Callable<Boolean>> closing = new ArrayList<>();
    int held = 0;
    for (int i = 0; i < holds.size(); i++) {
      if (holds.get(i) instanceof Held) {
        SqlLedger ledger = i % 2 == 0 ? here : there;
        Reservation attempt = attempt("r" + round + "-" + i, EACH);
        boolean release = held++ % 2 == 0;
        closing.add(() -> {
          if (release) {
            ledger.release(attempt);
          } else {
            ledger.settle(attempt, charge(EACH / 2));
          }
          return true;
        });
      }
    }
    Race.of(closing);
    there.budgets(); // What the other server was handed is written now.
    long free = CALLS * EACH - CALLS / 2 * EACH / 2;
    Reservation rest = attempt("rest" + round, free);
    assertThat(here.hold(rest)).isInstanceOf(Held.class);
    assertThat(there.hold(attempt("more" + round, 1))).isInstanceOf(Refused.class);
    here.release(rest);
  }
}
