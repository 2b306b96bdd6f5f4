package dev.tenlines.spring.console.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one way the console says when something was or will be. */
public record Times(Clock clock) {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final long SOON = 45;

  /** A moment, or null for none. */
  public @Nullable Moment maybe(@Nullable Instant at) {
    return at == null ? null : of(at);
  }

  public Moment of(Instant at) {
    return new Moment(
        words(at), EXACT.format(at.atZone(clock.getZone())) + zone(at), at.toString());
  }

  /** The time of day, {@code 10:05 UTC}: who reads it may be elsewhere than the server. */
  public String hour(Instant at) {
    return HOUR.format(at.atZone(clock.getZone())) + zone(at);
  }

  private String zone(Instant at) {
    ZoneId zone = clock.getZone();
    return zone.getRules().isFixedOffset() && zone.getRules().getOffset(at).getTotalSeconds() == 0
        ? " UTC"
        : DateTimeFormatter.ofPattern(" zzz", Locale.ROOT).format(at.atZone(zone));
  }

  private String words(Instant at) {
    Duration until = Duration.between(clock.instant(), at);
    long seconds = until.abs().toSeconds();
    if (seconds < SOON) {
      return until.isNegative() || until.isZero() ? "just now" : "in a moment";
    }
    String amount = amount(seconds);
    return until.isNegative() ? amount + " ago" : "in " + amount;
  }

  private static String amount(long seconds) {
    long minutes = Math.round(seconds / 60.0);
    long hours = Math.round(seconds / 3600.0);
    long days = Math.round(seconds / 86_400.0);
    return minutes < 60
        ? count(minutes, "minute")
        : hours < 48 ? count(hours, "hour") : count(days, "day");
  }

  private static String count(long n, String unit) {
    return n + " " + unit + (n == 1 ? "" : "s");
  }
}
