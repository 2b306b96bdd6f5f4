package dev.tenlines.ranking;

/** What each feature is worth. Features that training did not see are worth nothing. */
final class Weights {
  private final long[] keys;
  private final float[] values;

  /** The features again, each at the first free place after the one its number gives. */
  private final long[] table;

  private final float[] worth;

  /**
   * @param keys sorted; none is zero
   */
  Weights(long[] keys, float[] values) {
    this.keys = keys;
    this.values = values;
    table = new long[Integer.highestOneBit(Math.max(keys.length, 1)) * 4];
    worth = new float[table.length];
    for (int i = 0; i < keys.length; i++) {
      int at = place(keys[i]);
      table[at] = keys[i];
      worth[at] = values[i];
    }
  }

  private int place(long key) {
    int mask = table.length - 1;
    int at = (int) (key >>> 20) & mask;
    while (table[at] != 0 && table[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  double of(long feature) {
    return worth[place(feature)];
  }

  double score(long[] features) {
    double score = 0;
    for (long feature : features) {
      score += of(feature);
    }
    return score;
  }

  long[] keys() {
    return keys;
  }

  float[] values() {
    return values;
  }
}
