package dev.tenlines.cost;

import java.math.BigDecimal;

/**
 * US dollars for a million tokens of each kind. A kind of cache that a provider does not price
 * apart costs what any prompt token costs.
 */
public record Rates(
    BigDecimal input,
    BigDecimal output,
    BigDecimal cacheRead,
    BigDecimal cacheWrite,
    BigDecimal cacheWriteHour) {

  static final Rates FREE =
      new Rates(
          BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Exact: dollars a million tokens are millionths of a dollar a token. */
  BigDecimal micros(Usage usage) {
    return times(input, usage.input())
        .add(times(cacheRead, usage.cacheRead()))
        .add(times(cacheWrite, usage.cacheWrite()))
        .add(times(cacheWriteHour, usage.cacheWriteHour()))
        .add(times(output, usage.output()));
  }

  /** The most a call can cost, whatever the cache makes of its prompt. */
  BigDecimal most(long prompt, long output) {
    BigDecimal dearest = input.max(cacheRead).max(cacheWrite).max(cacheWriteHour);
    return times(dearest, prompt).add(times(this.output, output));
  }

  Rates times(BigDecimal factor) {
    return new Rates(
        input.multiply(factor),
        output.multiply(factor),
        cacheRead.multiply(factor),
        cacheWrite.multiply(factor),
        cacheWriteHour.multiply(factor));
  }

  private static BigDecimal times(BigDecimal rate, long tokens) {
    return rate.multiply(BigDecimal.valueOf(tokens));
  }
}
