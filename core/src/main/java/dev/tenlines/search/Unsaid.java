package dev.tenlines.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans without the words they were said with, and with every number as text: to be compared. */
final class Unsaid {
  private Unsaid() {}

  static Object of(Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        Map<String, Object> out = new HashMap<>();
        map.forEach((key, value) -> {
          if (!"said".equals(key) && value != null) {
            out.put(String.valueOf(key), of(value));
          }
        });
        yield out;
      }
      case List<?> list -> list.stream().map(Unsaid::of).toList();
      default -> node.toString();
    };
  }
}
