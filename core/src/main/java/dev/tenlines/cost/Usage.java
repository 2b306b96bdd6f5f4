package dev.tenlines.cost;

import org.jspecify.annotations.Nullable;

/**
 * What one call of a model used, in tokens, each counted once whatever the provider's dialect.
 *
 * @param input prompt tokens billed at the full price: neither read from a cache nor written to one
 * @param cacheRead prompt tokens read from the provider's cache
 * @param cacheWrite prompt tokens written to the cache for minutes
 * @param cacheWriteHour prompt tokens written to the cache for an hour
 * @param output generated tokens, thinking included
 * @param thinking how many of the generated ones were thinking
 * @param tier the service tier the provider says it used, {@code batch}, {@code flex}, …, or null
 *     for the usual one
 * @param estimated whether the provider did not say and we counted ourselves
 */
public record Usage(
    long input,
    long cacheRead,
    long cacheWrite,
    long cacheWriteHour,
    long output,
    long thinking,
    @Nullable String tier,
    boolean estimated) {

  /** Nothing used. */
  public static final Usage NONE = of(0, 0);

  /** Plain counts without a cache. */
  public static Usage of(long input, long output) {
    return new Usage(input, 0, 0, 0, output, 0, null, false);
  }

  /** All tokens of the prompt: what a price's size band looks at. */
  public long prompt() {
    return input + cacheRead + cacheWrite + cacheWriteHour;
  }

  /** The same counts, marked as our own estimate. */
  public Usage guessed() {
    return new Usage(input, cacheRead, cacheWrite, cacheWriteHour, output, thinking, tier, true);
  }
}
