package dev.tenlines.ranking;

import java.util.Arrays;

/**
 * What each feature is worth, by its number. Features that training did not see are worth nothing.
 *
 * @param keys sorted
 */
record Weights(long[] keys, float[] values) {

  double score(long[] features) {
    double score = 0;
    for (long feature : features) {
      int at = Arrays.binarySearch(keys, feature);
      score += at >= 0 ? values[at] : 0;
    }
    return score;
  }
}
