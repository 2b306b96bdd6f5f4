package dev.tenlines.salience;

import java.util.Arrays;
import java.util.List;

/**
 * What sentences add to a choice of sentences: the chance, for each of their words, that a summary
 * says it once more than the choice does already.
 */
final class Coverage {
  /** Words come in clusters: the variance is above the mean by this share of its square. */
  private static final double CLUSTERING = 0.3;

  private static final double DANGLING = 0.9;
  private static final double LEADS_IN = 1.3;
  private static final double FRAGMENT = 0.5;
  private static final double TORN = 0.7;
  private static final double QUOTED = 0.2;
  private static final double QUESTION = 0.9;
  private static final double LONG = 8;
  private static final double SHORT = 3;

  private final List<Sentence> sentences;
  private final double[] expected;
  private final double[] weights;
  private final int[] said;
  private final int[] here;
  private final boolean[] chosen;
  private final double[][] chances;

  /**
   * Nothing is chosen at first.
   *
   * @param expected how often each stem is expected within the budget
   * @param weights what each sentence is worth beside its words
   */
  Coverage(Body body, double[] expected, double[] weights) {
    this.sentences = body.sentences();
    this.expected = expected;
    this.weights = weights;
    this.said = new int[expected.length];
    this.here = new int[expected.length];
    this.chosen = new boolean[sentences.size()];
    this.chances = new double[expected.length][];
  }

  /** The same with other worths beside these. */
  Coverage times(double[] more) {
    for (int at = 0; at < weights.length; at++) {
      weights[at] *= more[at];
    }
    return this;
  }

  /** What a sentence adds now. */
  double worth(int at) {
    Sentence sentence = sentences.get(at);
    double sum = 0;
    for (int stem : sentence.stems()) {
      sum += chance(stem, said[stem] + ++here[stem]);
    }
    for (int stem : sentence.stems()) {
      here[stem] = 0;
    }
    return sum * weights[at] * form(sentence);
  }

  /** What reads badly out of its place is worth less, whatever its words are. */
  private double form(Sentence sentence) {
    double form = sentence.whole() ? 1 : FRAGMENT;
    form *= Math.min(1, (sentence.words() + SHORT) / (LONG + SHORT));
    form *= sentence.torn() ? TORN : 1 - QUOTED * sentence.quoted();
    form *= sentence.question() ? QUESTION : 1;
    int at = sentence.at();
    if (sentence.dangling() && !(at > 0 && chosen[at - 1])) {
      form *= DANGLING;
    }
    boolean leads = at + 1 < sentences.size() && chosen[at + 1] && sentences.get(at + 1).dangling();
    return leads ? form * LEADS_IN : form;
  }

  void take(int at) {
    chosen[at] = true;
    for (int stem : sentences.get(at).stems()) {
      said[stem]++;
    }
  }

  void drop(int at) {
    chosen[at] = false;
    for (int stem : sentences.get(at).stems()) {
      said[stem]--;
    }
  }

  /** How likely a summary says a stem so often or oftener. */
  private double chance(int stem, int times) {
    double[] known = chances[stem];
    if (known == null || known.length <= times) {
      known = chances(expected[stem], Math.max(4, 2 * times));
      chances[stem] = known;
    }
    return known[times];
  }

  /** The upper tails of a negative binomial distribution. */
  private static double[] chances(double mean, int most) {
    double[] tails = new double[most + 1];
    double shape = 1 / CLUSTERING;
    double fails = shape / (shape + mean);
    double exactly = Math.pow(fails, shape);
    double tail = 1;
    for (int k = 0; k <= most; k++) {
      tails[k] = Math.max(0, tail);
      tail -= exactly;
      exactly *= (k + shape) / (k + 1) * (1 - fails);
    }
    return tails;
  }

  /** A scaled copy of expectations. */
  static double[] scaled(double[] expected, double by) {
    return Arrays.stream(expected).map(e -> e * by).toArray();
  }
}
