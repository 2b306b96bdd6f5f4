package dev.tenlines.sql;

import dev.tenlines.review.Decided;
import dev.tenlines.review.Decision;
import dev.tenlines.review.Decision.Done;
import dev.tenlines.review.Decision.Held;
import dev.tenlines.review.Decision.Refused;
import dev.tenlines.review.Decision.Stale;
import dev.tenlines.review.Decision.Unknown;
import dev.tenlines.review.Lease;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The review queue in a database. Every change is made by one statement that names what it saw. */
public final class SqlReviewQueue implements ReviewQueue {
  private final Database database;
  private final Clock clock;
  private final SqlOutbox outbox;

  public SqlReviewQueue(Database database, Clock clock, SqlOutbox outbox) {
    this.database = database;
    this.clock = clock;
    this.outbox = outbox;
  }

  @Override
  public @Nullable ReviewItem take(Seat seat) {
    return database.change(handle -> {
      Instant now = clock.instant();
      String id = held(handle, seat, now);
      if (id == null) {
        id = next(handle, seat, now);
      }
      return id == null ? null : lease(handle, seat.tenant(), id, seat.person(), now);
    });
  }

  @Override
  public @Nullable ReviewItem find(String tenant, String id) {
    return database.read(handle -> ReviewRows.find(handle, tenant, id));
  }

  @Override
  public Decision open(String tenant, String id, String person) {
    return change(
        tenant,
        id,
        person,
        (handle, item) ->
            item.decided() != null
                ? new Stale(item)
                : new Done(lease(handle, tenant, id, person, clock.instant())));
  }

  @Override
  public Decision renew(String tenant, String id, String person) {
    return change(
        tenant,
        id,
        person,
        (handle, item) -> {
          Decided decided = item.decided();
          if (decided != null) {
            // A sign of life that crosses one's own verdict on the way is no conflict.
            return decided.reviewer().equals(person) ? new Done(item) : new Stale(item);
          }
          return new Done(lease(handle, tenant, id, person, clock.instant()));
        });
  }

  @Override
  public Decision release(String tenant, String id, String person) {
    return change(
        tenant,
        id,
        person,
        (handle, item) -> item.decided() != null ? new Stale(item) : freed(handle, item));
  }

  @Override
  public Decision skip(String tenant, String id, String person, int version) {
    return change(
        tenant,
        id,
        person,
        (handle, item) -> {
          if (item.version() != version || item.decided() != null) {
            return new Stale(item);
          }
          if (item.blind()) {
            return new Refused("TL-174", "A random check cannot be skipped.");
          }
          handle.execute(
              "INSERT INTO skips (person, review) VALUES (?, ?) ON CONFLICT DO NOTHING",
              person,
              id);
          return freed(handle, item);
        });
  }

  @Override
  public Decision escalate(String tenant, String id, String person, int version) {
    return change(
        tenant,
        id,
        person,
        (handle, item) -> {
          if (item.version() != version || item.decided() != null) {
            return new Stale(item);
          }
          if (item.blind()) {
            return new Refused("TL-174", "A random check cannot be handed on.");
          }
          handle.execute("UPDATE reviews SET escalated = 1 WHERE id = ?", id);
          return freed(handle, item);
        });
  }

  @Override
  public Decision decide(
      String tenant, String id, String person, @Nullable Integer version, Verdict verdict) {
    return change(
        tenant,
        id,
        person,
        (handle, item) -> {
          Decided decided = item.decided();
          if (decided != null) {
            boolean same = decided.reviewer().equals(person) && decided.verdict().equals(verdict);
            return same ? new Done(item) : new Stale(item);
          }
          if (version != null && version != item.version()) {
            return new Stale(item);
          }
          if (verdict instanceof Verdict.Approved && item.proposal() == null) {
            return new Refused("TL-176", "There is no proposal to approve.");
          }
          Instant now = clock.instant();
          return write(handle, item, verdict, person, now, now.plus(UNDO));
        });
  }

  @Override
  public Decision undo(String tenant, String id, String person) {
    return change(
        tenant,
        id,
        person,
        (handle, item) -> {
          Decided decided = item.decided();
          if (decided == null || !decided.reviewer().equals(person)) {
            return new Stale(item);
          }
          Instant now = clock.instant();
          if (!now.isBefore(decided.effective())) {
            return new Refused("TL-175", "The verdict has had its effects and cannot be undone.");
          }
          outbox.withdraw(handle, id);
          handle.execute(
              "UPDATE reviews SET state = 'open', decision = NULL, value = NULL, why = NULL,"
                  + " reviewer = NULL, decided = NULL, effective = NULL WHERE id = ?",
              id);
          return new Done(lease(handle, tenant, id, person, now));
        });
  }

  @Override
  public List<ReviewItem> list(Filter filter) {
    String order =
        filter.open()
            ? "ORDER BY v.escalated, v.place, v.id LIMIT ?"
            : "ORDER BY v.decided DESC, v.id DESC LIMIT ?";
    // The page starts after the row of that id, in the order of the page.
    String after =
        filter.open()
            ? "(v.escalated, v.place, v.id) > (SELECT escalated, place, id FROM reviews WHERE id ="
                + " ? AND tenant = ?)"
            : "(v.decided, v.id) < (SELECT decided, id FROM reviews WHERE id = ? AND tenant = ?)";
    return database.read(handle ->
        ReviewRows.list(
            handle.select(
                ReviewRows.SELECT
                    + "WHERE v.tenant = ? AND v.state = ? AND (CAST(? AS TEXT) IS NULL OR v.feature = ?)"
                    + " AND (CAST(? AS TEXT) IS NULL OR "
                    + after
                    + ") "
                    + order,
                filter.tenant(),
                filter.open() ? "open" : "decided",
                filter.feature(),
                filter.feature(),
                filter.after(),
                filter.after(),
                filter.tenant(),
                filter.most())));
  }

  @Override
  public List<ReviewItem> mine(String tenant, String person, int most) {
    return database.read(handle ->
        ReviewRows.list(
            handle.select(
                ReviewRows.SELECT
                    + "WHERE v.tenant = ? AND v.state = 'decided' AND v.reviewer = ?"
                    + " ORDER BY v.decided DESC, v.id DESC LIMIT ?",
                tenant,
                person,
                most)));
  }

  @Override
  public Counts counts(String tenant, @Nullable String feature, String person) {
    ReviewCounts counts = new ReviewCounts(tenant, feature, clock.instant());
    return database.read(handle -> counts.of(handle, person));
  }

  @Override
  public int expire(String feature, Verdict verdict, int most) {
    return database.change(handle -> {
      Instant now = clock.instant();
      List<ReviewItem> late =
          ReviewRows.list(
              handle.select(
                  ReviewRows.SELECT
                      + "WHERE v.state = 'open' AND v.due <= ? AND v.feature = ? AND v.leased_until <="
                      + " ? AND v.cause <> 'audit' ORDER BY v.due, v.id LIMIT ?"
                      + database.dialect().skipLocked("v"),
                  Columns.micros(now),
                  feature,
                  Columns.micros(now),
                  most));
      late.forEach(item -> write(handle, item, verdict, Decided.NOBODY, now, now));
      return late.size();
    });
  }

  /**
   * What the person holds already and may go on with. A sum keeps off the index of all that is
   * open.
   */
  private @Nullable String held(Handle handle, Seat seat, Instant now) {
    return handle
        .select(
            "SELECT v.id FROM reviews v WHERE v.tenant = ? AND v.holder = ? AND v.state = 'open' AND"
                + " v.leased_until > ? AND v.escalated + 0 = ? AND (CAST(? AS TEXT) IS NULL OR v.feature"
                + " = ?) ORDER BY v.place, v.id LIMIT 1"
                + database.dialect().locked("v"),
            seat.tenant(),
            seat.person(),
            Columns.micros(now),
            seat.escalated() ? 1 : 0,
            seat.feature(),
            seat.feature())
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private @Nullable String next(Handle handle, Seat seat, Instant now) {
    String skipped = "EXISTS (SELECT 1 FROM skips s WHERE s.review = v.id AND s.person = ?)";
    return handle
        .select(
            "SELECT v.id FROM reviews v WHERE v.tenant = ? AND v.state = 'open' AND v.escalated = ?"
                + (seat.feature() == null ? " AND CAST(? AS TEXT) IS NULL" : " AND v.feature = ?")
                + " AND v.leased_until <= ? AND "
                + (seat.skipped() ? skipped : "NOT " + skipped)
                + " ORDER BY v.place, v.id LIMIT 1"
                + database.dialect().skipLocked("v"),
            seat.tenant(),
            seat.escalated() ? 1 : 0,
            seat.feature(),
            Columns.micros(now),
            seat.person())
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  /**
   * Runs a change on an item that nobody else holds. The row is locked first where rows have locks,
   * so that what the change saw is what it changes.
   */
  private Decision change(
      String tenant, String id, String person, BiFunction<Handle, ReviewItem, Decision> change) {
    return database.change(handle -> {
      handle.execute(
          "UPDATE reviews SET version = version WHERE tenant = ? AND id = ?", tenant, id);
      ReviewItem item = ReviewRows.find(handle, tenant, id);
      if (item == null) {
        return new Unknown();
      }
      Lease lease = item.lease();
      return lease != null
              && !lease.holder().equals(person)
              && lease.heldAt(clock.instant())
              && item.decided() == null
          ? new Held(lease)
          : change.apply(handle, item);
    });
  }

  /** A new holder makes a new version; the same holder only gets more time. */
  private ReviewItem lease(Handle handle, String tenant, String id, String person, Instant now) {
    handle.execute(
        "UPDATE reviews SET holder = NULL, leased_until = 0, version = version + 1"
            + " WHERE tenant = ? AND holder = ? AND state = 'open' AND id <> ?",
        tenant,
        person,
        id);
    handle.execute(
        "UPDATE reviews SET version = CASE WHEN holder = ? THEN version ELSE version + 1 END,"
            + " holder = ?, leased_until = ? WHERE id = ?",
        person,
        person,
        Columns.micros(now.plus(LEASE)),
        id);
    ReviewItem item = ReviewRows.find(handle, tenant, id);
    if (item == null) {
      throw new IllegalStateException("a leased item is gone: " + id);
    }
    return item;
  }

  private static Decision freed(Handle handle, ReviewItem item) {
    handle.execute(
        "UPDATE reviews SET holder = NULL, leased_until = 0, version = version + 1 WHERE id = ?",
        item.id());
    return again(handle, item);
  }

  private Decision write(
      Handle handle,
      ReviewItem item,
      Verdict verdict,
      String person,
      Instant now,
      Instant effective) {
    Object value =
        switch (verdict) {
          case Verdict.Approved() -> item.proposal();
          case Verdict.Corrected(Object right) -> right;
          case Verdict.Rejected(String reason) -> null;
        };
    handle.execute(
        "UPDATE reviews SET state = 'decided', version = version + 1, holder = NULL,"
            + " leased_until = 0, decision = ?, value = ?, why = ?, reviewer = ?, decided = ?,"
            + " effective = ? WHERE id = ? AND state = 'open'",
        verdict.decision(),
        Columns.json(value),
        verdict instanceof Verdict.Rejected(String reason) ? reason : null,
        person,
        Columns.micros(now),
        Columns.micros(effective),
        item.id());
    outbox.announce(handle, item, new Decided(verdict, value, person, now, effective));
    return again(handle, item);
  }

  private static Decision again(Handle handle, ReviewItem item) {
    ReviewItem now = ReviewRows.find(handle, item.tenant(), item.id());
    return now == null ? new Unknown() : new Done(now);
  }
}
