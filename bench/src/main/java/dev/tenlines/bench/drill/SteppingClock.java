package dev.tenlines.bench.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time of day on a machine whose clock is set, back or ahead, while it runs. */
final class SteppingClock extends Clock {
  private final Clock real = Clock.systemUTC();
  private final AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);

  void step(Duration by) {
    off.accumulateAndGet(by, Duration::plus);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(off.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
