package dev.tenlines.spring.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Times TIMES = new Times(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void of_saysHowFarItIs() {
    assertThat(words(0)).isEqualTo("just now");
    assertThat(words(30)).isEqualTo("in a moment");
    assertThat(words(-60)).isEqualTo("1 minute ago");
    assertThat(words(300)).isEqualTo("in 5 minutes");
    assertThat(words(-3600)).isEqualTo("1 hour ago");
    assertThat(words(-86_400 * 3)).isEqualTo("3 days ago");
  }

  @Test
  void of_hasTheExactTimeBehindIt() {
    Moment moment = TIMES.of(NOW);

    assertThat(moment.exact()).isEqualTo("2026-11-23 10:00:00 UTC");
    assertThat(moment.iso()).isEqualTo("2026-11-23T10:00:00Z");
  }

  private static String words(long seconds) {
    return TIMES.of(NOW.plusSeconds(seconds)).words();
  }
}
