package dev.tenlines.serving;

import dev.tenlines.Feature;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Request;
import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Models;
import dev.tenlines.review.Judgements.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which judged rows train and which certify. An audit that certifies does not train; every other
 * judged row trains and never certifies, because people saw it for what a rung thought of it.
 *
 * @param from audits judged later than this certify, the others train
 * @param delta the chance of a broken promise that this training may spend
 */
record Cohort(List<Example> train, List<Example> audits, Instant from, double delta) {
  /** Of a request that a person rejected: whatever a model says of it is wrong. */
  static final String NO_LABEL = "";

  /**
   * Sorts the rows.
   *
   * @param ruled which requests the rules answer, so that they never reach the small model
   * @param versions every version there was
   * @param shuts what audits have shut
   * @param budget the chance that all trainings together may spend
   */
  static Cohort of(
      Feature feature,
      Predicate<Request> ruled,
      List<Judgement> judged,
      List<Models.Version> versions,
      List<Models.Shut> shuts,
      double budget) {
    double delta = share(attempt(versions)) * budget;
    Instant from = from(feature, judged, versions, shuts, delta);
    List<Judgement> certifying =
        even(
            feature,
            ruled,
            judged.stream().filter(row -> row.audit() && row.at().isAfter(from)).toList());
    Set<String> held = new HashSet<>();
    certifying.forEach(row -> held.add(row.outcome().id()));
    List<Example> train = new ArrayList<>();
    for (Judgement row : judged) {
      Object right = right(feature, row);
      if (right != null
          && feature.labels().containsKey(right)
          && !held.contains(row.outcome().id())) {
        train.add(example(row, right));
      }
    }
    List<Example> audits =
        certifying.stream()
            .map(row -> {
              Object right = right(feature, row);
              return example(row, right == null ? NO_LABEL : right);
            })
            .toList();
    return new Cohort(train, audits, from, delta);
  }

  /**
   * What the k-th test may spend of the whole: 6 / (pi k)^2, which add up to 1 over all k. So the
   * chance that any certificate there will ever be is mistaken stays within the budget, however
   * often audits are used again.
   */
  static double share(long attempt) {
    return 6 / (Math.PI * Math.PI * attempt * attempt);
  }

  /** Which test comes next; a training that tested nothing has spent nothing. */
  static long attempt(List<Models.Version> versions) {
    return 1 + versions.stream().filter(v -> TrainingSummary.parse(v.summary()).tested()).count();
  }

  /**
   * The start only ever moves on, so that no model is tested on a row that it or the one it wants
   * to replace was trained on.
   */
  private static Instant from(
      Feature feature,
      List<Judgement> judged,
      List<Models.Version> versions,
      List<Models.Shut> shuts,
      double delta) {
    Instant start = relabelled(feature, judged);
    Instant serving = Instant.EPOCH;
    for (Models.Version version : versions) {
      start = later(start, TrainingSummary.parse(version.summary()).from());
      // Broken by audits: the traffic is no more what the audits before it say.
      if (shuts.stream().anyMatch(shut -> shut.rung().equals(version.rung()))) {
        start = later(start, version.created());
      }
      if (version.serving() && version.origin().equals(FeatureTraining.FROM_VERDICTS)) {
        serving = version.created();
      }
    }
    Instant since = later(start, serving);
    long fresh = judged.stream().filter(row -> row.audit() && row.at().isAfter(since)).count();
    return fresh >= 2L * Binomial.draws(1, feature.promise().error(), delta) ? since : start;
  }

  /**
   * When the last verdict was given that names no label of today: until then, others were meant.
   */
  private static Instant relabelled(Feature feature, List<Judgement> judged) {
    Instant last = Instant.EPOCH;
    for (Judgement row : judged) {
      if (row.value() != null && !feature.labels().containsKey(row.value())) {
        last = later(last, row.at());
      }
    }
    return last;
  }

  /**
   * What another rung answers is drawn more rarely than what a person answers anyway. As long as
   * such requests reach the small model first, only what every draw would have taken is an even
   * sample of its traffic.
   */
  private static List<Judgement> even(
      Feature feature, Predicate<Request> ruled, List<Judgement> audits) {
    boolean uneven = audits.stream().anyMatch(row -> elsewhere(row) && !ruled.test(row.request()));
    return uneven
        ? audits.stream()
            .filter(row -> Referrals.drawn(row.outcome().id(), feature.review().audits()))
            .toList()
        : audits;
  }

  private static boolean elsewhere(Judgement row) {
    return row.outcome() instanceof Answered<?> answered
        && !answered.rung().startsWith("classifier@")
        && !answered.rung().startsWith("cache@");
  }

  private static @Nullable Object right(Feature feature, Judgement row) {
    return row.value() == null ? feature.none() : row.value();
  }

  private static Example example(Judgement row, Object label) {
    return new Example(row.request().input(), label.toString(), row.request().fields());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
