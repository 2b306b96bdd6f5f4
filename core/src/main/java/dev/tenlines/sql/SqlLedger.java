package dev.tenlines.sql;

import dev.tenlines.Outcome;
import dev.tenlines.Trace;
import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Exchange;
import dev.tenlines.cost.Ledger;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Reservation;
import dev.tenlines.cost.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in a database. An open hold is a row of {@code reservations}; closing it deletes that
 * row and appends one to {@code ledger}, in one transaction with the counters of the budgets.
 */
public final class SqlLedger implements Ledger {
  private final Database database;
  private final Clock clock;
  private final Counters counters;
  private final Prepared insertHold;
  private final Prepared deleteHold;
  private final Prepared insertCharge;
  private final Prepared findCharge;

  public SqlLedger(Database database, Clock clock, List<Budget> budgets, Exchange exchange) {
    this.database = database;
    this.clock = clock;
    this.counters = new Counters(database, budgets, exchange);
    Dialect dialect = database.dialect();
    this.insertHold =
        new Prepared(
            dialect,
            "INSERT INTO reservations (attempt, request, tenant, feature, rung, model, caller,"
                + " micros, currency, server, held) SELECT ?, ?, ?, ?, ?, ?, ?, CAST(? AS BIGINT), ?,"
                + " ?, ? WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE attempt = ?)"
                + " ON CONFLICT DO NOTHING");
    this.deleteHold =
        new Prepared(
            dialect, "DELETE FROM reservations WHERE attempt = ? RETURNING micros, currency, held");
    this.insertCharge =
        new Prepared(
            dialect,
            "INSERT INTO ledger (attempt, request, tenant, feature, rung, model, caller, micros,"
                + " currency, input, cache_read, cache_write, cache_write_hour, output, thinking,"
                + " tier, state, estimated, price, booked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    this.findCharge =
        new Prepared(dialect, "SELECT 1 FROM ledger WHERE request = ? AND rung = ? LIMIT 1");
  }

  @Override
  public Hold hold(Reservation attempt) {
    List<Budget> covering = counters.covering(attempt);
    while (true) {
      Instant now = clock.instant();
      counters.ready(covering, now);
      Hold hold = database.change(handle -> hold(handle, attempt, covering, now));
      if (hold != null) {
        return hold;
      }
    }
  }

  @Override
  public void settle(Reservation attempt, Charge charge) {
    database.changeLater(handle -> close(handle, attempt, charge, "settled"));
  }

  @Override
  public void release(Reservation attempt) {
    database.changeLater(handle -> close(handle, attempt, null, "released"));
  }

  @Override
  public int recover() {
    int booked = database.change(this::bookUnknown);
    counters.recount(clock.instant());
    return booked;
  }

  @Override
  public List<Use> budgets() {
    Instant now = clock.instant();
    if (counters.all().isEmpty()) {
      return List.of();
    }
    // On the writer's side: a settlement that was handed in counts.
    return database.write(handle ->
        counters.all().stream()
            .map(budget -> new Use(budget, counters.used(handle, budget, now)))
            .toList());
  }

  /**
   * Books what a rung of the application's own says it cost, unless its calls were booked one by
   * one as they were made.
   */
  void book(Handle handle, Outcome<?> outcome, String tenant, Trace.Step step, Instant now) {
    String id = outcome.id();
    String rung = step.rung();
    if (findCharge.first(handle, row -> true, id, rung) != null) {
      return;
    }
    Reservation whole =
        new Reservation(
            id + "/" + rung, id, tenant, outcome.feature(), rung, rung, null, step.charge());
    if (insert(handle, whole, new Charge(Usage.NONE, step.charge(), false), "settled", now)) {
      move(handle, whole, now, null, step.charge());
    }
  }

  /**
   * Takes the money from every budget or from none; null when a counter has to be made first. The
   * hold is written before any counter is touched: whoever makes counters waits for such writers.
   */
  private @Nullable Hold hold(
      Handle handle, Reservation attempt, List<Budget> covering, Instant now) {
    database.presence().appear(handle);
    if (!insert(handle, attempt, now)) {
      return new Hold.Held(List.of()); // It holds already, or is booked.
    }
    List<Budget> taken = new ArrayList<>();
    List<Budget> warnings = new ArrayList<>();
    for (Budget budget : covering) {
      Long micros = counters.counted(budget, attempt.most());
      if (micros == null && budget.stop() != null) {
        giveBack(handle, attempt, taken, now);
        return new Hold.Refused(budget, true);
      }
      if (micros != null) {
        Long used = counters.take(handle, budget, now, micros);
        if (used == null) {
          boolean over = counters.stands(handle, budget, now);
          giveBack(handle, attempt, taken, now);
          return over ? new Hold.Refused(budget, false) : null;
        }
        taken.add(budget);
        if (crosses(budget, used - micros, used)) {
          warnings.add(budget);
        }
      }
    }
    return new Hold.Held(warnings);
  }

  private void giveBack(Handle handle, Reservation attempt, List<Budget> taken, Instant now) {
    deleteHold.first(handle, Held::of, attempt.attempt());
    for (Budget budget : taken) {
      Long micros = counters.counted(budget, attempt.most());
      counters.add(handle, budget, now, micros == null ? 0 : -micros);
    }
  }

  private static boolean crosses(Budget budget, long before, long after) {
    return budget.warn() != null
        && before <= budget.warn().micros()
        && after > budget.warn().micros();
  }

  private boolean insert(Handle handle, Reservation attempt, Instant now) {
    Money most = attempt.most();
    int inserted =
        insertHold.execute(
            handle,
            attempt.attempt(),
            attempt.request(),
            attempt.tenant(),
            attempt.feature(),
            attempt.rung(),
            attempt.model(),
            attempt.caller(),
            most == null ? null : most.micros(),
            most == null ? null : most.currency(),
            database.presence().server(),
            Columns.micros(now),
            attempt.attempt());
    return inserted > 0;
  }

  /** Ends a hold, once; without a charge nothing is booked. */
  private boolean close(Handle handle, Reservation attempt, @Nullable Charge charge, String state) {
    Held held = deleteHold.first(handle, Held::of, attempt.attempt());
    if (held == null) {
      return false;
    }
    if (charge != null) {
      insert(handle, attempt, charge, state, held.at());
    }
    move(handle, attempt, held.at(), held.most(), charge == null ? null : charge.spent());
    return true;
  }

  /** What the row of a hold said. */
  private record Held(@Nullable Money most, Instant at) {
    /** By position: to find a column by its name costs as much as to delete the row. */
    private static Held of(ResultSet row) throws SQLException {
      long micros = row.getLong(1);
      Money most = row.wasNull() ? null : new Money(micros, row.getString(2));
      return new Held(most, Columns.instant(row.getLong(3)));
    }
  }

  private void move(
      Handle handle,
      Reservation attempt,
      Instant held,
      @Nullable Money before,
      @Nullable Money after) {
    for (Budget budget : counters.covering(attempt)) {
      Long freed = counters.counted(budget, before);
      Long spent = counters.counted(budget, after);
      counters.add(handle, budget, held, (spent == null ? 0 : spent) - (freed == null ? 0 : freed));
    }
  }

  private boolean insert(
      Handle handle, Reservation attempt, Charge charge, String state, Instant held) {
    Usage usage = charge.usage();
    Money spent = charge.spent();
    int inserted =
        insertCharge.execute(
            handle,
            attempt.attempt(),
            attempt.request(),
            attempt.tenant(),
            attempt.feature(),
            attempt.rung(),
            attempt.model(),
            attempt.caller(),
            spent == null ? null : spent.micros(),
            spent == null ? null : spent.currency(),
            usage.input(),
            usage.cacheRead(),
            usage.cacheWrite(),
            usage.cacheWriteHour(),
            usage.output(),
            usage.thinking(),
            usage.tier(),
            state,
            charge.estimated() || usage.estimated() ? 1 : 0,
            charge.price(),
            Columns.micros(held));
    return inserted > 0;
  }

  private int bookUnknown(Handle handle) {
    Presence presence = database.presence();
    int booked = 0;
    for (String server : servers(handle)) {
      if (!server.equals(presence.server()) && presence.gone(handle, server)) {
        for (Reservation attempt : held(handle, server)) {
          Charge most = new Charge(Usage.NONE, attempt.most(), true);
          booked += close(handle, attempt, most, "unknown") ? 1 : 0;
        }
      }
    }
    return booked;
  }

  private static List<String> servers(Handle handle) {
    return handle.select("SELECT DISTINCT server FROM reservations").mapTo(String.class).list();
  }

  private static List<Reservation> held(Handle handle, String server) {
    return handle
        .select("SELECT * FROM reservations WHERE server = ? ORDER BY attempt", server)
        .map((row, context) ->
            new Reservation(
                row.getString("attempt"),
                row.getString("request"),
                row.getString("tenant"),
                row.getString("feature"),
                row.getString("rung"),
                row.getString("model"),
                row.getString("caller"),
                money(row)))
        .list();
  }

  private static @Nullable Money money(ResultSet row) throws SQLException {
    long micros = row.getLong("micros");
    return row.wasNull() ? null : new Money(micros, row.getString("currency"));
  }
}
