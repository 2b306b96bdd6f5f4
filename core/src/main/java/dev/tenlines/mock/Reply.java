package dev.tenlines.mock;

import java.time.Duration;
import java.util.List;

/**
 * Everything that one request gets, byte for byte.
 *
 * @param status the status it sends; 0 for none
 * @param billed whether a model works for it
 * @param steps what is done, one after the other; afterwards the connection serves the next request
 */
record Reply(int status, boolean billed, List<Reply.Step> steps) {

  /** One thing to do. */
  sealed interface Step {}

  /**
   * Bytes in one write.
   *
   * @param tokens how many generated tokens they carry
   * @param whole whether the client has the whole answer with them
   */
  record Send(byte[] bytes, long tokens, boolean whole) implements Step {}

  /** Time in which nothing comes. */
  record Pause(Duration time) implements Step {}

  /** The same bytes again and again, until the client leaves. */
  record Endless(byte[] bytes, long tokens) implements Step {}

  /** Bytes one by one. */
  record Drip(byte[] bytes, int atOnce, Duration between, long tokens) implements Step {}

  /** How a connection ends. */
  enum End implements Step {
    /** It stays open, in silence, until the client leaves. */
    HANG,
    RESET,
    CLOSE,
    /** It is closed as soon as the client sends something on it again. */
    CLOSE_LATER
  }
}
