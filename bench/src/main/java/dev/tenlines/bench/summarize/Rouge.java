package dev.tenlines.bench.summarize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ROUGE-1, ROUGE-2 and ROUGE-L of Lin (2004) as F1 in hundredths, as the rouge_score package
 * computes them with a stemmer: lower case, runs of letters and digits, words of more than three
 * letters stemmed.
 */
record Rouge(double one, double two, double l) {
  static final Rouge NONE = new Rouge(0, 0, 0);

  /** The best of several references, each figure for itself. */
  static Rouge best(String said, List<String> references) {
    Rouge best = NONE;
    List<String> own = tokens(said);
    for (String reference : references) {
      Rouge next = of(own, tokens(reference));
      best =
          new Rouge(
              Math.max(best.one, next.one), Math.max(best.two, next.two), Math.max(best.l, next.l));
    }
    return best;
  }

  static Rouge mean(List<Rouge> all) {
    double n = Math.max(1, all.size());
    return new Rouge(
        all.stream().mapToDouble(Rouge::one).sum() / n,
        all.stream().mapToDouble(Rouge::two).sum() / n,
        all.stream().mapToDouble(Rouge::l).sum() / n);
  }

  static Rouge of(List<String> said, List<String> reference) {
    return new Rouge(
        grams(said, reference, 1),
        grams(said, reference, 2),
        f1(common(said, reference), said.size(), reference.size()));
  }

  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (String token : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (!token.isEmpty()) {
        tokens.add(token.length() > 3 ? Porter.stem(token) : token);
      }
    }
    return tokens;
  }

  private static double grams(List<String> said, List<String> reference, int n) {
    Map<String, Integer> own = counts(said, n);
    int shared = 0;
    for (Map.Entry<String, Integer> gram : counts(reference, n).entrySet()) {
      shared += Math.min(gram.getValue(), own.getOrDefault(gram.getKey(), 0));
    }
    return f1(shared, said.size() - n + 1, reference.size() - n + 1);
  }

  private static Map<String, Integer> counts(List<String> tokens, int n) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= tokens.size(); i++) {
      counts.merge(String.join(" ", tokens.subList(i, i + n)), 1, Integer::sum);
    }
    return counts;
  }

  private static int common(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    for (String token : a) {
      int diagonal = 0;
      for (int j = 1; j <= b.size(); j++) {
        int above = row[j];
        row[j] = token.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[b.size()];
  }

  private static double f1(int shared, int said, int reference) {
    return shared <= 0 ? 0 : 200.0 * shared / (Math.max(0, said) + Math.max(0, reference));
  }
}
