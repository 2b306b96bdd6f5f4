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
    RECOGNISED(0),
    /** It has the shape of a date or an amount. */
    SHAPE(1),
    /** One cell of a line, or a part of one. */
    CELL(2),
    /** Cells that follow each other. */
    RUN(3),
    /** Words in capitals in the middle of text. */
    PHRASE(4),
    /** A value that a reviewed document has, or the name of a state. */
    KNOWN(5);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** What stands for it in the features of a model. */
    int code() {
      return code;
    }
  }
}
