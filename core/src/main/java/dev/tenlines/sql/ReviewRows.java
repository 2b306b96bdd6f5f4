package dev.tenlines.sql;

import dev.tenlines.OutcomeJson;
import dev.tenlines.review.Cause;
import dev.tenlines.review.Decided;
import dev.tenlines.review.Lease;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Review items as they stand in the database. */
final class ReviewRows {
  /** Begins every query for items. */
  static final String SELECT =
      "SELECT v.*, q.input, q.fields, q.brought, q.answer FROM reviews v JOIN requests q ON q.id = v.request ";

  private ReviewRows() {}

  static @Nullable ReviewItem find(Handle handle, String tenant, String id) {
    return list(handle.select(SELECT + "WHERE v.tenant = ? AND v.id = ?", tenant, id)).stream()
        .findFirst()
        .orElse(null);
  }

  static List<ReviewItem> list(Query query) {
    return query.map(ReviewRows::item).list();
  }

  /** The verdict of a row that has one. */
  static @Nullable Decided decided(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    if (decision == null) {
      return null;
    }
    Object value = Columns.value(row.getString("value"));
    return new Decided(
        Verdict.of(decision, value, row.getString("why")),
        value,
        row.getString("reviewer"),
        Columns.instant(row, "decided"),
        Columns.instant(row, "effective"));
  }

  /** A blind item shows no guess, decided or not: who looks again must not learn which it was. */
  private static ReviewItem item(ResultSet row, StatementContext context) throws SQLException {
    Cause cause = Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT));
    boolean blind = cause == Cause.AUDIT;
    return new ReviewItem(
        row.getString("id"),
        row.getString("request"),
        row.getString("tenant"),
        row.getString("feature"),
        row.getString("input"),
        Columns.map(row.getString("fields")),
        Brought.circumstances(row).conversation(),
        blind ? null : Columns.value(row.getString("proposal")),
        blind ? List.of() : OutcomeJson.read(row.getString("answer"), Object.class).evidence(),
        cause,
        row.getString("reason"),
        row.getLong("escalated") != 0,
        (int) row.getLong("version"),
        lease(row),
        Columns.instant(row, "created"),
        Columns.maybeInstant(row, "due"),
        decided(row));
  }

  private static @Nullable Lease lease(ResultSet row) throws SQLException {
    String holder = row.getString("holder");
    Instant until = Columns.instant(row, "leased_until");
    return holder == null ? null : new Lease(holder, until);
  }
}
