package dev.tenlines.ranking;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values that a field has in reviewed documents, by key, and how people spelled them.
 *
 * @param spellings how often each spelling of a key was right
 */
record Memory(Map<String, Map<String, Integer>> spellings) {

  static Memory empty() {
    return new Memory(new TreeMap<>());
  }

  void add(String key, String spelling) {
    spellings.computeIfAbsent(key, k -> new TreeMap<>()).merge(spelling, 1, Integer::sum);
  }

  /** In how many documents a value was right, without this one where it was right here, too. */
  int seen(String key, boolean here) {
    Map<String, Integer> own = spellings.get(key);
    int count = own == null ? 0 : own.values().stream().mapToInt(Integer::intValue).sum();
    return here ? count - 1 : count;
  }

  /** How people spelled it most often, or null where it is new. */
  @Nullable String spelling(String key) {
    Map<String, Integer> own = spellings.get(key);
    return own == null
        ? null
        : own.entrySet().stream()
            .max(Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue()))
            .map(Map.Entry::getKey)
            .orElse(null);
  }
}
