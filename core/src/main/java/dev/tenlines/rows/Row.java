package dev.tenlines.rows;

import java.util.Map;

/** One record of a file. */
public sealed interface Row {
  /** The line of the file it begins on, from 1. */
  long line();

  /** A readable record: values by column, in the order of the file. */
  record Good(long line, Map<String, Object> values) implements Row {
    /** A value as text; empty when there is none. */
    public String text(String column) {
      Object value = values.get(column);
      return value == null ? "" : value.toString();
    }
  }

  /**
   * A record that cannot be used.
   *
   * @param reason why, in words
   * @param raw its characters, for people to find and mend it
   */
  record Bad(long line, String reason, String raw) implements Row {}
}
