package dev.tenlines.ladder;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import dev.tenlines.cost.Money;
import dev.tenlines.review.Decided;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked, what came of it and what it cost; each tenant sees its own. */
public interface History {

  /** One request, or null when the tenant has none of this id. */
  @Nullable Entry find(String tenant, String id);

  /** Requests, newest first. */
  List<Entry> list(Filter filter);

  /** How many requests each rung ended, day by day. */
  List<Tally> tallies(String tenant, String feature, Instant from);

  /** What was booked, by day, feature and rung. The sum over all of them is the ledger's. */
  List<Spend> spend(String tenant, Instant from, Instant to);

  /**
   * One request with its outcome.
   *
   * @param decided the verdict, once it has effects, or null
   */
  record Entry(
      Request request, Outcome<Object> outcome, Instant created, @Nullable Decided decided) {}

  /**
   * Which requests.
   *
   * @param outcome {@code answered}, {@code deferred} or {@code declined}, or null for all
   * @param before the id before which a page starts, or null for the newest
   */
  record Filter(
      String tenant,
      @Nullable String feature,
      @Nullable String outcome,
      @Nullable String before,
      int most) {}

  /**
   * Requests of one day that ended at one place.
   *
   * @param rung the name of the rung that answered, without its version, else {@code deferred} or
   *     {@code declined}
   */
  record Tally(LocalDate day, String rung, long requests) {}

  /**
   * Charges of one day.
   *
   * @param rung name and version
   * @param charges how many were booked
   */
  record Spend(LocalDate day, String feature, String rung, long charges, Money sum) {}
}
