package dev.tenlines;

/** What supports an answer. */
public sealed interface Evidence {
  /**
   * The rule that answered.
   *
   * @param line its place in the list, from 1
   * @param when its condition as written
   */
  record Rule(int line, String when) implements Evidence {}

  /**
   * Characters of a source.
   *
   * @param source {@code input}, or the name of a field
   * @param start index of the first UTF-16 unit
   * @param end index after the last
   */
  record Span(String source, int start, int end, String text) implements Evidence {}
}
