package dev.tenlines.sql;

import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Exchange;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Reservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How far each budget is used: one row for a budget and a window, kept in the transactions that
 * change what it counts. A check reads this row, never a sum over charges.
 *
 * <p>A charge counts in the window in which its money was held, whenever it is settled: a window's
 * end neither loses nor moves it. A row that is not there is made from the rows it sums; to see all
 * of them, writers of other servers wait meanwhile.
 */
final class Counters {
  private static final int MOST_KNOWN = 10_000;

  private final Database database;
  private final Exchange exchange;
  private final List<Budget> budgets;
  private final Set<Window> known = ConcurrentHashMap.newKeySet();
  private final Prepared take;
  private final Prepared add;
  private final Prepared used;

  Counters(Database database, List<Budget> budgets, Exchange exchange) {
    this.database = database;
    this.exchange = exchange;
    // Two servers that lock several rows in one order never wait for each other in a circle.
    this.budgets = budgets.stream().sorted(Comparator.comparing(Budget::scope)).toList();
    Dialect dialect = database.dialect();
    this.take =
        new Prepared(
            dialect,
            "UPDATE budget_use SET micros = micros + ? WHERE scope = ? AND began = ?"
                + " AND micros <= ? RETURNING micros");
    this.add =
        new Prepared(
            dialect, "UPDATE budget_use SET micros = micros + ? WHERE scope = ? AND began = ?");
    this.used =
        new Prepared(dialect, "SELECT micros FROM budget_use WHERE scope = ? AND began = ?");
  }

  private record Window(String scope, long began) {
    private static Window of(Budget budget, Instant moment) {
      return new Window(budget.scope(), Columns.micros(budget.window().start(moment)));
    }
  }

  /** The budgets in the order in which their rows are locked. */
  List<Budget> all() {
    return budgets;
  }

  /** The budgets an attempt counts towards. */
  List<Budget> covering(Reservation attempt) {
    return budgets.isEmpty() ? budgets : budgets.stream().filter(b -> b.covers(attempt)).toList();
  }

  /** Sees to it that each of these budgets has a row for the window of this moment. */
  void ready(List<Budget> some, Instant moment) {
    for (Budget budget : some) {
      Window window = Window.of(budget, moment);
      if (!known.contains(window)) {
        database.change(handle -> count(handle, budget, window, false));
        if (known.size() > MOST_KNOWN) {
          known.clear();
        }
        known.add(window);
      }
    }
  }

  /** Counts all rows anew: budgets may have come or changed since somebody last kept them. */
  void recount(Instant moment) {
    for (Budget budget : budgets) {
      Window window = Window.of(budget, moment);
      database.change(handle -> count(handle, budget, window, true));
    }
  }

  /** What an amount is in the budget's currency, or null where it cannot be counted. */
  @Nullable Long counted(Budget budget, @Nullable Money amount) {
    Money money = amount == null ? null : exchange.in(amount, budget.currency());
    return money == null ? null : money.micros();
  }

  /**
   * Takes an amount from a budget.
   *
   * @return how far it is used now, or null when that would go beyond its end
   */
  @Nullable Long take(Handle handle, Budget budget, Instant moment, long micros) {
    Window window = Window.of(budget, moment);
    long most = budget.stop() == null ? Long.MAX_VALUE : budget.stop().micros();
    return take.first(
        handle, row -> row.getLong(1), micros, window.scope(), window.began(), most - micros);
  }

  /** Whether the row is there; one that is not will be made. */
  boolean stands(Handle handle, Budget budget, Instant moment) {
    Window window = Window.of(budget, moment);
    boolean stands =
        used.first(handle, row -> row.getLong(1), window.scope(), window.began()) != null;
    if (!stands) {
      known.remove(window);
    }
    return stands;
  }

  /** Adds to a budget whatever it allows: the money is spent, or free again. */
  void add(Handle handle, Budget budget, Instant moment, long micros) {
    if (micros != 0) {
      Window window = Window.of(budget, moment);
      add.execute(handle, micros, window.scope(), window.began());
    }
  }

  /** How far a budget is used in the window of this moment. */
  Money used(Handle handle, Budget budget, Instant moment) {
    Window window = Window.of(budget, moment);
    Long micros = stored(handle, window);
    return new Money(micros == null ? sum(handle, budget, window) : micros, budget.currency());
  }

  private static @Nullable Long stored(Handle handle, Window window) {
    return handle
        .select(
            "SELECT micros FROM budget_use WHERE scope = ? AND began = ?",
            window.scope(),
            window.began())
        .mapTo(Long.class)
        .findOne()
        .orElse(null);
  }

  /** Makes the row; one that is there is kept, or replaced. Nobody else writes meanwhile. */
  private boolean count(Handle handle, Budget budget, Window window, boolean anew) {
    String lock = database.dialect().lock("reservations, ledger");
    if (lock != null) {
      handle.execute(lock);
    }
    if (!anew && stored(handle, window) != null) {
      return false;
    }
    handle.execute(
        "INSERT INTO budget_use (scope, began, micros) VALUES (?, ?, ?) ON CONFLICT (scope, began)"
            + " DO UPDATE SET micros = excluded.micros",
        window.scope(),
        window.began(),
        sum(handle, budget, window));
    return true;
  }

  /** Each charge is rounded into the budget's currency by itself, as it was when it was booked. */
  private long sum(Handle handle, Budget budget, Window window) {
    return sum(handle, budget, window, "ledger", "booked")
        + sum(handle, budget, window, "reservations", "held");
  }

  private long sum(Handle handle, Budget budget, Window window, String table, String time) {
    List<Object> values = new ArrayList<>(List.of(window.began()));
    StringBuilder sql =
        new StringBuilder("SELECT micros, currency, COUNT(*) AS times FROM ")
            .append(table)
            .append(" WHERE micros IS NOT NULL AND ")
            .append(time)
            .append(" >= ?");
    Instant end = budget.window().end(Columns.instant(window.began()));
    if (end != null) {
      sql.append(" AND ").append(time).append(" < ?");
      values.add(Columns.micros(end));
    }
    named(sql, values, "tenant", budget.tenant());
    named(sql, values, "feature", budget.feature());
    named(sql, values, "caller", budget.key());
    sql.append(" GROUP BY micros, currency");
    return handle
        .select(sql.toString(), values.toArray())
        .map((row, context) -> {
          Money money = new Money(row.getLong("micros"), row.getString("currency"));
          Long each = counted(budget, money);
          return each == null ? 0 : Math.multiplyExact(each, row.getLong("times"));
        })
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static void named(
      StringBuilder sql, List<Object> values, String column, @Nullable String value) {
    if (value != null) {
      sql.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
  }
}
