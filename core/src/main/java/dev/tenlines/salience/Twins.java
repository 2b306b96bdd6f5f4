package dev.tenlines.salience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves one of sentences that say the same in nearly the same words. */
final class Twins {
  private static final double SAME = 0.8;

  private final int[] often;
  private final Map<Integer, List<Integer>> byRare = new HashMap<>();
  private final Map<Integer, int[]> sets = new HashMap<>();

  private Twins(Body body) {
    this.often = new int[body.stems()];
    for (Sentence sentence : body.sentences()) {
      for (int stem : sentence.stems()) {
        often[stem]++;
      }
    }
  }

  /** The sentences that repeat none before them. */
  static BitSet without(Body body) {
    Twins twins = new Twins(body);
    BitSet own = new BitSet();
    for (Sentence sentence : body.sentences()) {
      if (twins.isNew(sentence)) {
        own.set(sentence.at());
      }
    }
    return own;
  }

  /** Two sets that share four fifths share one of the rarest of each; only those are compared. */
  private boolean isNew(Sentence sentence) {
    int[] stems = Arrays.stream(sentence.stems()).distinct().sorted().toArray();
    int[] rare =
        Arrays.stream(stems)
            .boxed()
            .sorted((a, b) -> often[a] == often[b] ? a - b : often[a] - often[b])
            .limit((long) (stems.length * (1 - SAME)) + 1)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int stem : rare) {
      for (int other : byRare.getOrDefault(stem, List.of())) {
        if (alike(stems, sets.getOrDefault(other, stems))) {
          return false;
        }
      }
    }
    sets.put(sentence.at(), stems);
    for (int stem : rare) {
      byRare.computeIfAbsent(stem, s -> new ArrayList<>()).add(sentence.at());
    }
    return true;
  }

  private static boolean alike(int[] a, int[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      shared += a[i] == b[j] ? 1 : 0;
      int before = a[i];
      i += a[i] <= b[j] ? 1 : 0;
      j += b[j] <= before ? 1 : 0;
    }
    return shared >= SAME * (a.length + b.length - shared);
  }
}
