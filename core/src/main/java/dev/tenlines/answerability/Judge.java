package dev.tenlines.answerability;

import java.util.Arrays;
import java.util.List;

/**
 * What tells whether documents answer a question: they must speak of its topic, and where it asks
 * for a detail of a text, the text must say just that. A product of two experts, the second of
 * which a gate lets in (after Jacobs, Jordan, Nowlan and Hinton, Adaptive Mixtures of Local
 * Experts, 1991): each learns from questions that show what it is to know.
 *
 * @param topic whether what was found speaks of what is asked
 * @param match whether the best sentence means the question word by word
 * @param detail whether it is a question about a text, which may be asked to deceive, and no
 *     question of somebody who needs help
 */
public record Judge(Logistic topic, Logistic match, Logistic detail) {
  /** Whoever asks for a detail mostly knows that the text speaks of it: added to the log odds. */
  private static final double GRANTED = 1.75;

  /** How strongly each weight is held where the product shipped it. */
  private static final double PULL = 10;

  /** How many questions documents answer differs most from place to place. */
  private static final double BIAS_PULL = 1;

  /** What the product did not let a part see, verdicts do not show it, either. */
  private static final double UNSEEN_PULL = 1e9;

  /**
   * Whether a feature compares the question with the best sentence. What is asked for is no such
   * feature: how often "when" deceives tells who wrote the questions, not what the text says.
   */
  public static boolean compared(String name) {
    return aligned(name)
        || name.contains("osine")
        || name.matches("(?:lacks|denies|singles|swap|opposite)\\b.*");
  }

  /** Whether a feature is of {@link Alignment}. */
  public static boolean aligned(String name) {
    return name.startsWith(Alignment.NAME);
  }

  double chance(Features features) {
    if (!features.names().equals(topic.names())) {
      throw new IllegalArgumentException("Not the features of this model: " + features.names());
    }
    return chance(features.array());
  }

  /** The chance of raw values. */
  public double chance(double[] values) {
    double asked = detail.chance(values);
    double spoken = Logistic.chance(topic.of(values) + GRANTED * asked);
    return spoken * (1 - asked * (1 - match.chance(values)));
  }

  /** Bent towards what people said; lessons of another version's features teach nothing. */
  Judge taught(List<Lesson> lessons) {
    int n = topic.weights().length;
    List<Lesson> fit = lessons.stream().filter(l -> l.features().size() == n).toList();
    return fit.isEmpty() ? this : new Judge(bent(topic, fit), bent(match, fit), detail);
  }

  private static Logistic bent(Logistic shipped, List<Lesson> lessons) {
    double[][] rows = new double[lessons.size()][];
    double[] labels = new double[lessons.size()];
    double[] counts = new double[lessons.size()];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = shipped.row(lessons.get(r).features().stream().mapToDouble(d -> d).toArray());
      labels[r] = lessons.get(r).answered() ? 1 : 0;
      counts[r] = 1;
    }
    double[] pull = new double[shipped.weights().length + 1];
    Arrays.setAll(pull, i -> i > 0 && shipped.weights()[i - 1] == 0 ? UNSEEN_PULL : PULL);
    pull[0] = BIAS_PULL;
    return shipped.weighted(Newton.solve(rows, labels, counts, shipped.all(), pull));
  }
}
