package dev.tenlines.mock;

import java.util.Map;

/**
 * What was asked of the mock and what it billed, at one moment. Tokens are billed when they are
 * sent: those of the prompt with the first byte of an answer, those of the answer one by one.
 *
 * @param requests requests that came, refused ones included
 * @param answered answers that were sent whole
 * @param cancelled requests whose client left before
 * @param input billed prompt tokens, without those read from a cache or written to it
 * @param cacheRead billed prompt tokens read from a cache
 * @param cacheWrite billed prompt tokens written to a cache
 * @param output billed generated tokens, thoughts included
 * @param models the same for each model that was named
 */
public record Counts(
    long requests,
    long answered,
    long cancelled,
    long input,
    long cacheRead,
    long cacheWrite,
    long output,
    Map<String, Counts> models) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, Map.of());

  /** What one model was asked; nothing if it never was. */
  public Counts of(String model) {
    return models.getOrDefault(model, NONE);
  }
}
