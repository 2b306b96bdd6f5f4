package dev.tenlines.tagging;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fits the weights to marked texts by AdaGrad (Duchi, Hazan, Singer, JMLR 2011). Each feature has a
 * weight for a field and further ones for the places in it, so that what is seen once at the first
 * token of a value says a little about the others, too.
 */
final class Training {
  private static final float RATE = 0.05f;
  private static final float SOFTEN = 1;

  /** What holds for all fields is learned faster than what single words say. */
  private static final double KINSHIP_RATE = 2 * RATE;

  private static final double NEGLIGIBLE = 1e-3;

  private final Tags tags;
  private final int width;
  private final float decay;
  private final float[] weights;
  private final float[] squares;
  private final double[] kinship;
  private final double[] kinshipSquares = new double[Kinship.SIZE * Tags.PLACES];
  private final double[] moves;
  private final double[] moveSquares;

  private Training(Tags tags, int features, float decay) {
    this.tags = tags;
    this.width = tags.size() + tags.fields().size();
    this.decay = decay;
    weights = new float[features * width];
    squares = new float[features * width];
    moves = new double[tags.size() * tags.size()];
    moveSquares = new double[moves.length];
    kinship = Kinship.presumed();
  }

  /**
   * One text.
   *
   * @param features the known features of each token, by number
   */
  record Row(int[][] features, int[][] kinship, int[] tags) {}

  /** Fits a model; passes over the rows in an order that the seed decides. */
  static Crf fit(Tags tags, FeatureIndex index, List<Row> rows, Strength strength, long seed) {
    Training training = new Training(tags, index.size(), strength.decay());
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[rows.size()];
    Arrays.setAll(order, i -> i);
    for (int epoch = 0; epoch < strength.epochs(); epoch++) {
      shuffle(order, random);
      for (int at : order) {
        training.learn(rows.get(at));
      }
    }
    return new Crf(tags, index, training.folded(), training.kinship, training.moves);
  }

  /** How long to learn and how much to hold back. */
  record Strength(int epochs, float decay) {}

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  private void learn(Row row) {
    double[][] states = new double[row.features.length][];
    Arrays.setAll(states, i -> states(row.features[i]));
    for (int i = 0; i < states.length; i++) {
      Crf.relate(tags, kinship, row.kinship[i], states[i]);
    }
    Lattice lattice = new Lattice(tags, states, moves);
    double[] error = new double[width];
    int[] wrong = new int[width];
    for (int i = 0; i < states.length; i++) {
      moveStep(lattice, row, i);
      kinshipStep(lattice, row, i);
      int many = errors(lattice, row, i, error, wrong);
      for (int feature : row.features[i]) {
        step(feature * width, error, wrong, many);
      }
    }
  }

  private double[] states(int[] features) {
    double[] sums = new double[width];
    for (int feature : features) {
      int at = feature * width;
      for (int k = 0; k < width; k++) {
        sums[k] += weights[at + k];
      }
    }
    double[] states = Arrays.copyOf(sums, tags.size());
    for (int tag = 1; tag < states.length; tag++) {
      states[tag] += sums[tags.size() + tags.field(tag)];
    }
    return states;
  }

  /** How far each share is off, and which are so far off that it matters. */
  private int errors(Lattice lattice, Row row, int i, double[] error, int[] wrong) {
    Arrays.fill(error, 0);
    for (int tag = 0; tag < tags.size(); tag++) {
      double off = lattice.share(i, tag) - (row.tags[i] == tag ? 1 : 0);
      error[tag] = off;
      if (tag != Tags.OUTSIDE) {
        error[tags.size() + tags.field(tag)] += off;
      }
    }
    int many = 0;
    for (int k = 0; k < width; k++) {
      if (Math.abs(error[k]) > NEGLIGIBLE) {
        wrong[many++] = k;
      }
    }
    return many;
  }

  private void step(int at, double[] error, int[] wrong, int many) {
    for (int w = 0; w < many; w++) {
      int k = at + wrong[w];
      float gradient = (float) error[wrong[w]] + decay * weights[k];
      float square = squares[k] + gradient * gradient;
      squares[k] = square;
      weights[k] -= RATE * gradient / (float) Math.sqrt(square + SOFTEN);
    }
  }

  private void kinshipStep(Lattice lattice, Row row, int i) {
    for (int tag = 1; tag < tags.size(); tag++) {
      double off = lattice.share(i, tag) - (row.tags[i] == tag ? 1 : 0);
      if (Math.abs(off) <= NEGLIGIBLE) {
        continue;
      }
      for (int bits = row.kinship[i][tags.field(tag)]; bits != 0; bits &= bits - 1) {
        int at = Integer.numberOfTrailingZeros(bits) * Tags.PLACES + (tag - 1) % Tags.PLACES;
        double gradient = off;
        kinshipSquares[at] += gradient * gradient;
        kinship[at] -= KINSHIP_RATE * gradient / Math.sqrt(kinshipSquares[at] + SOFTEN);
      }
    }
  }

  private void moveStep(Lattice lattice, Row row, int i) {
    for (int tag = 0; tag < tags.size(); tag++) {
      for (int before : tags.allowedBefore(tag)) {
        int right = i == 0 ? Tags.OUTSIDE : row.tags[i - 1];
        double share =
            i > 0 ? lattice.share(i, before, tag) : before == right ? lattice.share(0, tag) : 0;
        double off = share - (right == before && row.tags[i] == tag ? 1 : 0);
        if (Math.abs(off) > NEGLIGIBLE) {
          int at = before * tags.size() + tag;
          double gradient = off + decay * moves[at];
          moveSquares[at] += gradient * gradient;
          moves[at] -= RATE * gradient / Math.sqrt(moveSquares[at] + SOFTEN);
        }
      }
    }
  }

  /** The weights of tags with those of their fields. */
  private float[] folded() {
    int size = tags.size();
    float[] folded = new float[weights.length / width * size];
    for (int feature = 0; feature * width < weights.length; feature++) {
      for (int tag = 0; tag < size; tag++) {
        float shared = tag == 0 ? 0 : weights[feature * width + size + tags.field(tag)];
        folded[feature * size + tag] = weights[feature * width + tag] + shared;
      }
    }
    return folded;
  }
}
