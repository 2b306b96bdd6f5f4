package dev.tenlines.ranking;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values that a field has in reviewed documents, by key, and how people spelled them.
 *
 * @param spellings how often each spelling of a key was right
 * @param asWritten how often the right spelling was that of the document
 */
record Memory(Map<String, Map<String, Integer>> spellings, Map<String, Integer> asWritten) {

  static Memory empty() {
    return new Memory(new TreeMap<>(), new TreeMap<>());
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

  /**
   * How people spelled it most often, or null where it is new or where they rather keep to what
   * each document has.
   */
  @Nullable String spelling(String key) {
    Map.Entry<String, Integer> most =
        spellings.getOrDefault(key, Map.of()).entrySet().stream()
            .max(Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue()))
            .orElse(null);
    return most == null || most.getValue() < asWritten.getOrDefault(key, 0) ? null : most.getKey();
  }
}
