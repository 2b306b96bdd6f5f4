package dev.tenlines.tagging;

/**
 * The weights of features and of tags behind each other.
 *
 * @param weights of all tags of one feature side by side
 */
record Crf(Tags tags, FeatureIndex index, float[] weights, double[] kinship, double[] moves) {

  /** All ways to tag a text with these features. */
  Lattice lattice(Input input) {
    long[][] rows = input.features();
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
    for (int i = 0; i < rows.length; i++) {
      relate(tags, kinship, input.kinship()[i], states[i]);
    }
    return new Lattice(tags, states, moves);
  }

  /** Adds what a token's relations to fields say for their tags. */
  static void relate(Tags tags, double[] kinship, int[] related, double[] state) {
    for (int tag = 1; tag < state.length; tag++) {
      for (int bits = related[tags.field(tag)]; bits != 0; bits &= bits - 1) {
        state[tag] +=
            kinship[Integer.numberOfTrailingZeros(bits) * Tags.PLACES + (tag - 1) % Tags.PLACES];
      }
    }
  }

  /**
   * A text as a model sees it.
   *
   * @param features of each token
   * @param kinship of each token with each field
   */
  record Input(long[][] features, int[][] kinship) {}
}
