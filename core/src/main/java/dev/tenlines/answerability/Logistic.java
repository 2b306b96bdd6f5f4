package dev.tenlines.answerability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A weighted sum of named features, each first brought to a common scale.
 *
 * @param names in the order of the features
 * @param bias of the sum
 */
record Logistic(
    List<String> names, double[] means, double[] scales, double[] weights, double bias) {

  /** The sum: the logarithm of the odds. */
  double of(Features features) {
    if (!features.names().equals(names)) {
      throw new IllegalArgumentException("Not the features of this model: " + features.names());
    }
    return of(features.array());
  }

  double of(double[] values) {
    double sum = bias;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * scaled(values[i], i);
    }
    return sum;
  }

  /** Values far from what was learned from count no more than those at its border. */
  double scaled(double value, int i) {
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
        List.copyOf(names), column(rows, 0), column(rows, 1), column(rows, 2), bias);
  }

  private static double[] column(List<double[]> rows, int i) {
    return rows.stream().mapToDouble(row -> row[i]).toArray();
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

  /** The model with other weights. */
  Logistic weighted(double[] other, double otherBias) {
    return new Logistic(names, means, scales, other, otherBias);
  }
}
