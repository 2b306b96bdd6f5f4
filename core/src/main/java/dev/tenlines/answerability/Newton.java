package dev.tenlines.answerability;

/** Finds the likeliest weights of a logistic regression that is pulled towards a prior. */
final class Newton {
  private static final int STEPS = 25;
  private static final double DONE = 1e-6;

  private Newton() {}

  /**
   * The weights.
   *
   * @param rows values, the first always 1
   * @param labels 1 or 0
   * @param counts how much each row counts
   * @param prior where the weights stay without rows
   * @param pull how strongly, for each weight; must be positive
   */
  static double[] solve(
      double[][] rows, double[] labels, double[] counts, double[] prior, double[] pull) {
    double[] weights = prior.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] moved = step(rows, labels, counts, prior, pull, weights);
      double most = 0;
      for (int i = 0; i < weights.length; i++) {
        // A full step can overshoot far from the solution.
        double by = Math.max(-1, Math.min(1, moved[i]));
        weights[i] -= by;
        most = Math.max(most, Math.abs(by));
      }
      if (most < DONE) {
        break;
      }
    }
    return weights;
  }

  private static double[] step(
      double[][] rows,
      double[] labels,
      double[] counts,
      double[] prior,
      double[] pull,
      double[] weights) {
    int n = weights.length;
    double[] slope = new double[n];
    double[][] curve = new double[n][n];
    for (int i = 0; i < n; i++) {
      slope[i] = pull[i] * (weights[i] - prior[i]);
      curve[i][i] = pull[i];
    }
    for (int r = 0; r < rows.length; r++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += weights[i] * rows[r][i];
      }
      double chance = Logistic.chance(sum);
      double bend = counts[r] * Math.max(1e-9, chance * (1 - chance));
      for (int i = 0; i < n; i++) {
        double value = rows[r][i];
        slope[i] += counts[r] * (chance - labels[r]) * value;
        for (int j = 0; j <= i; j++) {
          curve[i][j] += bend * value * rows[r][j];
        }
      }
    }
    return solved(curve, slope);
  }

  /** Solves by Cholesky; the lower half of the matrix is given and used up. */
  private static double[] solved(double[][] a, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[j][j];
      }
    }
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= a[k][i] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }
}
