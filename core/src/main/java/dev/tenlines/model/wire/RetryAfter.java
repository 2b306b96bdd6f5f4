package dev.tenlines.model.wire;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How long a provider asks to wait, in each of the ways providers say it. Never below zero. */
final class RetryAfter {
  /** Nobody waits longer: a larger number only says "not today". */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern PARTS = Pattern.compile("([0-9.]{1,12})(ms|h|m|s)");
  private static final List<String> RESETS =
      List.of(
          "x-ratelimit-reset-requests",
          "x-ratelimit-reset-tokens",
          "anthropic-ratelimit-requests-reset",
          "anthropic-ratelimit-tokens-reset",
          "anthropic-ratelimit-input-tokens-reset",
          "anthropic-ratelimit-output-tokens-reset");

  private RetryAfter() {}

  /** Reads headers first, then what Gemini says in the body; null where nobody says anything. */
  static @Nullable Duration read(HttpHeaders headers, @Nullable JsonNode error, Clock clock) {
    Duration told = millis(headers.firstValue("retry-after-ms").orElse(""));
    if (told == null) {
      told = secondsOrDate(headers.firstValue("retry-after").orElse(""), clock);
    }
    if (told == null && error != null) {
      told = body(error);
    }
    if (told == null) {
      told = resets(headers, clock);
    }
    return told == null ? null : clamp(told);
  }

  private static @Nullable Duration millis(String text) {
    Double number = number(text);
    return number == null ? null : Duration.ofMillis(Math.round(number));
  }

  private static @Nullable Duration secondsOrDate(String text, Clock clock) {
    Double seconds = number(text);
    if (seconds != null) {
      return Duration.ofMillis(Math.round(seconds * 1000));
    }
    try {
      Instant then =
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return between(clock.instant(), then);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Duration body(JsonNode error) {
    for (JsonNode detail : error.path("details")) {
      Duration delay = parts(detail.path("retryDelay").asString(""));
      if (delay != null) {
        return delay;
      }
    }
    return null;
  }

  /** The latest of all limits that are used up. */
  private static @Nullable Duration resets(HttpHeaders headers, Clock clock) {
    Duration longest = null;
    for (String name : RESETS) {
      String left = headers.firstValue(name.replace("reset", "remaining")).orElse("0");
      String text = headers.firstValue(name).orElse("");
      Duration wait = left.equals("0") ? reset(text, clock) : null;
      if (wait != null && (longest == null || wait.compareTo(longest) > 0)) {
        longest = wait;
      }
    }
    return longest;
  }

  private static @Nullable Duration reset(String text, Clock clock) {
    Duration parts = parts(text);
    if (parts != null) {
      return parts;
    }
    try {
      return between(clock.instant(), Instant.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** {@code 6m0s}, {@code 1.5s}, {@code 20ms}. */
  private static @Nullable Duration parts(String text) {
    Matcher parts = PARTS.matcher(text);
    double seconds = 0;
    int end = 0;
    while (parts.find() && parts.start() == end) {
      Double number = number(parts.group(1));
      if (number == null) {
        return null;
      }
      seconds +=
          number
              * switch (parts.group(2)) {
                case "h" -> 3600;
                case "m" -> 60;
                case "s" -> 1;
                default -> 0.001;
              };
      end = parts.end();
    }
    return end == 0 || end < text.length() ? null : Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static @Nullable Double number(String text) {
    if (!text.strip().matches("[-+]?[0-9]{1,18}(\\.[0-9]{0,9})?([eE][+]?[0-9]{1,2})?")) {
      return null;
    }
    double number = Double.parseDouble(text.strip());
    return Math.max(0, Math.min(number, (double) LONGEST.toMillis()));
  }

  private static Duration between(Instant now, Instant then) {
    return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
  }

  private static Duration clamp(Duration told) {
    return told.isNegative() ? Duration.ZERO : told.compareTo(LONGEST) > 0 ? LONGEST : told;
  }
}
