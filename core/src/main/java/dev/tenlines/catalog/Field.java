package dev.tenlines.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that may be asked for.
 *
 * @param name what plans call it
 * @param column as the database spells it
 * @param words what people call it, its name among them
 * @param verbs what happens at its date: {@code shipped}
 * @param unit what its numbers count: a currency by its ISO code, a unit; or null
 * @param currency the field of the same entity that holds its amounts' currency, or null
 * @param choices the values it may have, where they are declared
 * @param sampled whether values found in the table may be matched with words of questions
 */
public record Field(
    String name,
    String column,
    Type type,
    List<String> words,
    List<String> verbs,
    @Nullable String unit,
    @Nullable String currency,
    List<Choice> choices,
    boolean sampled) {
  public Field {
    words = List.copyOf(words);
    verbs = List.copyOf(verbs);
    choices = List.copyOf(choices);
  }

  /** What its values are. */
  public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    MONEY,
    TRUTH,
    DATE,
    /** A date with a time of day. */
    MOMENT,
    /** A number or text that only names a row: never summed, matched only as a whole. */
    KEY
  }

  /**
   * A value it may have.
   *
   * @param words what people call it, beside the value itself
   */
  public record Choice(String value, List<String> words) {
    public Choice {
      words = List.copyOf(words);
    }
  }
}
