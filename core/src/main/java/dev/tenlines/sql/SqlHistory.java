package dev.tenlines.sql;

import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Usage;
import dev.tenlines.ladder.History;
import dev.tenlines.review.Decided;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Requests and charges read back; every query names the tenant. */
public final class SqlHistory implements History {
  private static final String SELECT =
      "SELECT q.*, v.decision, v.value, v.why, v.reviewer, v.decided, v.effective"
          + " FROM requests q LEFT JOIN reviews v ON v.request = q.id ";

  private final Database database;
  private final Clock clock;

  public SqlHistory(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public @Nullable Entry find(String tenant, String id) {
    return database.read(handle ->
        entries(handle.select(SELECT + "WHERE q.tenant = ? AND q.id = ?", tenant, id)).stream()
            .findFirst()
            .orElse(null));
  }

  @Override
  public List<Entry> list(Filter filter) {
    return database.read(handle ->
        entries(
            handle.select(
                SELECT
                    + "WHERE q.tenant = ? AND (CAST(? AS TEXT) IS NULL OR q.feature = ?) AND (CAST(?"
                    + " AS TEXT) IS NULL OR q.outcome = ?) AND (CAST(? AS TEXT) IS NULL OR q.id < ?)"
                    + " ORDER BY q.id DESC LIMIT ?",
                filter.tenant(),
                filter.feature(),
                filter.feature(),
                filter.outcome(),
                filter.outcome(),
                filter.before(),
                filter.before(),
                filter.most())));
  }

  @Override
  public List<Tally> tallies(String tenant, String feature, Instant from) {
    return database.read(handle ->
        handle
            .select(
                "SELECT created / 86400000000 AS day, rung, COUNT(*) AS requests FROM requests"
                    + " WHERE tenant = ? AND feature = ? AND created >= ? GROUP BY 1, 2 ORDER BY 1, 2",
                tenant,
                feature,
                Columns.micros(from))
            .map((row, context) ->
                new Tally(day(row), row.getString("rung"), row.getLong("requests")))
            .list());
  }

  @Override
  public List<Spend> spend(@Nullable String tenant, Instant from, Instant to) {
    return database.read(handle ->
        between(
                handle,
                "SELECT booked / 86400000000 AS day, tenant, feature, rung, model, caller,"
                    + " COALESCE(currency, 'USD') AS money, COUNT(*) AS charges,"
                    + " SUM(CASE WHEN micros IS NULL THEN 1 ELSE 0 END) AS unpriced,"
                    + " SUM(estimated) AS estimated, COALESCE(SUM(micros), 0) AS micros FROM ledger",
                "booked",
                "GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7",
                tenant,
                from,
                to)
            .map((row, context) ->
                new Spend(
                    day(row),
                    row.getString("tenant"),
                    row.getString("feature"),
                    row.getString("rung"),
                    row.getString("model"),
                    row.getString("caller"),
                    row.getLong("charges"),
                    row.getLong("unpriced"),
                    row.getLong("estimated"),
                    new Money(row.getLong("micros"), row.getString("money"))))
            .list());
  }

  @Override
  public List<Booked> charges(String tenant, String request) {
    return database.read(handle ->
        handle
            .select(
                "SELECT * FROM ledger WHERE tenant = ? AND request = ? AND state <> 'released'"
                    + " ORDER BY booked, attempt",
                tenant,
                request)
            .map((row, context) -> booked(row))
            .list());
  }

  private static Booked booked(ResultSet row) throws SQLException {
    boolean estimated = row.getInt("estimated") != 0;
    Usage usage =
        new Usage(
            row.getLong("input"),
            row.getLong("cache_read"),
            row.getLong("cache_write"),
            row.getLong("cache_write_hour"),
            row.getLong("output"),
            row.getLong("thinking"),
            row.getString("tier"),
            estimated);
    long micros = row.getLong("micros");
    Money spent = row.wasNull() ? null : new Money(micros, row.getString("currency"));
    return new Booked(
        row.getString("attempt"), new Charge(usage, spent, estimated, row.getString("price")));
  }

  @Override
  public List<Ended> ended(@Nullable String tenant, Instant from, Instant to) {
    return database.read(handle ->
        between(
                handle,
                "SELECT feature, rung, COUNT(*) AS requests FROM requests",
                "created",
                "GROUP BY 1, 2 ORDER BY 1, 2",
                tenant,
                from,
                to)
            .map((row, context) ->
                new Ended(row.getString("feature"), row.getString("rung"), row.getLong("requests")))
            .list());
  }

  @Override
  public List<Paid> paid(@Nullable String tenant, Instant from, Instant to) {
    return database.read(handle ->
        between(
                handle,
                "SELECT feature, currency, COUNT(DISTINCT request) AS requests, SUM(micros) AS micros"
                    + " FROM ledger",
                "booked",
                "AND rung LIKE 'model:%' AND micros IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
                tenant,
                from,
                to)
            .map((row, context) ->
                new Paid(
                    row.getString("feature"),
                    row.getLong("requests"),
                    new Money(row.getLong("micros"), row.getString("currency"))))
            .list());
  }

  /** A query over a stretch of time, of one tenant or of all. */
  private static Query between(
      Handle handle,
      String select,
      String time,
      String rest,
      @Nullable String tenant,
      Instant from,
      Instant to) {
    String sql = select + " WHERE " + time + " >= ? AND " + time + " < ? ";
    return tenant == null
        ? handle.select(sql + rest, Columns.micros(from), Columns.micros(to))
        : handle.select(
            sql + "AND tenant = ? " + rest, Columns.micros(from), Columns.micros(to), tenant);
  }

  private List<Entry> entries(Query query) {
    Instant now = clock.instant();
    return query.map((row, context) -> entry(row, now)).list();
  }

  private static Entry entry(ResultSet row, Instant now) throws SQLException {
    Request request = Brought.request(row, row.getString("idempotency_key"));
    Decided decided = ReviewRows.decided(row);
    boolean told = decided != null && !now.isBefore(decided.effective());
    return new Entry(
        request,
        OutcomeJson.read(row.getString("answer"), Object.class),
        Columns.instant(row, "created"),
        told ? decided : null);
  }

  private static LocalDate day(ResultSet row) throws SQLException {
    return LocalDate.ofEpochDay(row.getLong("day"));
  }
}
