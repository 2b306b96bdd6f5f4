package dev.tenlines.spring.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on only when a test turns it. */
final class TurnableClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-23T10:00:00Z");

  void turn(Duration further) {
    now = now.plus(further);
  }

  @Override
  public Instant instant() {
    return now;
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
