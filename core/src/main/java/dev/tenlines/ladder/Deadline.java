package dev.tenlines.ladder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The moment by which a whole climb has to end. */
public record Deadline(Clock clock, Instant end) {

  public static Deadline in(Duration budget, Clock clock) {
    return new Deadline(clock, clock.instant().plus(budget));
  }

  public boolean passed() {
    return !clock.instant().isBefore(end);
  }

  /** What is left, never below zero. */
  public Duration left() {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
