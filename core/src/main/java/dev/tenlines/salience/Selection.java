package dev.tenlines.salience;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The sentences of a document that are its summary within a budget of words.
 *
 * @param sentences in the order of the document; never empty unless the document has none
 * @param words how many words they have together
 */
public record Selection(List<Span> sentences, int words, Fit fit) {
  /** The share of a budget that a summary uses at least, where whole sentences allow it. */
  public static final double LEAST = 0.85;

  private static final double GREEDY = 0.7;

  /** Why a summary has the length it has. */
  public enum Fit {
    /** Within the budget, and at least 85 % of it. */
    FULL,
    /** The whole document has fewer words: all its sentences are here. */
    SHORT_SOURCE,
    /** No choice of whole sentences has between 85 % and all of the budget: the longest below. */
    NO_CHOICE,
    /** Every sentence is longer than the budget: the shortest, which is longer. */
    TOO_LONG
  }

  public Selection {
    sentences = List.copyOf(sentences);
  }

  /**
   * Chooses sentences.
   *
   * @param ranked sentences of the document with their scores
   * @param budget words at most, from one
   */
  public static Selection within(Document document, List<Scored> ranked, int budget) {
    return new Chooser(document, ranked, budget).choose();
  }

  /** The sentences as they stand in the document, one blank between them. */
  public String text(Document document) {
    return String.join(" ", sentences.stream().map(s -> s.of(document.text())).toList());
  }

  static final class Chooser {
    private final int budget;
    private final List<Scored> ranked;
    private final int[] words;

    Chooser(Document document, List<Scored> ranked, int budget) {
      this.budget = budget;
      this.ranked = ranked;
      this.words =
          ranked.stream().mapToInt(s -> Counting.words(s.sentence().of(document.text()))).toArray();
    }

    Selection choose() {
      int n = ranked.size();
      int all = java.util.Arrays.stream(words).sum();
      BitSet chosen = new BitSet();
      if (all <= budget) {
        chosen.set(0, n);
        return result(chosen, all >= LEAST * budget ? Fit.FULL : Fit.SHORT_SOURCE);
      }
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        order.add(i);
      }
      order.sort((a, b) -> Double.compare(ranked.get(b).score(), ranked.get(a).score()));
      int used = 0;
      List<Integer> greedy = new ArrayList<>();
      for (int i : order) {
        if (used + words[i] <= GREEDY * budget) {
          used += words[i];
          greedy.add(i);
        }
      }
      while (true) {
        BitSet last = fill(greedy, used);
        if (last != null) {
          return result(last, Fit.FULL);
        }
        if (greedy.isEmpty()) {
          break;
        }
        used -= words[greedy.removeLast()];
      }
      return longest(order);
    }

    private Selection longest(List<Integer> order) {
      BitSet best = fill(List.of(), 0, 1);
      if (best != null) {
        return result(best, Fit.NO_CHOICE);
      }
      BitSet one = new BitSet();
      int shortest = 0;
      for (int i = 1; i < words.length; i++) {
        shortest = words[i] < words[shortest] ? i : shortest;
      }
      if (!order.isEmpty()) {
        one.set(shortest);
      }
      return result(one, Fit.TOO_LONG);
    }

    private @org.jspecify.annotations.Nullable BitSet fill(List<Integer> greedy, int used) {
      return fill(greedy, used, (int) Math.ceil(LEAST * budget));
    }

    private @org.jspecify.annotations.Nullable BitSet fill(
        List<Integer> greedy, int used, int least) {
      BitSet taken = new BitSet();
      greedy.forEach(taken::set);
      int room = budget - used;
      int n = words.length;
      double[][] best = new double[n + 1][];
      best[0] = new double[room + 1];
      java.util.Arrays.fill(best[0], Double.NEGATIVE_INFINITY);
      best[0][0] = 0;
      for (int i = 0; i < n; i++) {
        best[i + 1] = best[i].clone();
        if (taken.get(i)) {
          continue;
        }
        for (int w = words[i]; w <= room; w++) {
          double with = best[i][w - words[i]] + ranked.get(i).score();
          if (with > best[i + 1][w]) {
            best[i + 1][w] = with;
          }
        }
      }
      int top = -1;
      for (int w = Math.max(0, least - used); w <= room; w++) {
        if (best[n][w] > Double.NEGATIVE_INFINITY && (top < 0 || best[n][w] > best[n][top])) {
          top = w;
        }
      }
      if (top < 0) {
        return null;
      }
      int w = top;
      for (int i = n - 1; i >= 0; i--) {
        if (best[i + 1][w] != best[i][w]) {
          taken.set(i);
          w -= words[i];
        }
      }
      return taken;
    }

    private Selection result(BitSet chosen, Fit fit) {
      List<Span> spans = chosen.stream().mapToObj(i -> ranked.get(i).sentence()).toList();
      return new Selection(spans, chosen.stream().map(i -> words[i]).sum(), fit);
    }
  }
}
