package dev.tenlines.support;

import dev.tenlines.text.Sentences;
import java.util.List;

/**
 * How far a whole text stands on its source, in one figure: five counts and the weights that tell
 * best, on summaries that people have judged, whether something in them is made up.
 */
public final class Score {
  /** From here on a text rather stands than not. */
  public static final double STANDS = 0.5;

  /** Made by the benchmark's {@code SupportFit}; the first is the constant. */
  private static final double[] WEIGHTS = {-0.4320, 0.0981, 0.1645, 0.0767, 0.0594, 0.0495};

  private Score() {}

  /**
   * What the weights weigh, each as the logarithm of one more: sentences with flaws, words that no
   * source has, lost hedges, changed quantifiers, numbers of other things.
   */
  public static double[] counts(Ground ground, String text) {
    double[] counts = new double[WEIGHTS.length - 1];
    for (String sentence : Sentences.of(text)) {
      if (!ground.isVerbatim(sentence)) {
        Claim claim = ground.claim(sentence);
        List<Flaw> flaws = Checks.flaws(claim);
        counts[0] += flaws.isEmpty() ? 0 : 1;
        counts[1] += CoverageCheck.missing(claim).size();
        flaws.forEach(flaw -> count(flaw, counts));
      }
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.log1p(counts[i]);
    }
    return counts;
  }

  private static void count(Flaw flaw, double[] counts) {
    switch (flaw.kind()) {
      case HEDGE -> counts[2]++;
      case QUANTIFIER -> counts[3]++;
      case COMBINATION -> counts[4]++;
      default -> {}
    }
  }

  /** From 0 to 1; a text of the source's own sentences has 1. */
  static double of(Ground ground, String text) {
    if (Sentences.of(text).stream().allMatch(ground::isVerbatim)) {
      return 1;
    }
    return 1 - madeUp(counts(ground, text), WEIGHTS);
  }

  /** How likely something is made up, by counts and weights. */
  public static double madeUp(double[] counts, double[] weights) {
    double sum = weights[0];
    for (int i = 0; i < counts.length; i++) {
      sum += weights[i + 1] * counts[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
