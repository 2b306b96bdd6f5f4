package dev.tenlines.mock.voice;

/**
 * One event of a stream.
 *
 * @param kind what it is for
 * @param event its name, empty where the dialect names none
 * @param json its data; the one exception is OpenAI's {@code [DONE]}
 */
public record Frame(Kind kind, String event, String json) {

  /** What a frame is for. */
  public enum Kind {
    /** The preamble. */
    START,
    /** Around the text: blocks opened and closed. */
    BLOCK,
    TEXT,
    THOUGHT,
    /** Says why the answer ended. */
    STOP,
    /** Usage alone. */
    USAGE,
    /** Says that nothing more will come. */
    END,
    PING,
    ERROR
  }

  static Frame of(Kind kind, Object json) {
    return new Frame(kind, "", Json.text(json));
  }

  static Frame named(Kind kind, String event, Object json) {
    return new Frame(kind, event, Json.text(json));
  }

  /** How many generated tokens it carries. */
  public int tokens() {
    return kind == Kind.TEXT || kind == Kind.THOUGHT ? 1 : 0;
  }

  /** The same frame with other data. */
  public Frame json(String other) {
    return new Frame(kind, event, other);
  }
}
