package dev.tenlines.salience;

import dev.tenlines.document.Span;
import dev.tenlines.salience.Selection.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses sentences within a budget: the best for its length first, each seen beside those before;
 * the last part by trying all sums of words.
 */
final class Chooser {
  private static final double GREEDY = 0.85;

  private final List<Sentence> sentences;
  private final Coverage coverage;
  private final int budget;
  private final int least;
  private final BitSet left;

  Chooser(Body body, Coverage coverage, int budget) {
    this.sentences = body.sentences();
    this.coverage = coverage;
    this.budget = budget;
    this.least = (int) Math.ceil(Selection.LEAST * budget - 1e-9);
    this.left = Twins.without(body);
  }

  Selection choose() {
    int all = left.stream().map(at -> sentences.get(at).words()).sum();
    if (all <= budget) {
      BitSet chosen = (BitSet) left.clone();
      return selection(chosen, all >= least ? Fit.FULL : Fit.SHORT_SOURCE);
    }
    BitSet headings = new BitSet();
    left.stream().filter(at -> sentences.get(at).heading()).forEach(headings::set);
    left.andNot(headings);
    Selection selection = greedyThenExact();
    if (selection == null) {
      left.or(headings);
      BitSet chosen = fill(least);
      selection = chosen == null ? longest() : selection(chosen, Fit.FULL);
    }
    return selection;
  }

  private @Nullable Selection greedyThenExact() {
    List<Integer> taken = new ArrayList<>();
    int used = 0;
    for (int best = best(used); best >= 0; best = best(used)) {
      take(best);
      taken.add(best);
      used += sentences.get(best).words();
    }
    while (true) {
      BitSet rest = fill(least - used, budget - used);
      if (rest != null) {
        taken.forEach(rest::set);
        return selection(rest, Fit.FULL);
      }
      if (taken.isEmpty()) {
        return null;
      }
      int last = taken.removeLast();
      coverage.drop(last);
      left.set(last);
      used -= sentences.get(last).words();
    }
  }

  private int best(int used) {
    int best = -1;
    double most = 0;
    for (int at = left.nextSetBit(0); at >= 0; at = left.nextSetBit(at + 1)) {
      int words = sentences.get(at).words();
      if (used + words <= GREEDY * budget) {
        double worth = coverage.worth(at) / words;
        if (worth > most) {
          most = worth;
          best = at;
        }
      }
    }
    return best;
  }

  private void take(int at) {
    coverage.take(at);
    left.clear(at);
  }

  private @Nullable BitSet fill(int atLeast) {
    return fill(atLeast, budget);
  }

  /** The best sum of words between two bounds, as if no sentence changed another's worth. */
  private @Nullable BitSet fill(int atLeast, int room) {
    int[] fitting = left.stream().filter(at -> sentences.get(at).words() <= room).toArray();
    double[] best = new double[room + 1];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    BitSet[] with = new BitSet[fitting.length];
    for (int i = 0; i < fitting.length; i++) {
      with[i] = new BitSet();
      int words = sentences.get(fitting[i]).words();
      double worth = coverage.worth(fitting[i]);
      for (int sum = room; sum >= words; sum--) {
        if (best[sum - words] + worth > best[sum]) {
          best[sum] = best[sum - words] + worth;
          with[i].set(sum);
        }
      }
    }
    int top = -1;
    for (int sum = Math.max(0, atLeast); sum <= room; sum++) {
      boolean possible = best[sum] > Double.NEGATIVE_INFINITY;
      top = possible && (top < 0 || best[sum] > best[top]) ? sum : top;
    }
    if (top < 0) {
      return null;
    }
    BitSet chosen = new BitSet();
    for (int i = fitting.length - 1; i >= 0; i--) {
      if (with[i].get(top)) {
        chosen.set(fitting[i]);
        top -= sentences.get(fitting[i]).words();
      }
    }
    return chosen;
  }

  /** The longest choice below what is asked, or the shortest sentence where all are too long. */
  private Selection longest() {
    for (int atLeast = least - 1; atLeast > 0; atLeast--) {
      BitSet chosen = fill(atLeast);
      if (chosen != null) {
        return selection(chosen, Fit.NO_CHOICE);
      }
    }
    BitSet one = new BitSet();
    left.stream()
        .boxed()
        .min((a, b) -> Integer.compare(sentences.get(a).words(), sentences.get(b).words()))
        .ifPresent(one::set);
    return selection(one, Fit.TOO_LONG);
  }

  private Selection selection(BitSet chosen, Fit fit) {
    List<Span> spans = chosen.stream().mapToObj(at -> sentences.get(at).span()).toList();
    int words = chosen.stream().map(at -> sentences.get(at).words()).sum();
    return new Selection(spans, words, fit);
  }
}
