package dev.tenlines.tagging;

import java.util.Arrays;

/**
 * All ways to tag a text, weighed: a linear-chain conditional random field (Lafferty, McCallum,
 * Pereira, ICML 2001). Sums are kept in shares of their row, so that they never leave the range of
 * a double.
 */
final class Lattice {
  private static final double FLOOR = 1e-200;

  private final Tags tags;
  private final double[][] states;
  private final double[] moves;
  private final double[][] weights;
  private final double[] factors;
  private final double[][] forward;
  private final double[][] backward;
  private final double[] scale;
  private double logSum;

  /**
   * Weighs a text.
   *
   * @param states the score of each tag of each token
   * @param moves the score of each tag behind another: {@code before * tags + tag}
   */
  Lattice(Tags tags, double[][] states, double[] moves) {
    this.tags = tags;
    this.states = states;
    this.moves = moves;
    int n = states.length;
    int size = tags.size();
    weights = new double[n][size];
    factors = new double[moves.length];
    Arrays.setAll(factors, i -> Math.exp(moves[i]));
    forward = new double[n][size];
    backward = new double[n][size];
    scale = new double[n];
    weigh();
    goForward();
    goBackward();
  }

  /** The logarithm of the sum over all ways; a way's share is its score less this. */
  double logSum() {
    return logSum;
  }

  /** How likely a tag is, over all ways. */
  double share(int token, int tag) {
    return forward[token][tag] * backward[token][tag];
  }

  /** How likely a tag stands behind another. */
  double share(int token, int before, int tag) {
    return forward[token - 1][before]
        * factors[before * tags.size() + tag]
        * weights[token][tag]
        * backward[token][tag]
        / scale[token];
  }

  /** How likely a field has a value of exactly these tokens. */
  double whole(int from, int to, int field) {
    if (to - from == 1) {
      return share(from, tags.tag(field, Tags.ONLY));
    }
    int tag = tags.tag(field, Tags.FIRST);
    double share = forward[from][tag];
    for (int i = from + 1; i < to; i++) {
      int next = tags.tag(field, i == to - 1 ? Tags.LAST : Tags.INNER);
      share *= factors[tag * tags.size() + next] * weights[i][next] / scale[i];
      tag = next;
    }
    return Math.min(1, share * backward[to - 1][tag]);
  }

  /** The likeliest way. */
  int[] best() {
    int n = states.length;
    int size = tags.size();
    double[][] top = new double[n][size];
    int[][] from = new int[n][size];
    for (int i = 0; i < n; i++) {
      for (int tag = 0; tag < size; tag++) {
        top[i][tag] = Double.NEGATIVE_INFINITY;
        for (int before : tags.allowedBefore(tag)) {
          double score = (i == 0 ? start(before) : top[i - 1][before]) + moves[before * size + tag];
          if (score + states[i][tag] > top[i][tag]) {
            top[i][tag] = score + states[i][tag];
            from[i][tag] = before;
          }
        }
      }
    }
    int[] best = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      best[i] = i == n - 1 ? last(top[i]) : from[i + 1][best[i + 1]];
    }
    return best;
  }

  private static double start(int before) {
    return before == Tags.OUTSIDE ? 0 : Double.NEGATIVE_INFINITY;
  }

  private int last(double[] top) {
    int best = Tags.OUTSIDE;
    for (int tag = 0; tag < top.length; tag++) {
      best = !tags.isOpen(tag) && top[tag] > top[best] ? tag : best;
    }
    return best;
  }

  private void weigh() {
    for (int i = 0; i < states.length; i++) {
      double top = Arrays.stream(states[i]).max().orElse(0);
      logSum += top;
      for (int tag = 0; tag < weights[i].length; tag++) {
        weights[i][tag] = Math.max(FLOOR, Math.exp(states[i][tag] - top));
      }
    }
  }

  private void goForward() {
    int size = tags.size();
    for (int i = 0; i < states.length; i++) {
      double sum = 0;
      for (int tag = 0; tag < size; tag++) {
        double reached = 0;
        for (int before : tags.allowedBefore(tag)) {
          double share = i > 0 ? forward[i - 1][before] : before == Tags.OUTSIDE ? 1 : 0;
          reached += share * factors[before * size + tag];
        }
        forward[i][tag] = reached * weights[i][tag];
        boolean dead = i == states.length - 1 && tags.isOpen(tag);
        forward[i][tag] = dead ? 0 : forward[i][tag];
        sum += forward[i][tag];
      }
      scale[i] = sum;
      logSum += Math.log(sum);
      for (int tag = 0; tag < size; tag++) {
        forward[i][tag] /= sum;
      }
    }
  }

  private void goBackward() {
    int size = tags.size();
    for (int i = states.length - 1; i >= 0; i--) {
      if (i == states.length - 1) {
        for (int tag = 0; tag < size; tag++) {
          backward[i][tag] = tags.isOpen(tag) ? 0 : 1;
        }
        continue;
      }
      for (int tag = 0; tag < size; tag++) {
        double ahead = weights[i + 1][tag] * backward[i + 1][tag] / scale[i + 1];
        for (int before : tags.allowedBefore(tag)) {
          backward[i][before] += factors[before * size + tag] * ahead;
        }
      }
    }
  }
}
