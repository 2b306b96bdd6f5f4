package dev.tenlines.index;

import java.util.Arrays;
import java.util.List;

/**
 * What the signs of a candidate are worth together. The weights were learned over several public
 * sets at once, each counting the same: {@code FusionFit} beside {@code bench/run answer} learns
 * them again and prints them.
 */
public final class Fusion {
  /**
   * Signs of a candidate: how far it stands out in its search, and of pairs and identifiers which
   * share it has. "Around" are the passages before and after it, "leaders" those that lead by all
   * other signs.
   */
  public static final List<String> SIGNS =
      List.of(
          "words",
          "heading",
          "coverage",
          "pairs",
          "identifiers",
          "similarity",
          "around",
          "leaders");

  /**
   * Whoever writes an identifier means it: declared, not learned, for the sets ask for few of them.
   */
  private static final double EXACT = 8;

  private static final double[] WEIGHTS = {0.18, 0.33, 0.77, 0.61, EXACT, 1.12, 0.26, 0.46};

  private Fusion() {}

  /** How well a candidate fits by all of its signs. */
  static double score(double[] signs) {
    return score(signs, WEIGHTS);
  }

  /** The same by other weights. */
  public static double score(double[] signs, double[] weights) {
    double sum = 0;
    for (int i = 0; i < signs.length; i++) {
      sum += weights[i] * signs[i];
    }
    return sum;
  }

  /** The weights in use. */
  public static double[] weights() {
    return Arrays.copyOf(WEIGHTS, WEIGHTS.length);
  }
}
