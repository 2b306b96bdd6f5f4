package dev.tenlines.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words and groups of words that mean something; the longest that stands at a place counts. */
final class Phrases<T> {
  private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();

  /** One phrase; where it has no blank the text may have none. */
  private record Phrase<T>(List<String> words, boolean[] tight, T meaning) {}

  /**
   * A phrase that was met.
   *
   * @param end the token after its last
   */
  record Match<T>(int end, T meaning) {}

  /** The first meaning of a phrase stays. */
  void put(String phrase, T meaning) {
    Tokens tokens = Tokens.of(phrase, Marks.PLAIN, Compounds.NONE);
    if (tokens.size() == 0) {
      return;
    }
    List<String> words = new ArrayList<>();
    boolean[] tight = new boolean[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.get(i).folded());
      tight[i] = tokens.touches(i);
    }
    List<Phrase<T>> same = byFirst.computeIfAbsent(words.getFirst(), w -> new ArrayList<>(1));
    if (same.stream().noneMatch(p -> p.words.equals(words))) {
      same.add(new Phrase<>(words, tight, meaning));
      same.sort(Comparator.comparingInt(p -> -p.words.size()));
    }
  }

  /** The longest phrase that begins with this token, or null. */
  @Nullable Match<T> at(Tokens tokens, int i) {
    if (i < 0 || i >= tokens.size()) {
      return null;
    }
    for (Phrase<T> phrase : byFirst.getOrDefault(tokens.get(i).folded(), List.of())) {
      if (stands(phrase, tokens, i)) {
        return new Match<>(i + phrase.words.size(), phrase.meaning);
      }
    }
    return null;
  }

  /** What one folded word means, or null. */
  @Nullable T of(String word) {
    for (Phrase<T> phrase : byFirst.getOrDefault(word, List.of())) {
      if (phrase.words.size() == 1) {
        return phrase.meaning;
      }
    }
    return null;
  }

  private static <T> boolean stands(Phrase<T> phrase, Tokens tokens, int i) {
    for (int k = 1; k < phrase.words.size(); k++) {
      boolean near = phrase.tight[k] ? tokens.touches(i + k) : tokens.joined(i + k);
      if (!near || !tokens.is(i + k, phrase.words.get(k))) {
        return false;
      }
    }
    return true;
  }
}
