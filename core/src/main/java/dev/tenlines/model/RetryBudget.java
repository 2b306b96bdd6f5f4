package dev.tenlines.model;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many retries a provider may be asked for: each first call earns a fifth of one, over a small
 * floor, so that retries never multiply the load of an outage (the retry budget of Finagle).
 */
final class RetryBudget {
  private static final long RETRY = 100;
  private static final long EARNED = 20;
  private static final long FLOOR = 10 * RETRY;
  private static final long MOST = 100 * RETRY;

  private final AtomicLong hundredths = new AtomicLong(FLOOR);

  /** A first call was sent. */
  void earn() {
    hundredths.updateAndGet(now -> Math.min(MOST, now + EARNED));
  }

  /** Takes one retry; false when there is none left. */
  boolean spend() {
    long before = hundredths.getAndUpdate(now -> now >= RETRY ? now - RETRY : now);
    return before >= RETRY;
  }
}
