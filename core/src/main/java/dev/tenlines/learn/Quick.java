package dev.tenlines.learn;

import dev.tenlines.learn.Attributes.Sparse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ladder inside the small model: where the n-grams alone are as good as certain, the embedding,
 * which takes nearly all of the time, is not computed. Both steps share one scale of scores and one
 * certificate.
 *
 * @param softmax n-grams only
 * @param temperature makes its log-odds comparable with those of the whole model
 * @param margin least calibrated log-odds that need no embedding
 * @param top least raw score that needs no embedding; strange inputs have low ones
 */
record Quick(@Nullable Softmax softmax, float temperature, double margin, double top) {
  static final Quick NEVER = new Quick(null, 1, Double.POSITIVE_INFINITY, 0);

  private static final double ERROR = 0.01;
  private static final int FEWEST_ROWS = 200;
  private static final double STRANGE_SHARE = 0.1;
  private static final float[] NO_VECTOR = {};

  /** Chooses where the n-grams are sure enough, on rows their models did not see. */
  static Quick learn(Softmax softmax, Candidate heldOut, List<String> labels) {
    List<@Nullable Prediction> predictions = heldOut.predictions(labels);
    Integer[] order =
        java.util.stream.IntStream.range(0, predictions.size())
            .filter(i -> predictions.get(i) != null)
            .boxed()
            .toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> -margin(predictions, i)));
    int errors = 0;
    int sure = 0;
    for (int n = 1; n <= order.length; n++) {
      Prediction prediction = predictions.get(order[n - 1]);
      String label = labels.get(heldOut.labels()[order[n - 1]]);
      errors += prediction != null && prediction.label().equals(label) ? 0 : 1;
      sure = errors <= ERROR * n ? n : sure;
    }
    if (sure < FEWEST_ROWS) {
      return NEVER;
    }
    double[] tops = new double[sure];
    for (int n = 0; n < sure; n++) {
      tops[n] = highest(heldOut.logits()[order[n]]);
    }
    Arrays.sort(tops);
    return new Quick(
        softmax,
        heldOut.temperature(),
        margin(predictions, order[sure - 1]),
        tops[(int) (STRANGE_SHARE * sure)]);
  }

  /** The answer if it needs no embedding, else null. */
  @Nullable Prediction sure(List<String> labels, Sparse row) {
    if (softmax == null) {
      return null;
    }
    float[] logits = softmax.logits(row, NO_VECTOR, 0);
    if (highest(logits) < top) {
      return null;
    }
    Prediction prediction = Prediction.of(labels, logits, temperature);
    return prediction.margin() >= margin ? prediction : null;
  }

  private static double margin(List<@Nullable Prediction> predictions, int i) {
    Prediction prediction = predictions.get(i);
    return prediction == null ? 0 : prediction.margin();
  }

  private static double highest(float @Nullable [] logits) {
    double top = Double.NEGATIVE_INFINITY;
    for (float logit : logits == null ? NO_VECTOR : logits) {
      top = Math.max(top, logit);
    }
    return top;
  }
}
