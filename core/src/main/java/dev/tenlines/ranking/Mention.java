package dev.tenlines.ranking;

import dev.tenlines.document.Span;

/**
 * A place that may hold a value, before anything speaks for it.
 *
 * @param value as JSON has it
 * @param key what mentions of the same value share
 * @param kind how it was found
 */
record Mention(Span span, String text, Object value, String key, Kind kind) {

  /** How a mention was found. */
  enum Kind {
    /** A recogniser read it. */
    RECOGNISED,
    /** It has the shape of a date or an amount. */
    SHAPE,
    /** One cell of a line, or a part of one. */
    CELL,
    /** Cells that follow each other. */
    RUN,
    /** Words in capitals in the middle of text. */
    PHRASE,
    /** A value that a reviewed document has, or the name of a state. */
    KNOWN
  }
}
