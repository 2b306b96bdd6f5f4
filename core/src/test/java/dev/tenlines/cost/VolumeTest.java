package dev.tenlines.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Volume.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VolumeTest {

  @ParameterizedTest
  @CsvSource({
    "50000/month, 50000, MONTH",
    "' 50_000 / Month ', 50000, MONTH",
    "1/day, 1, DAY",
    "2000000/YEAR, 2000000, YEAR",
  })
  void parse_readsCountAndPeriod(String text, long count, Period period) {
    assertThat(Volume.parse(text)).isEqualTo(new Volume(count, period));
  }

  @Test
  void parse_readsApostrophesBetweenThousands() {
    assertThat(Volume.parse("1'000'000/year")).isEqualTo(new Volume(1_000_000, Period.YEAR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "50000",
        "0/month",
        "0_0/month",
        "-5/day",
        "5/week",
        "5.5/day",
        "5/",
        "/month",
        "many/month",
        "99999999999999999999/year"
      })
  void parse_refusesWhatIsNoVolume(String text) {
    assertThatThrownBy(() -> Volume.parse(text))
        .isInstanceOf(TenlinesException.class)
        .hasMessage("TL-106 The volume (" + text + ") is not readable. Maybe write 50000/month.");
  }

  @Test
  void perMonth_isAnAverageMonth() {
    assertThat(Volume.parse("70/month").perMonth()).isEqualTo(70);
    assertThat(Volume.parse("1200/year").perMonth()).isEqualTo(100);
    assertThat(Volume.parse("1000/day").perMonth()).isEqualTo(30_438);
  }

  @Property
  void text_readsBackTheSame(
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long count, @ForAll Period period) {
    Volume volume = new Volume(count, period);

    assertThat(Volume.parse(volume.toString())).isEqualTo(volume);
  }
}
