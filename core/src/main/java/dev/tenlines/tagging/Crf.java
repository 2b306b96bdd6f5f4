package dev.tenlines.tagging;

/**
 * The weights of features and of tags behind each other.
 *
 * @param weights of all tags of one feature side by side
 */
record Crf(Tags tags, FeatureIndex index, float[] weights, double[] moves) {

  /** All ways to tag a text with these features. */
  Lattice lattice(long[][] rows) {
    int size = tags.size();
    double[][] states = new double[rows.length][size];
    for (int i = 0; i < rows.length; i++) {
      for (long key : rows[i]) {
        int number = index.get(key);
        for (int tag = 0; tag < size && number >= 0; tag++) {
          states[i][tag] += weights[number * size + tag];
        }
      }
    }
    return new Lattice(tags, states, moves);
  }
}
