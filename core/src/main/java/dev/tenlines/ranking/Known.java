package dev.tenlines.ranking;

import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that are looked for in texts, by their letters and digits. */
final class Known {
  private final Map<Long, List<long[]>> byFirst = new HashMap<>();

  Known(Iterable<String> phrases) {
    for (String phrase : phrases) {
      long[] codes = codes(phrase);
      if (codes.length > 0) {
        byFirst.computeIfAbsent(codes[0], first -> new ArrayList<>(1)).add(codes);
      }
    }
    byFirst.values().forEach(all -> all.sort((a, b) -> b.length - a.length));
  }

  private static long[] codes(String phrase) {
    Tokens tokens = Tokens.of(phrase);
    long[] codes = new long[tokens.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = tokens.code(i);
    }
    return codes;
  }

  /** Where one of them stands; of those that begin at a word the longest. */
  List<Span> find(Tokens tokens) {
    List<Span> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      for (long[] codes : byFirst.getOrDefault(tokens.code(i), List.of())) {
        if (standsAt(tokens, i, codes)) {
          found.add(new Span(tokens.start(i), tokens.end(i + codes.length - 1)));
          break;
        }
      }
    }
    return found;
  }

  private static boolean standsAt(Tokens tokens, int at, long[] codes) {
    if (at + codes.length > tokens.size()) {
      return false;
    }
    for (int i = 1; i < codes.length; i++) {
      if (tokens.code(at + i) != codes[i]) {
        return false;
      }
    }
    return true;
  }
}
