package dev.tenlines.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.figures.Figures.Kind;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private static final Figures ALL = Figures.all();
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(LocalDateTime.of(2026, 3, 2, 9, 30), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          en-US | we sold 1,204 chairs             | 1204
          en-US | about three hundred and forty    | 340
          en-US | seventeen thousand six hundred   | 17600
          en-US | roughly 2.5 million people       | 2500000
          en-US | two and a half lengths           | 2.5
          en-US | four fifths of them              | 0.8
          en-US | nine point zero six              | 9.06
          en-US | half a dozen eggs                | 6
          en-US | minus eighteen                   | -18
          en-GB | it was 3½ long                   | 3.5
          de-DE | genau 12.480,75                  | 12480.75
          de-DE | dreihundertsiebenundvierzig      | 347
          de-DE | viereinhalb                      | 4.5
          de-CH | 7'250.40 gesamt                  | 7250.4
          fr-FR | quatre-vingt-dix-sept            | 97
          fr-FR | deux mille trois cents           | 2300
          fr-BE | septante-quatre                  | 74
          es-ES | mil novecientos ochenta y seis   | 1986
          es-MX | son 4,500.25                     | 4500.25
          nl-NL | achtenzestig                     | 68
          nl-NL | tweeënhalf                       | 2.5
          it-IT | centoventotto                    | 128
          it-IT | duemilacinquanta                 | 2050
          """)
  void number_inTheLanguageOfTheReader(String locale, String text, String normal) {
    assertThat(only(Kind.NUMBER, locale, text)).containsExactly(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-US | on the 23rd floor          | 23
          en-US | the forty-fourth           | 44
          de-DE | der siebzehnte Versuch     | 17
          de-DE | im 5. Stock                | 5
          fr-FR | la 2e tentative            | 2
          fr-FR | le vingt et unième         | 21
          es-ES | el trigésimo segundo       | 32
          nl-NL | de negentiende keer        | 19
          it-IT | il 4° piano                | 4
          it-IT | la ventesima volta         | 20
          """)
  void ordinal_inTheLanguageOfTheReader(String locale, String text, String normal) {
    assertThat(only(Kind.ORDINAL, locale, text)).containsExactly(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          en-US | it costs $1,299.50 now              | 1299.5 USD
          en-CA | it costs $1,299.50 now              | 1299.5 CAD
          en-US | six dollars and 35 cents            | 6.35 USD
          en-GB | a fee of £4.2m a year               | 4200000 GBP
          en-US | 80 Swiss francs                     | 80 CHF
          en-GB | twenty quid                         | 20 GBP
          en-US | EUR 17.90 at most                   | 17.9 EUR
          en-US | a budget of 12 MEUR                 | 12000000 EUR
          de-DE | Summe: 1.234,50 €                   | 1234.5 EUR
          de-DE | drei Euro und zwanzig Cent          | 3.2 EUR
          de-DE | 2,4 Mrd. Euro                       | 2400000000 EUR
          fr-FR | 3,5 millions d'euros                | 3500000 EUR
          fr-CA | 25,40 $                             | 25.4 CAD
          es-ES | ocho mil pesos mexicanos            | 8000 MXN
          nl-NL | € 18,75 per stuk                    | 18.75 EUR
          it-IT | novanta centesimi                   | 0.9 EUR
          """)
  void amount_hasItsCurrency(String locale, String text, String normal) {
    assertThat(normals(locale, text)).containsExactly(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-US | a 12.5% rise                     | 12.5%
          en-US | thirty per cent                  | 30%
          de-DE | um sieben Prozent                | 7%
          fr-FR | vingt pour cent                  | 20%
          es-ES | el quince por ciento             | 15%
          nl-NL | 3,2 procent                      | 3.2%
          it-IT | il 40 per cento                  | 40%
          en-US | 18 square feet                   | 18 ft²
          en-US | a 10-mile run at 9 miles an hour | 10 mi, 9 mi/h
          en-US | she is 6 ft 3 in                 | 6.25 ft
          en-US | 64 GB and 100 Mb                 | 64 GB, 100 Mbit
          en-US | minus four degrees Fahrenheit    | -4 °F
          en-GB | 41 years old                     | 41 years old
          de-DE | 130 km/h auf 2,5 Kilometern      | 130 km/h, 2.5 km
          fr-FR | douze mètres carrés              | 12 m²
          es-ES | dos kilos y medio litro          | 2 kg, 0.5 l
          nl-NL | zes vierkante meter              | 6 m²
          it-IT | tre cucchiai                     | 3 tbsp
          """)
  void shareOrMeasure_isNoBareNumber(String locale, String text, String normals) {
    assertThat(normals(locale, text)).containsExactly(normals.split(", "));
  }

  @Test
  void separatorThatMayMeanTwoThings_hasTwoReadings() {
    assertThat(readings("en-US", "1.234")).containsExactly("1.234", "1234");
    assertThat(readings("de-DE", "1.234")).containsExactly("1234", "1.234");
    assertThat(readings("en-GB", "five pounds")).containsExactly("5 GBP", "5 lb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-US | Which one is it?
          en-US | This is the A4 form.
          en-US | See https://example.com/a/20%20b?page=7
          en-US | Nothing to count here.
          de-DE | Ein Haus an einem See.
          fr-FR | Un chat et une souris.
          """)
  void wordsThatCountNothing_areNotFound(String locale, String text) {
    assertThat(normals(locale, text)).isEmpty();
  }

  @Test
  void twoNumbersBesideEachOther_stayTwo() {
    assertThat(only(Kind.NUMBER, "en-US", "between two thousand and five thousand"))
        .containsExactly("2000", "5000");
    assertThat(only(Kind.NUMBER, "en-US", "items 7,9,12")).containsExactly("7", "9", "12");
    assertThat(normals("en-US", "40 euros 15 dollars")).containsExactly("40 EUR", "15 USD");
  }

  @Test
  void countAfterAnAmount_isNotItsCents() {
    assertThat(normals("en-US", "I paid 15 dollars 50 times")).containsExactly("15 USD", "50");
    assertThat(normals("en-US", "I paid 15 dollars 50.")).containsExactly("15.5 USD");
  }

  @Test
  void work_growsWithTheTextOnly() {
    for (String unit :
        List.of(
            "1",
            "1,",
            "1.1 ",
            "one ",
            "hundred ",
            "million thousand ",
            "two and ",
            "minus ",
            "1/2 ",
            "$1 ",
            "1 of a ",
            "point one ",
            "one out of ",
            "5 ft ",
            "a half of a ")) {
      String thousand = unit.repeat(1_000);
      String tenThousand = unit.repeat(10_000);
      long small = ALL.work(thousand, setting("en-US")) + 1_000;
      assertThat(ALL.work(tenThousand, setting("en-US"))).as(unit).isLessThan(12 * small);
    }
  }

  @Test
  void pointBeforeAFraction_isNoDecimalPoint() {
    assertThat(ALL.find("point hundred 2.5", setting("en-US")))
        .extracting(Found::text)
        .containsExactly("hundred 2.5");
  }

  @Test
  void hugeRunOfDigits_isNoNumber() {
    assertThat(ALL.find("7".repeat(1_000_000), setting("en-US"))).isEmpty();
  }

  static Setting setting(String locale) {
    return new Setting(Locale.forLanguageTag(locale), NOW);
  }

  private static List<String> normals(String locale, String text) {
    return ALL.find(text, setting(locale)).stream().map(f -> f.value().normal()).toList();
  }

  private static List<String> readings(String locale, String text) {
    List<Found> found = ALL.find(text, setting(locale));
    assertThat(found).hasSize(1);
    return found.getFirst().readings().stream().map(Value::normal).toList();
  }

  private static List<String> only(Kind kind, String locale, String text) {
    return Figures.only(kind).find(text, setting(locale)).stream()
        .map(f -> f.value().normal())
        .toList();
  }
}
