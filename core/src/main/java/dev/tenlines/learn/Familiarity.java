package dev.tenlines.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Says how much an input resembles what a classifier was trained on. A certificate bounds the
 * errors on inputs like the calibration rows and says nothing of others, so unknown inputs need a
 * gate of their own: the highest raw score plus the mean cosine to the ten nearest training vectors
 * of the likeliest labels, each in standard deviations of the calibration rows, cut where the least
 * familiar 6 % of them lie.
 *
 * @param references training vectors by label, as signed bytes
 * @param scaling mean and deviation of the raw score, then of the cosine
 * @param gate the least familiarity that may be answered
 */
record Familiarity(byte[][][] references, double[] scaling, double gate) {
  private static final int MOST_PER_LABEL = 400;
  private static final int LIKELIEST = 5;
  private static final int NEAREST = 10;
  private static final double UNFAMILIAR_SHARE = 0.06;
  private static final double[] UNSCALED = {0, 1, 0, 1};

  /** Keeps training vectors, a random part of them where a label has very many. */
  static Familiarity keep(float[][] vectors, int[] labels, int labelCount, long seed) {
    List<List<byte[]>> kept = new ArrayList<>();
    for (int c = 0; c < labelCount; c++) {
      kept.add(new ArrayList<>());
    }
    int[] order = new int[vectors.length];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = order[i];
      order[i] = order[j];
      order[j] = other;
    }
    for (int i : order) {
      List<byte[]> own = kept.get(labels[i]);
      if (vectors[i].length > 0 && own.size() < MOST_PER_LABEL) {
        own.add(bytes(vectors[i]));
      }
    }
    byte[][][] references =
        kept.stream().map(own -> own.toArray(byte[][]::new)).toArray(byte[][][]::new);
    return new Familiarity(references, UNSCALED, Double.NEGATIVE_INFINITY);
  }

  /**
   * The same references with scaling and gate set by rows never trained on.
   *
   * @param all signals of all rows; empty ones are of rows that were beyond doubt
   */
  Familiarity calibrated(List<double[]> all) {
    List<double[]> signals = all.stream().filter(s -> s.length > 0).toList();
    if (signals.isEmpty()) {
      return this;
    }
    double[] scale = new double[4];
    for (int s = 0; s < 2; s++) {
      int which = s;
      double mean = signals.stream().mapToDouble(v -> v[which]).average().orElse(0);
      double spread =
          signals.stream()
              .mapToDouble(v -> (v[which] - mean) * (v[which] - mean))
              .average()
              .orElse(0);
      scale[2 * s] = mean;
      scale[2 * s + 1] = Math.max(1e-6, Math.sqrt(spread));
    }
    Familiarity scaled = new Familiarity(references, scale, Double.NEGATIVE_INFINITY);
    double[] sorted = signals.stream().mapToDouble(scaled::value).sorted().toArray();
    int unfamiliar = (int) (UNFAMILIAR_SHARE * all.size());
    double gate = sorted[Math.min(unfamiliar, sorted.length - 1)];
    return new Familiarity(references, scale, gate);
  }

  /** The two raw signals of an input. */
  double[] signals(float[] logits, float[] vector) {
    double top = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      top = Math.max(top, logit);
    }
    return new double[] {top, vector.length == 0 ? 0 : nearness(logits, bytes(vector))};
  }

  /** How familiar signals are: about 0 for a usual input, lower for a stranger one. */
  double value(double[] signals) {
    return (signals[0] - scaling[0]) / scaling[1] + (signals[1] - scaling[2]) / scaling[3];
  }

  private double nearness(float[] logits, byte[] vector) {
    Integer[] order = new Integer[logits.length];
    Arrays.setAll(order, c -> c);
    Arrays.sort(order, Comparator.comparingDouble(c -> -logits[c]));
    int[] best = new int[NEAREST];
    Arrays.fill(best, Integer.MIN_VALUE);
    for (int i = 0; i < Math.min(LIKELIEST, order.length); i++) {
      for (byte[] reference : references[order[i]]) {
        int product = product(vector, reference);
        if (product > best[0]) {
          insert(best, product);
        }
      }
    }
    double sum = 0;
    int found = 0;
    for (int product : best) {
      if (product != Integer.MIN_VALUE) {
        sum += product / (127.0 * 127.0);
        found++;
      }
    }
    return found == 0 ? 0 : sum / found;
  }

  /** Replaces the smallest of an ascending array and keeps it ascending. */
  private static void insert(int[] ascending, int value) {
    int i = 0;
    while (i + 1 < ascending.length && ascending[i + 1] < value) {
      ascending[i] = ascending[i + 1];
      i++;
    }
    ascending[i] = value;
  }

  private static int product(byte[] a, byte[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static byte[] bytes(float[] vector) {
    byte[] out = new byte[vector.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) Math.max(-127, Math.min(127, Math.round(vector[i] * 127)));
    }
    return out;
  }
}
