package dev.tenlines.learn;

import dev.tenlines.learn.Attributes.Sparse;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Multinomial logistic regression over sparse attributes and a dense vector, trained by AdaGrad
 * (Duchi, Hazan, Singer, JMLR 2011). Weights of all labels of one attribute lie side by side, so
 * that the inner loops run over labels and are vectorised.
 */
final class Softmax {
  private static final float RATE = 0.7f;

  /** Starts the sums of squares, so that a rare attribute's first step is not a leap. */
  private static final float SOFTEN = 1;

  private static final float NEGLIGIBLE = 1e-3f;

  private final int labels;
  private final float[] sparse;
  private final float[] dense;
  private final float[] bias;

  Softmax(int labels, float[] sparse, float[] dense, float[] bias) {
    this.labels = labels;
    this.sparse = sparse;
    this.dense = dense;
    this.bias = bias;
  }

  /** One training row. */
  record Row(Sparse attributes, float[] vector, int label, float weight) {}

  /**
   * Trains from nothing.
   *
   * @param scale factor on the dense vectors
   * @param decay strength of the pull towards zero, per row
   * @param epochs passes over the rows
   */
  static Softmax train(
      Row[] rows,
      int labels,
      int attributes,
      int dimensions,
      float scale,
      float decay,
      int epochs,
      long seed) {
    Softmax model =
        new Softmax(
            labels,
            new float[attributes * labels],
            new float[dimensions * labels],
            new float[labels]);
    Trainer trainer = model.new Trainer(scale, decay);
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(seed);
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      for (int at : order) {
        trainer.learn(rows[at]);
      }
    }
    return model;
  }

  float[] sparse() {
    return sparse;
  }

  float[] dense() {
    return dense;
  }

  float[] bias() {
    return bias;
  }

  /** The raw score of each label. */
  float[] logits(Sparse attributes, float[] vector, float scale) {
    float[] out = bias.clone();
    for (int i = 0; i < attributes.index().length; i++) {
      add(out, sparse, attributes.index()[i] * labels, attributes.value()[i]);
    }
    for (int d = 0; d < vector.length && dense.length > 0; d++) {
      add(out, dense, d * labels, vector[d] * scale);
    }
    return out;
  }

  private static void add(float[] out, float[] weights, int at, float value) {
    for (int c = 0; c < out.length; c++) {
      out[c] += weights[at + c] * value;
    }
  }

  /** Turns raw scores into shares that sum to one. */
  static float[] probabilities(float[] logits, float temperature) {
    float[] out = new float[logits.length];
    float top = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      top = Math.max(top, logit);
    }
    double sum = 0;
    for (int c = 0; c < out.length; c++) {
      out[c] = (float) Math.exp((logits[c] - top) / temperature);
      sum += out[c];
    }
    for (int c = 0; c < out.length; c++) {
      out[c] /= (float) sum;
    }
    return out;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  /** The running sums of squared gradients. */
  private final class Trainer {
    private final float scale;
    private final float decay;
    private final float[] sparseSquares = new float[sparse.length];
    private final float[] denseSquares = new float[dense.length];
    private final float[] biasSquares = new float[labels];

    /** The labels whose shares are off; after the first epochs few are. */
    private final int[] wrong = new int[labels];

    private Trainer(float scale, float decay) {
      this.scale = scale;
      this.decay = decay;
    }

    private void learn(Row row) {
      float[] error = probabilities(logits(row.attributes(), row.vector(), scale), 1);
      error[row.label()] -= 1;
      int active = 0;
      for (int c = 0; c < labels; c++) {
        error[c] *= row.weight();
        if (Math.abs(error[c]) > NEGLIGIBLE) {
          wrong[active++] = c;
        }
      }
      if (active == 0) {
        return;
      }
      step(bias, biasSquares, 0, 1, error, active, 0);
      int[] index = row.attributes().index();
      for (int i = 0; i < index.length; i++) {
        float value = row.attributes().value()[i];
        step(sparse, sparseSquares, index[i] * labels, value, error, active, decay);
      }
      for (int d = 0; d < row.vector().length && dense.length > 0; d++) {
        step(dense, denseSquares, d * labels, row.vector()[d] * scale, error, active, decay);
      }
    }

    private void step(
        float[] weights,
        float[] squares,
        int at,
        float value,
        float[] error,
        int active,
        float pull) {
      for (int i = 0; i < active; i++) {
        int c = wrong[i];
        float gradient = error[c] * value + pull * weights[at + c];
        float square = squares[at + c] + gradient * gradient;
        squares[at + c] = square;
        weights[at + c] -= RATE * gradient / (float) Math.sqrt(square + SOFTEN);
      }
    }
  }
}
