package dev.tenlines.learn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One weight of the embedding, judged on rows its models did not see.
 *
 * @param logits raw scores by row, null for rows that were not held out
 * @param temperature what makes its probabilities honest on those rows
 * @param loss mean negative log-likelihood on those rows at that temperature
 */
record Candidate(
    float scale, float[] @Nullable [] logits, int[] labels, float temperature, double loss) {

  static Candidate of(float scale, Softmax.Row[] rows, float[][][] folds) {
    float[] @Nullable [] logits = new float[rows.length][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = rows[i].label();
      for (float[][] fold : folds) {
        if (fold[i] != null) {
          logits[i] = fold[i];
        }
      }
    }
    float best = 1;
    double least = Double.POSITIVE_INFINITY;
    // A fixed grid is exact enough for a number that is shown to people with two digits.
    for (float temperature = 0.3f; temperature < 6; temperature *= 1.08f) {
      double loss = loss(logits, labels, temperature);
      if (loss < least) {
        least = loss;
        best = temperature;
      }
    }
    return new Candidate(scale, logits, labels, best, least);
  }

  /** What the held-out models said of each row. */
  List<@Nullable Prediction> predictions(List<String> names) {
    List<@Nullable Prediction> out = new ArrayList<>();
    for (float[] row : logits) {
      out.add(row == null ? null : Prediction.of(names, row, temperature));
    }
    return out;
  }

  private static double loss(float[] @Nullable [] logits, int[] labels, float temperature) {
    double sum = 0;
    int rows = 0;
    for (int i = 0; i < logits.length; i++) {
      if (logits[i] != null) {
        sum -= Math.log(Math.max(1e-9, Softmax.probabilities(logits[i], temperature)[labels[i]]));
        rows++;
      }
    }
    return rows == 0 ? 0 : sum / rows;
  }
}
