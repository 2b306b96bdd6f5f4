package dev.tenlines;

import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Models;
import dev.tenlines.learn.TrainingSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the next verdicts are likely to bring, in plain sentences. */
final class Forecast {
  private static final int NEXT = 50;

  private Forecast() {}

  static List<String> of(
      OpenFeature open, List<Models.Version> versions, long judged, long wanted) {
    List<String> said = new ArrayList<>();
    said.add(training(judged, wanted));
    accuracy(versions, said);
    certificate(open, said);
    return said;
  }

  private static String training(long judged, long wanted) {
    return wanted == 0
        ? String.format(Locale.ROOT, "%d verdicts so far; a training is due.", judged)
        : String.format(
            Locale.ROOT,
            "%d verdicts so far; after %d more a new model is trained.",
            judged,
            wanted);
  }

  /** Errors fall with a power of the examples: two trainings show which, one shows nothing. */
  private static void accuracy(List<Models.Version> versions, List<String> said) {
    List<Models.Version> own =
        versions.stream().filter(v -> v.origin().equals(FeatureTraining.FROM_VERDICTS)).toList();
    if (own.isEmpty()) {
      return;
    }
    Models.Version newest = own.getFirst();
    double right = TrainingSummary.parse(newest.summary()).accuracy();
    Models.Version oldest = own.getLast();
    double before = TrainingSummary.parse(oldest.summary()).accuracy();
    if (newest.examples() <= oldest.examples() * 1.2 || right >= 1 || before >= right) {
      said.add(
          String.format(
              Locale.ROOT,
              "The newest model is right in %.1f %% of rows it was not trained on; how fast that"
                  + " grows cannot be told yet.",
              100 * right));
      return;
    }
    double power =
        Math.log((1 - right) / (1 - before))
            / Math.log((double) newest.examples() / oldest.examples());
    double next =
        1 - (1 - right) * Math.pow((newest.examples() + NEXT) / (double) newest.examples(), power);
    said.add(
        String.format(
            Locale.ROOT,
            "The newest model is right in %.1f %% of rows it was not trained on; at the slope so far,"
                + " %d more verdicts make it about %.1f %%.",
            100 * right,
            NEXT,
            100 * next));
  }

  private static void certificate(OpenFeature open, List<String> said) {
    Feature feature = open.feature();
    OpenFeature.State state = open.state();
    double share = feature.review().audits();
    if (state.open()) {
      said.add("The small model answers alone where its certificate is open.");
      return;
    }
    if (share == 0) {
      said.add("Without audits no certificate can be issued: the small model only proposes.");
      return;
    }
    int missing =
        state.certificates().all().stream()
            .filter(c -> c.rung().startsWith("classifier@") && c.group().isEmpty())
            .mapToInt(Certificate::missing)
            .findFirst()
            .orElse(
                Binomial.draws(0, feature.promise().error(), 1 - feature.promise().confidence()));
    double drawn = Math.max(share, Referrals.LEARNING_SHARE);
    said.add(
        String.format(
            Locale.ROOT,
            "To answer alone at %s %% it needs at least %d more audits without an error; of %d"
                + " verdicts about %d are audits.",
            trimmed(100 * feature.promise().error()),
            missing,
            NEXT,
            Math.round(NEXT * drawn)));
  }

  private static String trimmed(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
