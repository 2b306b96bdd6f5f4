package dev.tenlines.index;

import java.util.Arrays;
import java.util.List;

/**
 * What the signs of a candidate are worth together. The weights were learned over several public
 * sets at once, each counting the same: {@code FusionFit} beside {@code bench/run answer} learns
 * them again and prints them.
 */
public final class Fusion {
  /** Signs of a candidate, each from 0 to 1 within its search. */
  public static final List<String> SIGNS =
      List.of(
          "words", "path", "coverage", "pairs", "identifiers", "nearness", "similarity", "both");

  /**
   * Whoever writes an identifier means it: declared, not learned, for the sets ask for few of them.
   */
  private static final double EXACT = 8;

  private static final double[] WEIGHTS = {1.69, 0.07, 1.45, 0.56, EXACT, 6.41, 6.16, 1.01};

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
