package dev.tenlines.learn;

import java.util.Map;

/**
 * A text with the label a person gave it.
 *
 * @param fields what else was known of it, for rules
 */
public record Example(String text, String label, Map<String, Object> fields) {
  public Example {
    fields = Map.copyOf(fields);
  }

  public Example(String text, String label) {
    this(text, label, Map.of());
  }
}
