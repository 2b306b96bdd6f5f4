package dev.tenlines.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FiguresPropertyTest {
  private static final Figures ALL = Figures.all();

  @Property
  void formattedNumber_readsBack(
      @ForAll("locales") String tag, @ForAll @LongRange(min = 0, max = 9_999_999_999L) long cents) {
    Locale locale = Locale.forLanguageTag(tag);
    BigDecimal number = BigDecimal.valueOf(cents, 2);
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(2);
    List<Found> found = ALL.find("x " + format.format(number) + " y", setting(tag));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().value().normal())
        .isEqualTo(new Value.Numeric(number, false).normal());
  }

  @Property
  void formattedAmount_readsBack(
      @ForAll("locales") String tag,
      @ForAll("codes") String code,
      @ForAll @IntRange(max = 99_999_999) int cents,
      @ForAll boolean before) {
    BigDecimal number = BigDecimal.valueOf(cents, 2);
    NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(tag));
    format.setMinimumFractionDigits(2);
    String said = format.format(number);
    String text = before ? code + " " + said : said + " " + code;
    List<Found> found = ALL.find(text, setting(tag));
    assertThat(found).singleElement().extracting(Found::text).isEqualTo(text);
    assertThat(found.getFirst().value().normal())
        .isEqualTo(new Value.Amount(number, code).normal());
  }

  @Property
  void anyText_isReadWithoutOverlap(@ForAll("texts") String text, @ForAll("locales") String tag) {
    int last = 0;
    for (Found found : ALL.find(text, setting(tag))) {
      assertThat(found.start()).isGreaterThanOrEqualTo(last);
      assertThat(text.substring(found.start(), found.end())).isEqualTo(found.text());
      last = found.end();
    }
  }

  @Provide
  Arbitrary<String> locales() {
    return Arbitraries.of("en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "es-MX", "nl-NL", "it-IT");
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.of("USD", "EUR", "GBP", "CHF", "JPY", "SEK", "PLN");
  }

  /** Texts of anything, and of the words that numbers are made of. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.of(
            "one", "two", "hundred", "and", "a", "half", "third", "million", "point", "minus", "-",
            "1", "2.5", "1,000", "/", "$", "€", "%", "km", "ein", "und", "zwanzig", "drei", "vingt",
            "quatre", "et", "mil", "y", "en", "venti", "cent", "of", "over", "½", "ß", "\u0301",
            " ", " ", "  ", "\n", "^", "e", "10", "(", ")", "ft", "in", "dozen", "USD", ".", ",");
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        parts.list().ofMaxSize(14).map(list -> String.join("", list)),
        parts.list().ofMaxSize(14).map(list -> String.join(" ", list)));
  }

  private static Setting setting(String tag) {
    return FiguresTest.setting(tag);
  }
}
