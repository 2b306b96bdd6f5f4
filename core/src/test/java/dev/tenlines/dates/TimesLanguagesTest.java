package dev.tenlines.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All texts are written on Wednesday, 15 May 2024, at ten in the morning in Berlin. */
final class TimesLanguagesTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2024, 5, 15, 10, 0, 0, 0, ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "de, 4. Juli 2024, 2024-07-04T00:00/2024-07-05T00:00",
    "de, am 04.07.24, 2024-07-04T00:00/2024-07-05T00:00",
    "fr, le 4 juillet 2024, 2024-07-04T00:00/2024-07-05T00:00",
    "fr, 04/07/2024, 2024-07-04T00:00/2024-07-05T00:00",
    "es, el 4 de julio de 2024, 2024-07-04T00:00/2024-07-05T00:00",
    "nl, donderdag 4 juli 2024, 2024-07-04T00:00/2024-07-05T00:00",
    "nl, 04-07-2024, 2024-07-04T00:00/2024-07-05T00:00",
    "it, giovedì 4 luglio 2024, 2024-07-04T00:00/2024-07-05T00:00",
    "de, im März 2023, 2023-03-01T00:00/2023-04-01T00:00",
    "fr, en mars 2023, 2023-03-01T00:00/2023-04-01T00:00",
    "es, en marzo de 2023, 2023-03-01T00:00/2023-04-01T00:00",
    "nl, in maart 2023, 2023-03-01T00:00/2023-04-01T00:00",
    "it, nel marzo 2023, 2023-03-01T00:00/2023-04-01T00:00",
  })
  void date_isReadInEachLanguage(String language, String text, String expected) {
    assertThat(first(language, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "de, halb drei, 2024-05-15T14:30/2024-05-15T14:31",
    "de, Viertel vor sechs, 2024-05-15T17:45/2024-05-15T17:46",
    "de, morgen um 9 Uhr, 2024-05-16T09:00/2024-05-16T10:00",
    "de, Freitagabend, 2024-05-17T18:00/2024-05-18T00:00",
    "fr, demain à 9 heures et demie, 2024-05-16T09:30/2024-05-16T09:31",
    "fr, 18h30, 2024-05-15T18:30/2024-05-15T18:31",
    "fr, midi moins le quart, 2024-05-15T11:45/2024-05-15T11:46",
    "es, mañana a las nueve y media, 2024-05-16T09:30/2024-05-16T09:31",
    "es, a las 8 de la tarde, 2024-05-15T20:00/2024-05-15T21:00",
    "nl, half drie, 2024-05-15T14:30/2024-05-15T14:31",
    "nl, kwart voor zes, 2024-05-15T17:45/2024-05-15T17:46",
    "nl, morgenavond, 2024-05-16T18:00/2024-05-17T00:00",
    "it, domani alle 9 e mezza, 2024-05-16T09:30/2024-05-16T09:31",
    "it, alle 8 di sera, 2024-05-15T20:00/2024-05-15T21:00",
  })
  void timeOfDay_isSaidAsTheLanguageSaysIt(String language, String text, String expected) {
    assertThat(first(language, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "de, übermorgen, 2024-05-17T00:00/2024-05-18T00:00",
    "de, letzte Woche, 2024-05-06T00:00/2024-05-13T00:00",
    "de, vor zwei Wochen, 2024-05-01T00:00/2024-05-02T00:00",
    "de, die letzten drei Monate, 2024-02-01T00:00/2024-05-01T00:00",
    "fr, après-demain, 2024-05-17T00:00/2024-05-18T00:00",
    "fr, la semaine dernière, 2024-05-06T00:00/2024-05-13T00:00",
    "fr, il y a deux semaines, 2024-05-01T00:00/2024-05-02T00:00",
    "fr, les 3 derniers mois, 2024-02-01T00:00/2024-05-01T00:00",
    "es, pasado mañana, 2024-05-17T00:00/2024-05-18T00:00",
    "es, la semana pasada, 2024-05-06T00:00/2024-05-13T00:00",
    "es, hace dos semanas, 2024-05-01T00:00/2024-05-02T00:00",
    "es, los últimos 3 meses, 2024-02-01T00:00/2024-05-01T00:00",
    "nl, overmorgen, 2024-05-17T00:00/2024-05-18T00:00",
    "nl, vorige week, 2024-05-06T00:00/2024-05-13T00:00",
    "nl, twee weken geleden, 2024-05-01T00:00/2024-05-02T00:00",
    "nl, afgelopen drie maanden, 2024-02-01T00:00/2024-05-01T00:00",
    "it, dopodomani, 2024-05-17T00:00/2024-05-18T00:00",
    "it, la settimana scorsa, 2024-05-06T00:00/2024-05-13T00:00",
    "it, due settimane fa, 2024-05-01T00:00/2024-05-02T00:00",
    "it, gli ultimi tre mesi, 2024-02-01T00:00/2024-05-01T00:00",
  })
  void relativeTime_countsFromTheDayOfWriting(String language, String text, String expected) {
    assertThat(first(language, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "de, 13. bis 15. Juli, 2024-07-13T00:00/2024-07-16T00:00",
    "de, zwischen Montag und Freitag, 2024-05-20T00:00/2024-05-25T00:00",
    "de, ab 2019, 2019-01-01T00:00/..",
    "fr, du 13 au 15 juillet, 2024-07-13T00:00/2024-07-16T00:00",
    "fr, entre lundi et vendredi, 2024-05-20T00:00/2024-05-25T00:00",
    "fr, depuis 2019, 2019-01-01T00:00/..",
    "es, del 13 al 15 de julio, 2024-07-13T00:00/2024-07-16T00:00",
    "es, entre lunes y viernes, 2024-05-20T00:00/2024-05-25T00:00",
    "es, desde 2019, 2019-01-01T00:00/..",
    "nl, 13 tot en met 15 juli, 2024-07-13T00:00/2024-07-16T00:00",
    "nl, tussen maandag en vrijdag, 2024-05-20T00:00/2024-05-25T00:00",
    "nl, sinds 2019, 2019-01-01T00:00/..",
    "it, dal 13 al 15 luglio, 2024-07-13T00:00/2024-07-16T00:00",
    "it, tra lunedì e venerdì, 2024-05-20T00:00/2024-05-25T00:00",
    "it, dal 2019, 2019-01-01T00:00/..",
  })
  void range_isReadInEachLanguage(String language, String text, String expected) {
    assertThat(first(language, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "de, anderthalb Stunden, 90 minute",
    "de, eine halbe Stunde, 30 minute",
    "de, fünfundvierzig Minuten, 45 minute",
    "fr, une demi-heure, 30 minute",
    "fr, deux semaines, 2 week",
    "es, media hora, 30 minute",
    "es, treinta y dos minutos, 32 minute",
    "nl, drie kwartier, 45 minute",
    "nl, twee en een half uur, 150 minute",
    "it, mezz'ora, 30 minute",
    "it, due settimane, 2 week",
  })
  void duration_isReadInEachLanguage(String language, String text, String expected) {
    assertThat(first(language, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "de, Ostermontag 2025, 2025-04-21T00:00/2025-04-22T00:00",
    "de, Tag der Deutschen Einheit, 2024-10-03T00:00/2024-10-04T00:00",
    "fr, Noël, 2024-12-25T00:00/2024-12-26T00:00",
    "fr, lundi de Pâques 2025, 2025-04-21T00:00/2025-04-22T00:00",
    "es, Nochevieja, 2024-12-31T00:00/2025-01-01T00:00",
    "nl, Koningsdag 2025, 2025-04-26T00:00/2025-04-27T00:00",
    "it, Ferragosto, 2024-08-15T00:00/2024-08-16T00:00",
    "en, Diwali 2024, 2024-10-31T00:00/2024-11-01T00:00",
    "en, Chinese New Year 2025, 2025-01-29T00:00/2025-01-30T00:00",
    "en, Ramadan 2025, 2025-03-01T00:00/2025-03-30T00:00",
    "en, Passover 2025, 2025-04-12T00:00/2025-04-21T00:00",
    "en-GB, Mother's Day 2025, 2025-03-30T00:00/2025-03-31T00:00",
    "en-US, Mother's Day 2025, 2025-05-11T00:00/2025-05-12T00:00",
  })
  void feast_isReckonedForItsYear(String language, String text, String expected) {
    assertThat(first(language, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Das ist so eine Sache, die man mag.",
        "de | Er gab mir 3 Stück zu 4,50.",
        "fr | Il a un court de tennis.",
        "es | No me gusta nada.",
        "nl | Dit is een test met twee woorden.",
        "it | Ma non mi piace.",
      })
  void otherWords_areNoTimes(String language, String text) {
    assertThat(find(language, text)).isEmpty();
  }

  private static String first(String language, String text) {
    List<Found> found = find(language, text);
    return found.size() == 1 ? found.getFirst().value().normal() : found.toString();
  }

  private static List<Found> find(String language, String text) {
    return new Times().find(text, new Setting(Locale.forLanguageTag(language), NOW));
  }
}
