package dev.tenlines.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FactsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.50 | 1.234,50",
        "1 234,50 | 1234.5",
        "1’234.50 | 1234.50",
        "12% | 12 percent",
        "€5 | 5.00 EUR",
        "twenty-one days | 21 days",
        "the third parcel | the 3rd parcel",
        "zwei Stück | 2 Stück",
        "einundzwanzig Tage | 21 Tage",
        "two hundred and five | 205",
        "1.2m | 1,200,000",
        "$1.5 billion | $1,500,000,000",
        "5k | 5000",
        "3,5 Millionen | 3.5 million",
        "two dozen | 24",
        "December 6 , 1975 | 6 December 1975",
        "2026-11-21 | 21 November 2026",
        "21 Nov 2026 | November 21st, 2026",
        "21.11.2026 | 11/21/2026",
        "am 21. November | on 21 November",
        "le 21 novembre | 21 Nov",
        "AB-1234 | ab-1234",
        "Zürich | ZURICH",
        "Maria's | Maria",
        "Ann@Example.com | ann@example.com",
      })
  void differentSpellings_areTheSameFact(String one, String other) {
    assertThat(unsaid(one, other)).isEmpty();
    assertThat(unsaid(other, one)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.50 | 12.05",
        "1.2 million | 1.2 billion",
        "5 million | 5",
        "121.00 | 21.00",
        "234.50 | 1 234.50",
        "34.50 | 1,234.50",
        "12% | 12 EUR",
        "$5 | €5",
        "-5 | 5",
        "three days | 2 days",
        "22 November | 2026-11-21",
        "21 November 2027 | 21 November",
        "Monday | 2026-11-21",
        "tomorrow | today",
        "14:30 | 15:30",
        "AB-1235 | AB-1234",
        "0800-555123 | 0800-555124",
        "We met Maria | We met Mario",
        "Maria will call | we will call",
        "https://shop.example/a | https://shop.example/b",
        "me@shop.example | you@shop.example",
      })
  void anotherValue_isAnotherFact(String text, String source) {
    assertThat(unsaid(text, source)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "21 November | 2026-11-21",
        "Saturday | 2026-11-21",
        "in 2026 | 2026-11-21",
        "the 21st | 2026-11-21",
        "121 | total: 121.00 EUR",
        "€121.00 | 121",
        "Hi Maria | i am maria lopez",
      })
  void lessThanTheSourceSays_isSaid(String text, String source) {
    assertThat(unsaid(text, source)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you for your message. We are sorry that it took so long.",
        "No one of us knows which one you mean, but it may be the new one.",
        "Vielen Dank für Ihre Bestellung. Leider ist das Paket noch nicht hier.",
        "Merci pour votre message. Nous vous répondrons bientôt.",
        "Please march on; we may help.",
      })
  void ordinaryWords_areNoFacts(String text) {
    assertThat(Facts.of(text)).isEmpty();
  }

  private static List<Fact> unsaid(String text, String source) {
    var known = dev.tenlines.verify.Source.of("source", source);
    return Facts.of(text).stream().filter(fact -> known.says(fact) == null).toList();
  }
}
