package dev.tenlines.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that never goes back. A machine's clock may be set back an hour; whoever waits five
 * seconds would wait that hour as well. A step ahead ends such waits early, which does no harm.
 */
final class Onward extends Clock {
  private final Clock clock;
  private Duration left = Duration.ZERO;
  private Instant last = Instant.MIN;

  Onward(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Instant instant() {
    Instant now = clock.instant().plus(left);
    if (now.isBefore(last)) {
      left = left.plus(Duration.between(now, last));
      now = last;
    }
    last = now;
    return now;
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Onward(clock.withZone(zone));
  }
}
