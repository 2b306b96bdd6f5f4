package dev.tenlines.serving;

import dev.tenlines.Feature;
import dev.tenlines.Promise;
import dev.tenlines.Stage;
import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Models;
import dev.tenlines.project.Shares;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the next verdicts are likely to bring, in plain sentences. */
final class Forecast {
  private static final int NEXT = 50;

  private final OpenFeature open;
  private final List<Models.Version> own;
  private final long judged;
  private final List<String> said = new ArrayList<>();

  private Forecast(OpenFeature open, List<Models.Version> versions, long judged) {
    this.open = open;
    this.own =
        versions.stream().filter(v -> v.origin().equals(FeatureTraining.FROM_VERDICTS)).toList();
    this.judged = judged;
  }

  /**
   * What can be said.
   *
   * @param versions all versions, newest first
   * @param tooLittle whether the last training found too little to learn from
   */
  static List<String> of(
      OpenFeature open,
      List<Models.Version> versions,
      long judged,
      long wanted,
      boolean tooLittle) {
    Forecast forecast = new Forecast(open, versions, judged);
    if (!open.plan().used().contains("classifier")) {
      return List.of("No small model is on this ladder: verdicts bring no cheaper answers.");
    }
    forecast.training(wanted, tooLittle);
    forecast.guesses(wanted);
    if (open.state().open()) {
      forecast.coverage(wanted);
    } else {
      forecast.certificate();
    }
    return forecast.said;
  }

  private void training(long wanted, boolean tooLittle) {
    String model = own.isEmpty() ? "first model" : "next model";
    String sofar = count(judged, "verdict") + " so far";
    if (tooLittle) {
      said.add(sofar + " are too little to learn from: it takes 30 texts, of two labels at least.");
    } else if (wanted == 0) {
      said.add(sofar + ": the " + model + " is due.");
    } else if (wanted <= NEXT) {
      said.add(sofar + ": after " + wanted + " more the " + model + " is trained.");
    } else {
      said.add(
          sofar
              + ": the next "
              + NEXT
              + " bring no new model, it is trained after "
              + wanted
              + " more.");
    }
  }

  /** Errors fall with a power of the examples: two trainings show which, one shows nothing. */
  private void guesses(long wanted) {
    if (own.isEmpty()) {
      return;
    }
    Models.Version newest = own.getFirst();
    double right = TrainingSummary.parse(newest.summary()).accuracy();
    Models.Version oldest = own.getLast();
    double before = TrainingSummary.parse(oldest.summary()).accuracy();
    String now = "The newest model is right in " + percent(right) + " of requests new to it";
    if (newest.examples() < oldest.examples() * 1.2 || right >= 1 || before >= right) {
      said.add(now + ".");
      return;
    }
    double power =
        Math.log((1 - right) / (1 - before))
            / Math.log((double) newest.examples() / oldest.examples());
    double more = Math.max(NEXT, wanted) / (double) newest.examples();
    double next = 1 - (1 - right) * Math.pow(1 + more, power);
    said.add(
        next - right < 0.005
            ? now + "; the next one hardly more."
            : now + "; the next one about " + percent(next) + ".");
  }

  /** While nothing is answered alone: how far it is until then. */
  private void certificate() {
    Feature feature = open.feature();
    double declared = feature.review().audits();
    if (feature.stage() == Stage.SHADOW || !feature.reviewed()) {
      said.add("Nobody judges its requests, so it cannot learn: stage shadow, or no review rung.");
      return;
    }
    if (declared == 0) {
      said.add("It will answer nothing alone: without random checks there is no certificate.");
      return;
    }
    double share = Math.max(declared, Referrals.LEARNING_SHARE);
    String promised = Shares.format(feature.promise().error());
    TrainingSummary newest = own.isEmpty() ? null : TrainingSummary.parse(own.getFirst().summary());
    Models.Shut shut = shut();
    if (shut != null) {
      said.add(
          "Random checks have shut it: wrong in "
              + shut.errors()
              + " of "
              + shut.audits()
              + ", where "
              + promised
              + " is promised. Only checks since it began to answer count from now on.");
    }
    TrainingSummary known = shut == null ? newest : null;
    Integer needed = known == null ? fewest(feature.promise()) : known.needed();
    if (needed == null) {
      said.add(
          "It answers nothing alone yet: it is wrong too often for a promise of "
              + promised
              + ". More verdicts have to make it better first.");
      return;
    }
    long before = known == null ? 0 : known.audits();
    long since = Math.round((judged - (newest == null ? 0 : newest.judged())) * share);
    long missing = Math.max(1, needed - before - since);
    said.add(
        "It answers nothing alone yet: a promise of "
            + promised
            + " takes about "
            + count(needed, "random check")
            + ", and about "
            + missing
            + (missing == 1 ? " is missing." : " are missing."));
    String checks =
        "Of the next "
            + NEXT
            + " verdicts about "
            + Math.round(NEXT * share)
            + " are such checks: ";
    said.add(
        checks
            + (missing <= NEXT * share
                ? "they may be enough."
                : "expect about " + round(missing / share) + " more verdicts until it may."));
  }

  /** What shut the model that serves, or null. */
  private Models.@Nullable Shut shut() {
    OpenFeature.State state = open.state();
    Models.Version serving = state.serving();
    return state.shuts().stream()
        .filter(shut -> serving != null && shut.rung().equals(serving.rung()))
        .findFirst()
        .orElse(null);
  }

  /** The least it can take, before a training has shown how many errors there are. */
  private Integer fewest(Promise promise) {
    double share = Cohort.share(Cohort.attempt(own));
    return Binomial.draws(0, promise.error(), share * (1 - promise.confidence()));
  }

  /** While it answers alone: how the share grows. */
  private void coverage(long wanted) {
    Models.Version serving = open.state().serving();
    List<TrainingSummary> tested =
        own.stream()
            .map(version -> TrainingSummary.parse(version.summary()))
            .filter(summary -> summary.coverage() > 0)
            .toList();
    if (serving == null
        || tested.isEmpty()
        || !serving.origin().equals(FeatureTraining.FROM_VERDICTS)) {
      said.add("The small model answers alone where its certificate is open.");
      return;
    }
    double now = TrainingSummary.parse(serving.summary()).coverage();
    String today =
        open.feature().stage() == Stage.ASSIST
            ? "In stage auto the small model could answer " + percent(now) + " of requests alone"
            : "The small model may answer " + percent(now) + " of requests alone";
    TrainingSummary first = tested.getLast();
    TrainingSummary last = tested.getFirst();
    if (last.judged() <= first.judged()) {
      said.add(today + "; how fast that grows shows after the next training.");
      return;
    }
    double slope = (last.coverage() - first.coverage()) / (last.judged() - first.judged());
    double next = Math.min(1, last.coverage() + slope * Math.max(NEXT, wanted));
    String gain =
        next - now < 0.005
            ? "; the next training is not likely to raise that."
            : "; the next training is likely to make that about " + percent(next) + ".";
    said.add(today + gain);
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  private static long round(double number) {
    long step = number < 100 ? 10 : number < 1_000 ? 50 : 100;
    return Math.max(step, Math.round(number / step) * step);
  }
}
