package dev.tenlines.review;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for people. An item is leased to one person at a time, and every change is one
 * compare-and-set on its version, so that two people, threads or servers never decide the same
 * item.
 */
public interface ReviewQueue {
  /** How long a person holds an item without a sign of life. */
  Duration LEASE = Duration.ofMinutes(5);

  /** How long a verdict can be undone; its effects wait as long. */
  Duration UNDO = Duration.ofSeconds(10);

  /**
   * Leases the next item to a person: what they hold already, else the first due one that nobody
   * holds and they have not skipped.
   *
   * @return the item, or null when nothing waits
   */
  @Nullable ReviewItem take(Seat seat);

  /** Looks at an item without taking it, or null when the tenant has no such item. */
  @Nullable ReviewItem find(String tenant, String id);

  /** Leases a certain item. */
  Decision open(String tenant, String id, String person);

  /** Prolongs a lease; a sign of life. */
  Decision renew(String tenant, String id, String person);

  /** Gives an item back without an opinion. */
  Decision release(String tenant, String id, String person);

  /** Puts an item aside for this person; others still get it. */
  Decision skip(String tenant, String id, String person, int version);

  /** Hands an item on to an administrator and frees it at once. */
  Decision escalate(String tenant, String id, String person, int version);

  /**
   * Decides an item.
   *
   * @param version the version the person looked at, or null to decide whatever is open and not
   *     held by another
   */
  Decision decide(
      String tenant, String id, String person, @Nullable Integer version, Verdict verdict);

  /** Takes one's own verdict back while it has no effects; the person holds the item again. */
  Decision undo(String tenant, String id, String person);

  /**
   * Decides, for nobody, items of a feature whose due time passed and that nobody holds. Audits
   * stay open: only people judge them.
   *
   * @return how many
   */
  int expire(String feature, Verdict verdict, int most);

  /** The items a list page shows. */
  List<ReviewItem> list(Filter filter);

  /** What a person decided last, newest first. */
  List<ReviewItem> mine(String tenant, String person, int most);

  /** How much waits. */
  Counts counts(String tenant, @Nullable String feature, String person);

  /**
   * Where a person works.
   *
   * @param feature one feature, or null for all
   * @param skipped whether to come back to what this person skipped
   * @param escalated whether to work on what was handed on
   */
  record Seat(
      String tenant, String person, @Nullable String feature, boolean skipped, boolean escalated) {}

  /**
   * Which items.
   *
   * @param open open ones, else decided ones
   * @param after the id after which a page starts, or null for the first
   */
  record Filter(
      String tenant, @Nullable String feature, boolean open, @Nullable String after, int most) {}

  /** How many items are open, skipped by the person, handed on, and past their due time. */
  record Counts(long open, long skipped, long escalated, long overdue) {}
}
