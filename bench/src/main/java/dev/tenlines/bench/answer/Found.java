package dev.tenlines.bench.answer;

import java.util.List;
import java.util.Set;

/** How well the right passages were found, over many questions. */
final class Found {
  private static final int DEEP = 100;

  private final double[] success = new double[DEEP];
  private final double[] recall = new double[DEEP];
  private int asked;
  private double reciprocal;
  private double reciprocalOfThree;

  /** Counts one question. */
  void count(List<String> links, Set<String> right) {
    asked++;
    int first = -1;
    int seen = 0;
    for (int i = 0; i < DEEP; i++) {
      if (i < links.size() && right.contains(links.get(i))) {
        seen++;
        first = first < 0 ? i : first;
      }
      success[i] += first >= 0 ? 1 : 0;
      recall[i] += seen / (double) right.size();
    }
    reciprocal += first >= 0 ? 1.0 / (first + 1) : 0;
    reciprocalOfThree += first >= 0 && first < 3 ? 1.0 / (first + 1) : 0;
  }

  /** The share of questions with a right passage among the first. */
  double success(int most) {
    return success[most - 1] / asked;
  }

  /** The share of the right passages among the first, each question counting the same. */
  double recall(int most) {
    return recall[most - 1] / asked;
  }

  double reciprocal() {
    return reciprocal / asked;
  }

  double reciprocalOfThree() {
    return reciprocalOfThree / asked;
  }
}
