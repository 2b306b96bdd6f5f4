package dev.tenlines.answerability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A weighted sum of named features, each first brought to a common scale.
 *
 * @param names in the order of the features
 * @param bias of the sum
 */
public record Logistic(
    List<String> names, double[] means, double[] scales, double[] weights, double bias) {

  /** The sum: the logarithm of the odds. */
  double of(Features features) {
    if (!features.names().equals(names)) {
      throw new IllegalArgumentException("Not the features of this model: " + features.names());
    }
    return of(features.array());
  }

  /** The chance of raw values. */
  public double chance(double[] values) {
    return chance(of(values));
  }

  double of(double[] values) {
    double sum = bias;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * scaled(values[i], i);
    }
    return sum;
  }

  /** Values far from what was learned from count as those at its border, unknown ones as usual. */
  double scaled(double value, int i) {
    if (Double.isNaN(value)) {
      return 0;
    }
    double scaled = (value - means[i]) / scales[i];
    return Math.max(-5, Math.min(5, scaled));
  }

  static double chance(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }

  /** Reads lines of a name, a mean, a scale and a weight; the bias stands alone. */
  static Logistic read(List<String> lines) {
    List<String> names = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    double bias = 0;
    for (String line : lines) {
      String[] parts = line.split(" ");
      if (parts.length == 2) {
        bias = Double.parseDouble(parts[1]);
      } else {
        names.add(parts[0]);
        rows.add(
            new double[] {
              Double.parseDouble(parts[1]),
              Double.parseDouble(parts[2]),
              Double.parseDouble(parts[3])
            });
      }
    }
    return new Logistic(
        List.copyOf(names),
        column(rows, 0).toArray(),
        column(rows, 1).toArray(),
        column(rows, 2).toArray(),
        bias);
  }

  /** What is known of a column. */
  private static DoubleStream column(List<double[]> rows, int i) {
    return rows.stream().mapToDouble(row -> row[i]).filter(v -> !Double.isNaN(v));
  }

  List<String> write() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "bias %.5g", bias));
    for (int i = 0; i < weights.length; i++) {
      lines.add(
          String.format(
              Locale.ROOT, "%s %.5g %.5g %.5g", names.get(i), means[i], scales[i], weights[i]));
    }
    return lines;
  }

  /**
   * Learns from rows of raw values.
   *
   * @param counts how much each row counts
   * @param pull how strongly the weights are pulled to nothing
   */
  public static Logistic learn(
      List<String> names, List<double[]> values, double[] labels, double[] counts, double pull) {
    int n = names.size();
    double[] means = new double[n];
    double[] scales = new double[n];
    for (int i = 0; i < n; i++) {
      int at = i;
      means[i] = column(values, at).average().orElse(0);
      double mean = means[i];
      double spread = column(values, at).map(v -> (v - mean) * (v - mean)).average().orElse(0);
      scales[i] = spread < 1e-12 ? 1 : Math.sqrt(spread);
    }
    Logistic none = new Logistic(names, means, scales, new double[n], 0);
    double[][] rows = values.stream().map(none::row).toArray(double[][]::new);
    double[] pulls = new double[n + 1];
    Arrays.fill(pulls, pull);
    pulls[0] = 1e-6;
    return none.weighted(Newton.solve(rows, labels, counts, new double[n + 1], pulls));
  }

  /** Values as they are learned from: scaled, after a 1. */
  double[] row(double[] values) {
    double[] row = new double[values.length + 1];
    row[0] = 1;
    for (int i = 0; i < values.length; i++) {
      row[i + 1] = scaled(values[i], i);
    }
    return row;
  }

  /** The bias and the weights. */
  double[] all() {
    double[] all = new double[weights.length + 1];
    all[0] = bias;
    System.arraycopy(weights, 0, all, 1, weights.length);
    return all;
  }

  /** The model with another bias and other weights. */
  Logistic weighted(double[] all) {
    return new Logistic(names, means, scales, Arrays.copyOfRange(all, 1, all.length), all[0]);
  }
}
