package dev.tenlines.salience;

import java.util.Arrays;
import java.util.List;

/**
 * Poisson regression with a logarithmic link: how often something is to be expected, from what can
 * be seen of it. Fitted by Newton's method with a small pull towards zero.
 */
record Poisson(double[] weights) {
  private static final int STEPS = 60;
  private static final double PULL = 1e-3;
  private static final double CLOSE = 1e-7;
  private static final double HIGHEST = 6;

  /** One thing and how often it came. */
  record Row(double[] traits, double count) {}

  static Poisson fit(List<Row> rows, int traits) {
    double[] weights = new double[traits];
    double mean = rows.stream().mapToDouble(Row::count).average().orElse(1);
    weights[0] = Math.log(Math.max(1e-6, mean));
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[traits];
      double[][] curvature = new double[traits][traits];
      for (Row row : rows) {
        double[] x = row.traits();
        double expected = expected(weights, x);
        double error = row.count() - expected;
        for (int i = 0; i < traits; i++) {
          gradient[i] += error * x[i];
          double weighted = expected * x[i];
          for (int j = 0; j <= i; j++) {
            curvature[i][j] += weighted * x[j];
          }
        }
      }
      double pull = PULL * rows.size() * Math.max(1e-6, mean);
      for (int i = 1; i < traits; i++) {
        gradient[i] -= pull * weights[i];
        curvature[i][i] += pull;
      }
      double[] change = solve(curvature, gradient);
      double largest = Arrays.stream(change).map(Math::abs).max().orElse(0);
      for (int i = 0; i < traits; i++) {
        weights[i] += change[i] / Math.max(1, largest);
      }
      if (largest < CLOSE) {
        break;
      }
    }
    return new Poisson(weights);
  }

  /** How often it is to be expected. */
  double of(double[] traits) {
    return expected(weights, traits);
  }

  private static double expected(double[] weights, double[] traits) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * traits[i];
    }
    return Math.exp(Math.min(HIGHEST, sum));
  }

  /** Solves a symmetric positive system, given by its lower half, by Cholesky's method. */
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(Math.max(1e-9, sum)) : sum / l[j][j];
      }
    }
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= l[i][k] * x[k];
      }
      x[i] /= l[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= l[k][i] * x[k];
      }
      x[i] /= l[i][i];
    }
    return x;
  }
}
