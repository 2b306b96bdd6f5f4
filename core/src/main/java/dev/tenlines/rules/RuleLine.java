package dev.tenlines.rules;

import org.jspecify.annotations.Nullable;

/**
 * One line of a rule list.
 *
 * @param when the condition in CEL
 * @param then the value it answers
 * @param found what a trial measured for a line it found, or null for a line a person declared
 */
public record RuleLine(String when, String then, @Nullable Found found) {

  /**
   * Measured on rows the line was not found on.
   *
   * @param rows rows the line covers
   * @param right those it gets right
   * @param lower exact lower bound of its precision
   */
  public record Found(int rows, int right, double lower) {}

  /** Whether a person stands behind the line. */
  public boolean declared() {
    return found == null;
  }
}
