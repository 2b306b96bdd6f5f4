package dev.tenlines.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Log-linear choice among rows of features, trained by AdaGrad (Duchi, Hazan, Singer, JMLR 2011):
 * the shares of the right rows of a choice are made as large as possible.
 */
final class Trainer {
  private static final float RATE = 0.1f;
  private static final float SOFTEN = 1;
  private static final double NEGLIGIBLE = 1e-4;

  private final boolean many;
  private final float decay;
  private final int epochs;
  private final List<Choice> choices = new ArrayList<>();
  private final Map<Long, Integer> documents = new HashMap<>();

  /**
   * @param many whether every row is right or wrong for itself
   * @param decay strength of the pull towards zero
   */
  Trainer(boolean many, float decay, int epochs) {
    this.many = many;
    this.decay = decay;
    this.epochs = epochs;
  }

  /** Rows to choose among; where none is right, nothing is. */
  private record Choice(List<long[]> rows, boolean[] right) {}

  void add(List<long[]> rows, boolean[] right) {
    choices.add(new Choice(rows, right));
  }

  /**
   * What was learned.
   *
   * @param none the score of choosing nothing
   */
  record Learned(Weights weights, float none) {}

  Learned train(long seed) {
    long[] keys = keys();
    int[][][] rows = new int[choices.size()][][];
    for (int c = 0; c < rows.length; c++) {
      List<long[]> own = choices.get(c).rows();
      rows[c] = new int[own.size()][];
      for (int r = 0; r < rows[c].length; r++) {
        rows[c][r] =
            Arrays.stream(own.get(r))
                .mapToInt(feature -> Arrays.binarySearch(keys, feature))
                .filter(at -> at >= 0)
                .toArray();
      }
    }
    Descent descent = new Descent(keys.length);
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(seed);
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      for (int c : order) {
        descent.learn(rows[c], choices.get(c).right());
      }
    }
    return new Learned(new Weights(keys, descent.weights), descent.none);
  }

  /** Features of at least two documents: what one alone has tells nothing of others. */
  private long[] keys() {
    for (Choice choice : choices) {
      long[] all = choice.rows().stream().flatMapToLong(Arrays::stream).distinct().toArray();
      for (long feature : all) {
        documents.merge(feature, 1, Integer::sum);
      }
    }
    return documents.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .mapToLong(Map.Entry::getKey)
        .sorted()
        .toArray();
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  /** The weights on their way. */
  private final class Descent {
    private final float[] weights;
    private final float[] squares;
    private float none;
    private float noneSquares;

    private Descent(int features) {
      weights = new float[features];
      squares = new float[features];
    }

    private void learn(int[][] rows, boolean[] right) {
      double[] scores = new double[rows.length];
      for (int r = 0; r < rows.length; r++) {
        for (int feature : rows[r]) {
          scores[r] += weights[feature];
        }
      }
      double[] error = many ? each(scores, right) : among(scores, right);
      double left = 0;
      for (int r = 0; r < rows.length; r++) {
        left -= error[r];
        if (Math.abs(error[r]) > NEGLIGIBLE) {
          step(rows[r], (float) error[r]);
        }
      }
      noneSquares += (float) (left * left);
      none -= RATE * (float) left / (float) Math.sqrt(noneSquares + SOFTEN);
    }

    private double[] each(double[] scores, boolean[] right) {
      double[] error = new double[scores.length];
      for (int r = 0; r < scores.length; r++) {
        error[r] = 1 / (1 + Math.exp(none - scores[r])) - (right[r] ? 1 : 0);
      }
      return error;
    }

    /** Its share of all, less its share of what is right. */
    private double[] among(double[] scores, boolean[] right) {
      double[] error = FieldModel.shares(scores, none);
      double good = 0;
      for (int r = 0; r < scores.length; r++) {
        good += right[r] ? error[r] : 0;
      }
      for (int r = 0; r < scores.length; r++) {
        error[r] -= right[r] ? error[r] / Math.max(good, 1e-300) : 0;
      }
      return error;
    }

    private void step(int[] row, float error) {
      for (int feature : row) {
        float gradient = error + decay * weights[feature];
        float square = squares[feature] + gradient * gradient;
        squares[feature] = square;
        weights[feature] -= RATE * gradient / (float) Math.sqrt(square + SOFTEN);
      }
    }
  }
}
