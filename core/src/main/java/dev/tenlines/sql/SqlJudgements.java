package dev.tenlines.sql;

import dev.tenlines.OutcomeJson;
import dev.tenlines.review.Decided;
import dev.tenlines.review.Judgements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** People's verdicts read back for training, once they have effects. */
public final class SqlJudgements implements Judgements {
  private static final String WHERE =
      " FROM reviews v JOIN requests q ON q.id = v.request WHERE v.feature = ? AND v.state ="
          + " 'decided' AND v.effective <= ? AND v.reviewer <> '"
          + Decided.NOBODY
          + "'";

  private final Database database;
  private final Clock clock;

  public SqlJudgements(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<Judgement> all(String feature) {
    return list(feature, "");
  }

  @Override
  public List<Judgement> audits(String feature) {
    return list(feature, " AND v.cause = 'audit'");
  }

  private List<Judgement> list(String feature, String and) {
    return database.read(handle ->
        handle
            .select(
                "SELECT q.*, v.value, v.decided" + WHERE + and + " ORDER BY v.effective, v.id",
                feature,
                Columns.micros(clock.instant()))
            .map((row, context) -> judgement(row))
            .list());
  }

  @Override
  public List<Judgement> sent(String tenant, String feature, Instant after, int most) {
    return database
        .read(handle ->
            handle
                .select(
                    "SELECT q.*, v.value, v.decided"
                        + WHERE
                        + " AND v.tenant = ? AND v.decided > ? AND v.decision <> 'rejected'"
                        + " ORDER BY v.decided DESC, v.id DESC LIMIT ?",
                    feature,
                    Columns.micros(clock.instant()),
                    tenant,
                    Columns.micros(after),
                    most)
                .map((row, context) -> judgement(row))
                .list())
        .reversed();
  }

  private static Judgement judgement(ResultSet row) throws SQLException {
    return new Judgement(
        Brought.request(row, null),
        OutcomeJson.read(row.getString("answer"), Object.class),
        Columns.value(row.getString("value")),
        row.getLong("audit") != 0,
        Columns.instant(row, "decided"));
  }

  @Override
  public long count(String feature) {
    return database.read(handle ->
        handle
            .select("SELECT COUNT(*)" + WHERE, feature, Columns.micros(clock.instant()))
            .mapTo(Long.class)
            .one());
  }
}
