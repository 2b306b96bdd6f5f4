package dev.tenlines.salience;

import dev.tenlines.salience.Usage.Count;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each word of a document is to be expected in a summary of 400 words. A choice of
 * sentences is good where it says what is expected, as often as expected and no oftener.
 *
 * @param usage how the language of the documents uses its words, as far as it is known
 * @param known for documents in that language
 * @param neutral for all others
 */
record Expectation(Usage usage, Poisson known, Poisson neutral) {
  /** The length that expectations are for. */
  static final double WORDS = 400;

  /** What is known comes from some kinds of documents, and there are others. */
  private static final double TRUST = 0.7;

  /** Learns from documents with one or more summaries each. */
  static Expectation learn(List<Body> bodies, List<List<String>> summaries) {
    List<Map<String, Count>> pairs = new ArrayList<>();
    List<Map<String, Double>> said = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      Map<String, Double> expected = new HashMap<>();
      Map<String, Count> pair = new HashMap<>();
      for (Sentence sentence : bodies.get(i).sentences()) {
        for (int stem : sentence.stems()) {
          pair.merge(bodies.get(i).stem(stem), new Count(1, 0), Count::and);
        }
      }
      for (String summary : summaries.get(i)) {
        List<String> stems = Body.stems(summary);
        for (String stem : stems) {
          expected.merge(stem, WORDS / stems.size() / summaries.get(i).size(), Double::sum);
          pair.merge(stem, new Count(0, 1), Count::and);
        }
      }
      pairs.add(pair);
      said.add(expected);
    }
    Usage usage = Usage.of(pairs);
    List<Poisson.Row> known = new ArrayList<>();
    List<Poisson.Row> neutral = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      Traits traits = new Traits(bodies.get(i));
      // What a document says about the language must not come from itself.
      Usage others = usage.without(pairs.get(i));
      for (int stem = 0; stem < bodies.get(i).stems(); stem++) {
        double count = said.get(i).getOrDefault(bodies.get(i).stem(stem), 0.0);
        known.add(new Poisson.Row(traits.of(stem, others), count));
        neutral.add(new Poisson.Row(traits.of(stem, null), count));
      }
    }
    return new Expectation(
        usage, Poisson.fit(known, Traits.ALL), Poisson.fit(neutral, Traits.NEUTRAL));
  }

  /** The expectation for each stem of a document. */
  double[] of(Body body, boolean language) {
    Traits traits = new Traits(body);
    double[] expected = new double[body.stems()];
    for (int stem = 0; stem < expected.length; stem++) {
      double unknown = neutral.of(traits.of(stem, null));
      expected[stem] =
          language
              ? Math.pow(known.of(traits.of(stem, usage)), TRUST) * Math.pow(unknown, 1 - TRUST)
              : unknown;
    }
    return expected;
  }
}
