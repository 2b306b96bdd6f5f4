package dev.tenlines.salience;

import java.util.HashMap;
import java.util.Map;

/**
 * How often words stand in documents and how often in their summaries: summaries of stories say "he
 * decides" where stories say "I said".
 */
final class Usage {
  /** What is learned from fewer documents is their subject, not their language. */
  private static final double FEWEST_SHARE = 0.04;

  private static final int FEWEST = 4;

  private final Map<String, Count> counts;
  private final double documentWords;
  private final double summaryWords;

  Usage(Map<String, Count> counts, double documentWords, double summaryWords) {
    this.counts = counts;
    this.documentWords = documentWords;
    this.summaryWords = summaryWords;
  }

  /** How often a stem was said in all documents, and in all summaries. */
  record Count(double documents, double summaries) {
    static final Count NONE = new Count(0, 0);

    Count less(Count other) {
      return new Count(documents - other.documents, summaries - other.summaries);
    }

    Count and(Count other) {
      return new Count(documents + other.documents, summaries + other.summaries);
    }
  }

  /** Adds up the counts of pairs of documents and summaries. */
  static Usage of(Iterable<Map<String, Count>> pairs) {
    Map<String, Count> sums = new HashMap<>();
    Map<String, Integer> in = new HashMap<>();
    int number = 0;
    double documents = 0;
    double summaries = 0;
    for (Map<String, Count> pair : pairs) {
      number++;
      for (Map.Entry<String, Count> entry : pair.entrySet()) {
        sums.merge(entry.getKey(), entry.getValue(), Count::and);
        in.merge(entry.getKey(), 1, Integer::sum);
        documents += entry.getValue().documents();
        summaries += entry.getValue().summaries();
      }
    }
    double least = Math.max(FEWEST, FEWEST_SHARE * number);
    sums.keySet().removeIf(stem -> in.getOrDefault(stem, 0) < least);
    return new Usage(sums, documents, summaries);
  }

  Count count(String stem) {
    return counts.getOrDefault(stem, Count.NONE);
  }

  Map<String, Count> counts() {
    return counts;
  }

  double documentWords() {
    return documentWords;
  }

  double summaryWords() {
    return summaryWords;
  }

  /** The same as if one pair had not been counted. */
  Usage without(Map<String, Count> pair) {
    Map<String, Count> rest = new HashMap<>(counts);
    double documents = documentWords;
    double summaries = summaryWords;
    for (Map.Entry<String, Count> entry : pair.entrySet()) {
      rest.computeIfPresent(entry.getKey(), (stem, all) -> all.less(entry.getValue()));
      documents -= entry.getValue().documents();
      summaries -= entry.getValue().summaries();
    }
    return new Usage(rest, documents, summaries);
  }
}
