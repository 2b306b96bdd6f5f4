package dev.tenlines.trial;

import dev.tenlines.Profile;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What 1,000 requests cost three ways, from the measured shares and the stated money; null where no
 * money is stated.
 *
 * @param people everything goes to people
 * @param classifier the small model answers everything, right or wrong
 * @param ladder the ladder answers what it may, people the rest
 */
public record Costs(@Nullable Money people, @Nullable Money classifier, @Nullable Money ladder) {

  static Costs of(TrialReport report) {
    Profile profile = report.options().profile();
    Money wrong = profile.wrongAnswerCost();
    Money review = profile.reviewCost();
    int rows = report.measured().size();
    if (wrong == null || review == null || rows == 0) {
      return new Costs(null, null, null);
    }
    Figures figures = report.figures();
    long answered = Math.round(figures.coverage() * rows);
    long mistakes = Math.round(figures.error() * answered);
    long classifierMistakes = Math.round((1 - figures.classifierAccuracy()) * rows);
    return new Costs(
        review.times(1000),
        wrong.times(1000 * classifierMistakes, rows),
        wrong.times(1000 * mistakes, rows).plus(review.times(1000 * (rows - answered), rows)));
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    if (people != null && classifier != null && ladder != null) {
      out.put("currency", people.currency());
      out.put("people", people.amount());
      out.put("classifier", classifier.amount());
      out.put("ladder", ladder.amount());
    }
    return out;
  }

  /** How many of a month's requests a share is. */
  static long monthly(Volume volume, double share) {
    return Math.round(volume.perMonth() * share);
  }
}
