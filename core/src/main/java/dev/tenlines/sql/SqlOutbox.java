package dev.tenlines.sql;

import dev.tenlines.Outcome.Answered;
import dev.tenlines.OutcomeJson;
import dev.tenlines.review.Decided;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.text.Ids;
import dev.tenlines.webhook.Message;
import dev.tenlines.webhook.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The outbox in the same database as the decisions, so that both are kept or neither. */
public final class SqlOutbox implements Outbox {
  private final Database database;
  private final Clock clock;
  private final Ids ids;
  private final Function<String, List<String>> targets;

  /**
   * Opens the outbox.
   *
   * @param targets who is told of decisions of a feature
   */
  public SqlOutbox(Database database, Clock clock, Function<String, List<String>> targets) {
    this.database = database;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.targets = targets;
  }

  @Override
  public List<Delivery> claim(int most, Duration claim) {
    Instant now = clock.instant();
    if (database.read(handle -> waiting(handle, now, 1, "").isEmpty())) {
      return List.of();
    }
    return database.write(handle -> {
      List<Delivery> due = waiting(handle, now, most, database.dialect().skipLocked("d"));
      for (Delivery delivery : due) {
        handle.execute(
            "UPDATE deliveries SET claimed = ? WHERE id = ? AND target = ?",
            Columns.micros(now.plus(claim)),
            delivery.id(),
            delivery.target());
      }
      return due;
    });
  }

  @Override
  public void delivered(Delivery delivery) {
    update(delivery, State.DELIVERED, null, delivery.due());
  }

  @Override
  public void failed(Delivery delivery, String error, @Nullable Instant again) {
    State state = again == null ? State.FAILED : State.WAITING;
    update(delivery, state, error, again == null ? delivery.due() : again);
  }

  @Override
  public List<Delivery> list(String tenant, int most) {
    return database.read(handle ->
        handle
            .select(
                "SELECT * FROM deliveries WHERE tenant = ? ORDER BY created DESC, id LIMIT ?",
                tenant,
                most)
            .map(SqlOutbox::delivery)
            .list());
  }

  /** Records, in the transaction of the decision, what is to be told. */
  void announce(Handle handle, ReviewItem item, Decided decided) {
    Answered<?> answered = answered(handle, item);
    if (answered != null && answered.value().equals(decided.value())) {
      return; // An audit that found nothing: there is nothing to tell.
    }
    String id = ids.next("m");
    String body = new Message(item, decided, answered != null).json();
    for (String target : targets.apply(item.feature())) {
      handle.execute(
          "INSERT INTO deliveries (id, target, tenant, feature, review, body, state, attempts, due,"
              + " claimed, created) VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, ?, 0, ?)",
          id,
          target,
          item.tenant(),
          item.feature(),
          item.id(),
          body,
          Columns.micros(decided.effective()),
          Columns.micros(decided.at()));
    }
  }

  /** Takes back what nobody has heard yet. */
  void withdraw(Handle handle, String review) {
    handle.execute("DELETE FROM deliveries WHERE review = ? AND state = 'waiting'", review);
  }

  private static @Nullable Answered<?> answered(Handle handle, ReviewItem item) {
    String answer =
        handle
            .select("SELECT answer FROM requests WHERE id = ?", item.request())
            .mapTo(String.class)
            .one();
    return OutcomeJson.read(answer, Object.class) instanceof Answered<?> a ? a : null;
  }

  private static List<Delivery> waiting(Handle handle, Instant now, int most, String lock) {
    return handle
        .select(
            "SELECT * FROM deliveries d WHERE state = 'waiting' AND due <= ? AND claimed <= ?"
                + " ORDER BY due, id LIMIT ?"
                + lock,
            Columns.micros(now),
            Columns.micros(now),
            most)
        .map(SqlOutbox::delivery)
        .list();
  }

  private void update(Delivery delivery, State state, @Nullable String error, Instant due) {
    database.write(handle ->
        handle.execute(
            "UPDATE deliveries SET state = ?, attempts = attempts + 1, error = ?, due = ?, claimed ="
                + " 0 WHERE id = ? AND target = ? AND state = 'waiting'",
            state.name().toLowerCase(Locale.ROOT),
            error,
            Columns.micros(due),
            delivery.id(),
            delivery.target()));
  }

  private static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
    return new Delivery(
        row.getString("id"),
        row.getString("tenant"),
        row.getString("feature"),
        row.getString("target"),
        row.getString("body"),
        row.getInt("attempts"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Columns.instant(row, "due"),
        row.getString("error"));
  }
}
