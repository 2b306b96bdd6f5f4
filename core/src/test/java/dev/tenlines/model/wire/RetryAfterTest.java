package dev.tenlines.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.ladder.TestClock;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** However a provider says how long to wait, it is understood, and never as a wait of years. */
class RetryAfterTest {
  private static final long DAY = RetryAfter.LONGEST.toMillis();
  private final TestClock clock = new TestClock();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "20 | 20000",
        "0 | 0",
        "1.5 | 1500",
        "' 3 ' | 3000",
        "-1 | 0",
        "1e12 | 86400000",
        "99999999999999999 | 86400000",
        "NaN | -",
        "Infinity | -",
        "soon | -",
        "'' | -",
        "5 seconds | -",
        "Sun, 22 Nov 2026 10:00:07 GMT | 7000",
        "Sun, 22 Nov 2026 09:00:00 GMT | 0",
        "Fri, 31 Dec 9999 23:59:59 GMT | 86400000",
        "2026-11-22T10:00:07Z | -"
      })
  void retryAfter_isSecondsOrADate(String value, @Nullable Long millis) {
    assertThat(told(Map.of("retry-after", value))).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {"250 | 250", "0 | 0", "-5 | 0", "1e12 | 86400000", "NaN | -"})
  void retryAfterMs_isMilliseconds(String value, @Nullable Long millis) {
    assertThat(told(Map.of("retry-after-ms", value))).isEqualTo(millis);
  }

  @Test
  void milliseconds_comeBeforeSeconds() {
    assertThat(told(Map.of("retry-after", "9", "retry-after-ms", "250"))).isEqualTo(250);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "6m0s | 360000",
        "1h2m3s | 3723000",
        "1.5s | 1500",
        "20ms | 20",
        "999999h | 86400000",
        "6 minutes | -",
        "1.2.3s | -",
        "m | -",
        "7s later | -"
      })
  void aResetOfOpenAi_countsWhereNothingIsLeft(String value, @Nullable Long millis) {
    assertThat(
            told(
                Map.of(
                    "x-ratelimit-remaining-requests",
                    "0",
                    "x-ratelimit-reset-requests",
                    value,
                    "x-ratelimit-remaining-tokens",
                    "1000",
                    "x-ratelimit-reset-tokens",
                    "9h")))
        .isEqualTo(millis);
  }

  @Test
  void theLongestResetOfAnthropic_counts() {
    assertThat(
            told(
                Map.of(
                    "anthropic-ratelimit-requests-remaining",
                    "0",
                    "anthropic-ratelimit-requests-reset",
                    "2026-11-22T10:00:03Z",
                    "anthropic-ratelimit-output-tokens-remaining",
                    "0",
                    "anthropic-ratelimit-output-tokens-reset",
                    "2026-11-22T10:00:05Z")))
        .isEqualTo(5000);
    assertThat(
            told(
                Map.of(
                    "anthropic-ratelimit-requests-remaining",
                    "0",
                    "anthropic-ratelimit-requests-reset",
                    "+1000000000-12-31T23:59:59Z")))
        .isEqualTo(DAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {"2s | 2000", "0.25s | 250", "10h0m0s | 36000000", "never | -"})
  void gemini_saysItInTheBody(String value, @Nullable Long millis) {
    String body =
        """
        {"code":429,"status":"RESOURCE_EXHAUSTED","details":[{"@type":"x.QuotaFailure"},
         {"@type":"x.RetryInfo","retryDelay":"%s"}]}\
        """
            .formatted(value);

    assertThat(told(Map.of(), body)).isEqualTo(millis);
  }

  @Test
  void whereNobodySaysAnything_nothingIsKnown() {
    assertThat(told(Map.of())).isNull();
    assertThat(told(Map.of(), "{\"message\":\"no\",\"details\":null}")).isNull();
    assertThat(told(Map.of(), "\"a text\"")).isNull();
  }

  private @Nullable Long told(Map<String, String> headers) {
    return told(headers, "{}");
  }

  private @Nullable Long told(Map<String, String> headers, String error) {
    Map<String, List<String>> all = new TreeMap<>();
    headers.forEach((name, value) -> all.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    Duration wait =
        RetryAfter.read(
            HttpHeaders.of(all, (name, value) -> true), JsonMapper.shared().readTree(error), clock);
    return wait == null ? null : wait.toMillis();
  }
}
