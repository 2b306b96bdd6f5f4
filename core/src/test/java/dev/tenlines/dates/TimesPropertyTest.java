package dev.tenlines.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.text.Found;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class TimesPropertyTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2024, 5, 15, 10, 0, 0, 0, ZoneOffset.ofHours(2));
  private static final List<String> LOCALES =
      List.of("en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "nl-NL", "it-IT");

  @Property(tries = 700)
  void writtenDate_isReadBack(
      @ForAll("days") LocalDate day,
      @ForAll("locales") String locale,
      @ForAll("patterns") String pattern) {
    Locale written = Locale.forLanguageTag(locale);
    String order = locale.equals("en-US") ? pattern.replace("dd/MM", "MM/dd") : pattern;
    String text = DateTimeFormatter.ofPattern(order, written).format(day);
    assertThat(only(text, written))
        .isEqualTo(
            new Value.Period(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), Grain.DAY, null));
  }

  @Property(tries = 300)
  void writtenTime_isReadBack(
      @ForAll("days") LocalDate day,
      @ForAll("locales") String locale,
      @ForAll("seconds") int second,
      @ForAll("clocks") String pattern) {
    LocalDateTime moment = day.atStartOfDay().plusSeconds(second);
    ChronoUnit unit = pattern.endsWith("ss") ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
    String text = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(moment);
    LocalDateTime from = moment.truncatedTo(unit);
    assertThat(only(text, Locale.forLanguageTag(locale)))
        .isEqualTo(
            new Value.Period(
                from,
                from.plus(1, unit),
                unit == ChronoUnit.SECONDS ? Grain.SECOND : Grain.MINUTE,
                null));
  }

  @Property(tries = 700)
  void anyText_isReadWithoutOverlapsAndWithItsOwnCharacters(
      @ForAll("texts") String text, @ForAll("locales") String locale) {
    int end = 0;
    for (Found found : new Times().find(text, new Setting(Locale.forLanguageTag(locale), NOW))) {
      assertThat(found.start()).isGreaterThanOrEqualTo(end);
      assertThat(text.substring(found.start(), found.end())).isEqualTo(found.text());
      end = found.end();
    }
  }

  private static Value only(String text, Locale locale) {
    List<Found> found = new Times().find(text, new Setting(locale, NOW));
    assertThat(found).as(text).hasSize(1);
    assertThat(found.getFirst().text()).isEqualTo(text);
    return found.getFirst().value();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(-20_000, 20_000)
        .map(days -> LocalDate.of(2024, 5, 15).plusDays(days));
  }

  @Provide
  Arbitrary<Integer> seconds() {
    return Arbitraries.integers().between(0, 86_399);
  }

  @Provide
  Arbitrary<String> locales() {
    return Arbitraries.of(LOCALES);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
        "yyyy-MM-dd",
        "d MMMM yyyy",
        "EEEE d MMMM yyyy",
        "EEEE, d MMMM yyyy",
        "d MMM yyyy",
        "dd/MM/yyyy",
        "d MMMM, yyyy");
  }

  @Provide
  Arbitrary<String> clocks() {
    return Arbitraries.of("yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss");
  }

  /** Words of times in any order, with other signs between. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            ("next last of the in at from to until 3 15 2024 31 1st : / - . , ' May March Monday"
                    + " pm am noon week year second half quarter and ago after before halb uhr le"
                    + " de demain matin y media kwart over alle fa tra \n \t ² İ ß 1/2 since by")
                .split(" "));
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(6);
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, pieces), net.jqwik.api.Tuple.of(1, any));
    return Combinators.combine(piece.list().ofMaxSize(25), Arbitraries.of(" ", "", "  "))
        .as((words, between) -> String.join(between, words));
  }
}
