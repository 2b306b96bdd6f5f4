package dev.tenlines.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2024, 5, 15, 10, 0, 0, 0, ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next ",
        "1 ",
        "1/",
        "10:10 - ",
        "Monday and ",
        "from 3 to ",
        "first last day of ",
        "2 hours and ",
        "May 5, ",
        "the the the ",
        "in March of 2024 at noon , ",
        "twenty ",
      })
  void work_growsNoFasterThanTheText(String piece) {
    long some = steps(piece.repeat(200));
    long more = steps(piece.repeat(800));
    assertThat(more).isLessThanOrEqualTo(5 * some + 1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "a", "ä", ".", "1a"})
  void endlessRun_costsLittle(String piece) {
    assertThat(steps(piece.repeat(100_000))).isLessThan(100L * 100_000 * piece.length());
  }

  private static long steps(String text) {
    Language english = Language.of(Locale.ENGLISH);
    List<Token> tokens = english.tokens(text);
    return Chart.of(tokens, english, NOW).steps();
  }
}
