package dev.tenlines.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two sentences side by side: which words stand for each other, in order.
 *
 * @param claim what is said
 * @param source what it may come from
 * @param partners for each token of the claim its token in the source, or -1
 * @param share how much of the claim has a partner
 */
record Alignment(Line claim, Line source, int[] partners, double share) {
  private static final double HEAVY = 3;

  /** Words in a row belong together. */
  private static final double ROW = 0.5;

  /** What stands between two pairs of partners on either side. */
  record Gap(List<Integer> claim, List<Integer> source) {}

  /** The heaviest common order of two sentences. */
  static Alignment of(Line claim, Line source) {
    List<Token> a = claim.tokens();
    List<Token> b = source.tokens();
    double[][] best = new double[a.size() + 1][b.size() + 1];
    double[][] pair = new double[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      Token own = a.get(i - 1);
      for (int j = 1; j <= b.size(); j++) {
        if (own.saidBy(b.get(j - 1))) {
          double before =
              Math.max(best[i - 1][j - 1], pair[i - 1][j - 1] > 0 ? pair[i - 1][j - 1] + ROW : 0);
          pair[i][j] = before + weight(own);
        }
        best[i][j] = Math.max(pair[i][j], Math.max(best[i - 1][j], best[i][j - 1]));
      }
    }
    int[] partners = partners(best, pair, a);
    return new Alignment(claim, source, partners, share(a, partners));
  }

  int partner(int at) {
    return partners[at];
  }

  /** The stretches without partners, in order; either side may be empty, not both. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    List<Integer> own = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= partners.length; i++) {
      boolean last = i == partners.length;
      if (!last && partners[i] < 0) {
        own.add(i);
        continue;
      }
      int to = last ? source.tokens().size() : partners[i];
      List<Integer> other = java.util.stream.IntStream.range(from, to).boxed().toList();
      if (!own.isEmpty() || !other.isEmpty()) {
        gaps.add(new Gap(List.copyOf(own), other));
      }
      own.clear();
      from = to + 1;
    }
    return gaps;
  }

  private static int[] partners(double[][] best, double[][] pair, List<Token> a) {
    int[] partners = new int[best.length - 1];
    Arrays.fill(partners, -1);
    int i = best.length - 1;
    int j = best[0].length - 1;
    boolean row = false;
    while (i > 0 && j > 0) {
      boolean paired = pair[i][j] > 0 && (row || pair[i][j] >= best[i][j]);
      if (paired) {
        partners[i - 1] = j - 1;
        double before = pair[i][j] - weight(a.get(i - 1));
        row = pair[i - 1][j - 1] > 0 && pair[i - 1][j - 1] + ROW >= before - 1e-9;
        i--;
        j--;
      } else if (best[i - 1][j] >= best[i][j]) {
        i--;
      } else {
        j--;
      }
    }
    return partners;
  }

  private static double share(List<Token> tokens, int[] partners) {
    double all = 0;
    double shared = 0;
    for (int i = 0; i < partners.length; i++) {
      all += weight(tokens.get(i));
      shared += partners[i] >= 0 ? weight(tokens.get(i)) : 0;
    }
    return all == 0 ? 0 : shared / all;
  }

  private static double weight(Token token) {
    return token.isSmall() ? 1 : HEAVY;
  }
}
