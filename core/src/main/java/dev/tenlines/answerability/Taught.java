package dev.tenlines.answerability;

import java.util.Arrays;
import java.util.List;

/** The model of questions, with what verdicts added to it. */
record Taught(Logistic model) {
  /** How strongly each weight is held where the product shipped it. */
  private static final double PULL = 10;

  /** How many questions documents answer differs most from place to place. */
  private static final double BIAS_PULL = 1;

  double chance(Features features) {
    return Logistic.chance(model.of(features));
  }

  /** Lessons of another version's features teach nothing. */
  static Taught learn(Logistic shipped, List<Lesson> lessons) {
    int n = shipped.weights().length;
    List<Lesson> fit = lessons.stream().filter(l -> l.features().size() == n).toList();
    if (fit.isEmpty()) {
      return new Taught(shipped);
    }
    double[][] rows = new double[fit.size()][];
    double[] labels = new double[fit.size()];
    double[] counts = new double[fit.size()];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = shipped.row(fit.get(r).features().stream().mapToDouble(d -> d).toArray());
      labels[r] = fit.get(r).answered() ? 1 : 0;
      counts[r] = 1;
    }
    double[] pull = new double[n + 1];
    Arrays.fill(pull, PULL);
    pull[0] = BIAS_PULL;
    return new Taught(shipped.weighted(Newton.solve(rows, labels, counts, shipped.all(), pull)));
  }
}
