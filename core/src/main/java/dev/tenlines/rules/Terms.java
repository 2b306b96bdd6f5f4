package dev.tenlines.rules;

import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words and pairs of words of some texts, and which texts mention each. */
final class Terms {
  /** English words that stand in any sentence: a rule that rests on them alone is luck. */
  private static final Set<String> EMPTY =
      Set.of(
          "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "with", "as",
          "i", "me", "my", "we", "our", "you", "your", "he", "she", "it", "its", "they", "them",
          "is", "am", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did",
          "this", "that", "these", "there", "so", "but", "if", "im", "ive", "just", "from", "will");

  private final List<BitSet> rows = new ArrayList<>();
  private final List<Boolean> telling = new ArrayList<>();
  private final List<Map<String, Integer>> spellings = new ArrayList<>();
  private int[] counts = {};

  private Terms() {}

  static Terms of(List<String> texts) {
    Terms terms = new Terms();
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      List<Words.Word> words = Words.of(texts.get(i)).all();
      for (int w = 0; w < words.size(); w++) {
        terms.add(ids, i, words.get(w).stem(), words.get(w).folded());
        if (w > 0) {
          Words.Word before = words.get(w - 1);
          terms.add(
              ids,
              i,
              before.stem() + " " + words.get(w).stem(),
              before.folded() + " " + words.get(w).folded());
        }
      }
    }
    terms.counts = terms.rows.stream().mapToInt(BitSet::cardinality).toArray();
    return terms;
  }

  BitSet rows(int term) {
    return rows.get(term);
  }

  /** The spelling people used most. */
  String spelled(int term) {
    return spellings.get(term).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  /** Terms with a telling word that at least so many of these rows mention. */
  List<Integer> tellingIn(BitSet some, int least) {
    List<Integer> frequent = new ArrayList<>();
    for (int term = 0; term < rows.size(); term++) {
      if (telling.get(term) && counts[term] >= least && common(rows.get(term), some) >= least) {
        frequent.add(term);
      }
    }
    return frequent;
  }

  /** How many terms with a telling word at least so many texts mention. */
  int tellingAtLeast(int least) {
    int count = 0;
    for (int term = 0; term < counts.length; term++) {
      count += telling.get(term) && counts[term] >= least ? 1 : 0;
    }
    return count;
  }

  private static int common(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both.cardinality();
  }

  private void add(Map<String, Integer> ids, int row, String stem, String spelled) {
    Integer id = ids.get(stem);
    if (id == null) {
      id = rows.size();
      ids.put(stem, id);
      rows.add(new BitSet());
      telling.add(!EMPTY.containsAll(List.of(spelled.split(" "))));
      spellings.add(new HashMap<>(2));
    }
    rows.get(id).set(row);
    spellings.get(id).merge(spelled, 1, Integer::sum);
  }
}
