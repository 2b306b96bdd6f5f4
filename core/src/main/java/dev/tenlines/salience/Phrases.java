package dev.tenlines.salience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sentences that people keep have in common: a linear model over hashed words, pairs and
 * triples of words, where all numbers are one word, and over place, length and figures.
 */
final class Phrases {
  private static final int BITS = 17;
  private static final int DENSE = 9;
  private static final int EPOCHS = 12;
  private static final double RATE = 0.15;
  private static final double PULL = 2e-5;
  private static final double SHARPNESS = 2;
  private static final Pattern TOKEN = Pattern.compile("\\p{L}+|[0-9][0-9.,]*|[$€£%]");

  private final float[] weights;
  private final double spread;

  private Phrases(float[] weights, double spread) {
    this.weights = weights;
    this.spread = spread;
  }

  private record Row(int[] index, float[] value, double target) {}

  /** Learns how much each sentence shares with the summary that people wrote. */
  static Phrases learn(List<Body> bodies, List<Lesson> lessons) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      Set<String> grams = grams(Body.stems(lessons.get(i).summary()));
      int size = bodies.get(i).sentences().size();
      for (Sentence sentence : bodies.get(i).sentences()) {
        Set<String> own = grams(Body.stems(sentence.text()));
        long shared = own.stream().filter(grams::contains).count();
        double target = 2.0 * shared / Math.max(1, own.size() + grams.size());
        rows.add(row(sentence, size, target));
      }
    }
    double mean = rows.stream().mapToDouble(Row::target).average().orElse(0);
    double variance =
        rows.stream().mapToDouble(row -> Math.pow(row.target() - mean, 2)).average().orElse(1);
    double spread = Math.sqrt(Math.max(1e-9, variance));
    float[] weights = new float[(1 << BITS) + DENSE];
    float[] squares = new float[weights.length];
    Arrays.fill(squares, 1);
    SplittableRandom random = new SplittableRandom(1);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int at = rows.size() - 1; at > 0; at--) {
        int other = random.nextInt(at + 1);
        Row kept = rows.get(at);
        rows.set(at, rows.get(other));
        rows.set(other, kept);
      }
      for (Row row : rows) {
        step(weights, squares, row, (row.target() - mean) / spread);
      }
    }
    double own = 0;
    for (Row row : rows) {
      own += Math.pow(sum(weights, row), 2);
    }
    return new Phrases(weights, Math.sqrt(Math.max(1e-9, own / Math.max(1, rows.size()))));
  }

  private static void step(float[] weights, float[] squares, Row row, double target) {
    double error = sum(weights, row) - target;
    for (int i = 0; i < row.index().length; i++) {
      int at = row.index()[i];
      double gradient = error * row.value()[i] + PULL * weights[at];
      squares[at] += (float) (gradient * gradient);
      weights[at] -= (float) (RATE * gradient / Math.sqrt(squares[at]));
    }
  }

  private static double sum(float[] weights, Row row) {
    double sum = 0;
    for (int i = 0; i < row.index().length; i++) {
      sum += weights[row.index()[i]] * row.value()[i];
    }
    return sum;
  }

  /** Words and pairs of words, each once. */
  private static Set<String> grams(List<String> stems) {
    Set<String> grams = new HashSet<>(stems);
    for (int i = 1; i < stems.size(); i++) {
      grams.add(stems.get(i - 1) + " " + stems.get(i));
    }
    return grams;
  }

  /** How much more or less each sentence of a document is worth. */
  double[] weights(Body body) {
    double[] out = new double[body.sentences().size()];
    for (Sentence sentence : body.sentences()) {
      double z = sum(weights, row(sentence, out.length, 0)) / spread;
      out[sentence.at()] = Math.exp(SHARPNESS * Math.clamp(z, -3.0, 4.0));
    }
    return out;
  }

  private static Row row(Sentence sentence, int size, double target) {
    List<String> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(sentence.text());
    int figures = 0;
    while (m.find()) {
      boolean figure = Character.isDigit(m.group().charAt(0));
      figures += figure ? 1 : 0;
      tokens.add(figure ? "#" : m.group().toLowerCase(Locale.ROOT));
    }
    Set<Integer> hashes = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      StringBuilder gram = new StringBuilder();
      for (int n = 0; n < 3 && i + n < tokens.size(); n++) {
        gram.append(' ').append(tokens.get(i + n));
        hashes.add((gram.toString().hashCode() * 0x9E3779B1) >>> (32 - BITS));
      }
    }
    int[] index = new int[hashes.size() + DENSE];
    float[] value = new float[index.length];
    int at = 0;
    float each = (float) (2 / Math.sqrt(hashes.size() + 1.0));
    for (int hash : hashes) {
      index[at] = hash;
      value[at++] = each;
    }
    double place = (double) sentence.at() / size;
    double[] dense = {
      1,
      place,
      Math.log(1 + sentence.at()) / 4,
      sentence.words() / 30.0,
      Math.log(sentence.words()) / 3,
      sentence.text().contains("%") ? 1 : 0,
      Math.min(5, figures) / 3.0,
      (double) figures / Math.max(1, tokens.size()),
      sentence.at() < 5 ? 1 : 0
    };
    for (int i = 0; i < DENSE; i++) {
      index[at] = (1 << BITS) + i;
      value[at++] = (float) dense[i];
    }
    return new Row(index, value, target);
  }
}
