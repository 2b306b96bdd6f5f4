package dev.tenlines.ladder;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import dev.tenlines.cost.Charge;
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

  /**
   * What was booked, by everything a charge can be counted by. The sum over all of them is the
   * ledger's.
   *
   * @param tenant whose charges, or null for everybody's
   */
  List<Spend> spend(@Nullable String tenant, Instant from, Instant to);

  /** How many requests of each feature each rung ended. */
  List<Ended> ended(@Nullable String tenant, Instant from, Instant to);

  /** What the requests of each feature cost that reached a model. */
  List<Paid> paid(@Nullable String tenant, Instant from, Instant to);

  /** What was booked for the calls of one request, in order. */
  List<Booked> charges(String tenant, String request);

  /**
   * What one call of a model cost.
   *
   * @param attempt the call's id, as its transcript names it
   */
  record Booked(String attempt, Charge charge) {}

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
   * Charges of one day, alike in all but their amount.
   *
   * @param rung name and version
   * @param model the model as the provider names it, or the rung where there is none
   * @param key the id of the key or user that asked, or null
   * @param charges how many were booked
   * @param unpriced how many of them have no known price: they are not in the sum
   * @param estimated how many of them are estimates
   */
  record Spend(
      LocalDate day,
      String tenant,
      String feature,
      String rung,
      String model,
      @Nullable String key,
      long charges,
      long unpriced,
      long estimated,
      Money sum) {}

  /**
   * Requests of a feature that ended at one place.
   *
   * @param rung as in {@link Tally}
   */
  record Ended(String feature, String rung, long requests) {}

  /**
   * Requests of a feature that a model was paid for.
   *
   * @param requests how many there were
   * @param sum what they cost together, models only
   */
  record Paid(String feature, long requests, Money sum) {}
}
