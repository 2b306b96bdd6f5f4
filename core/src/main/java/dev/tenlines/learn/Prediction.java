package dev.tenlines.learn;

import java.util.List;

/**
 * What a classifier makes of a text.
 *
 * @param label the likeliest label
 * @param margin log-odds of the likeliest label against the next, calibrated: the score
 *     certificates speak of
 * @param probability the calibrated probability that the label is right
 * @param probabilities one for each label, in the classifier's order
 * @param familiarity how much the text resembles the training texts; below the gate it is unknown
 * @param signals what familiarity was computed from; empty when the n-grams alone were sure
 */
public record Prediction(
    String label,
    double margin,
    double probability,
    float[] probabilities,
    double familiarity,
    double[] signals) {

  private static final double[] NO_SIGNALS = {};

  /** Reads raw scores; familiarity is left beyond doubt. */
  static Prediction of(List<String> labels, float[] logits, float temperature) {
    int first = 0;
    for (int c = 1; c < logits.length; c++) {
      first = logits[c] > logits[first] ? c : first;
    }
    float next = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < logits.length; c++) {
      next = c == first ? next : Math.max(next, logits[c]);
    }
    double margin = logits.length == 1 ? 0 : (logits[first] - next) / temperature;
    float[] shares = Softmax.probabilities(logits, temperature);
    return new Prediction(
        labels.get(first), margin, shares[first], shares, Double.POSITIVE_INFINITY, NO_SIGNALS);
  }

  Prediction withFamiliarity(double value, double[] raw) {
    return new Prediction(label, margin, probability, probabilities, value, raw);
  }
}
