package dev.tenlines.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts number words that are written as one, such as {@code zweihundertdrei}, into their parts. */
final class Compounds {
  static final Compounds NONE = new Compounds(Set.of(), Map.of());

  private static final int LONGEST_WORD = 90;

  private final Set<String> parts;
  private final Map<String, String> elided;
  private final int longest;

  /** Cuts words that consist of these parts, some of which are short for others. */
  Compounds(Set<String> parts, Map<String, String> elided) {
    this.parts = parts;
    this.elided = elided;
    this.longest = parts.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Adds the word, or its parts where it is made of two or more. */
  void add(int start, int end, String raw, List<Token> out) {
    String folded = Tokens.fold(raw);
    List<Integer> cuts =
        parts.contains(folded) && !elided.containsKey(folded) ? List.of() : cuts(folded);
    if (cuts.size() < 3) {
      out.add(new Token(start, end, folded, raw, List.of()));
      return;
    }
    for (int i = 1; i < cuts.size(); i++) {
      int from = cuts.get(i - 1);
      int to = cuts.get(i);
      // A letter such as ß folds to two: the last part ends where the word does.
      int first = Math.min(end, start + from);
      int last = i == cuts.size() - 1 ? end : Math.min(end, start + to);
      String said = folded.substring(from, to);
      String part = elided.getOrDefault(said, said);
      out.add(new Token(first, last, part, part, List.of()));
    }
  }

  /** The borders between the parts, with both ends; empty when the word has other parts. */
  private List<Integer> cuts(String word) {
    int length = word.length();
    if (length > LONGEST_WORD || parts.isEmpty()) {
      return List.of();
    }
    BitSet ends = new BitSet(length + 1);
    ends.set(length);
    for (int from = length - 1; from >= 0; from--) {
      ends.set(from, next(word, from, ends) > 0);
    }
    List<Integer> cuts = new ArrayList<>();
    int at = 0;
    while (ends.get(at) && at < length) {
      cuts.add(at);
      at = next(word, at, ends);
    }
    if (at == length) {
      cuts.add(at);
    }
    return at == length ? cuts : List.of();
  }

  /** The end of the longest part from there after which the word can be cut on; else 0. */
  private int next(String word, int from, BitSet ends) {
    for (int to = Math.min(word.length(), from + longest); to > from; to--) {
      if (ends.get(to) && parts.contains(word.substring(from, to))) {
        return to;
      }
    }
    return 0;
  }
}
