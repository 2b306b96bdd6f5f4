package dev.tenlines.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All texts are written on Wednesday, 15 May 2024, at ten in the morning in Berlin. */
final class TimesTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2024, 5, 15, 10, 0, 0, 0, ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "2024-07-04, 2024-07-04T00:00/2024-07-05T00:00",
    "'July 4, 2024', 2024-07-04T00:00/2024-07-05T00:00",
    "4th of July 2024, 2024-07-04T00:00/2024-07-05T00:00",
    "'Thursday, 4 July 2024', 2024-07-04T00:00/2024-07-05T00:00",
    "04-Jul-24, 2024-07-04T00:00/2024-07-05T00:00",
    "February 2023, 2023-02-01T00:00/2023-03-01T00:00",
    "2023-02, 2023-02-01T00:00/2023-03-01T00:00",
    "Q3 2023, 2023-07-01T00:00/2023-10-01T00:00",
    "the second quarter of 2025, 2025-04-01T00:00/2025-07-01T00:00",
    "in 2019, 2019-01-01T00:00/2020-01-01T00:00",
    "the 1990s, 1990-01-01T00:00/2000-01-01T00:00",
    "week 12 of 2024, 2024-03-18T00:00/2024-03-25T00:00",
  })
  void absoluteDate_isReadInAllItsSpellings(String text, String expected) {
    assertThat(first("en-GB", "It was due " + text + " by contract.")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, 2024-03-04T00:00/2024-03-05T00:00, 2024-04-03T00:00/2024-04-04T00:00",
    "en-GB, 2024-04-03T00:00/2024-04-04T00:00, 2024-03-04T00:00/2024-03-05T00:00",
    "de-DE, 2024-04-03T00:00/2024-04-04T00:00, 2024-03-04T00:00/2024-03-05T00:00",
  })
  void ambiguousFigures_areReadAsTheCountryWritesThem(String locale, String likely, String other) {
    Found found = find(locale, "3/4/2024").getFirst();
    assertThat(found.readings()).extracting(Value::normal).containsSubsequence(likely, other);
    assertThat(found.value().normal()).isEqualTo(likely);
  }

  @Test
  void monthFirst_onlyWhereADayAllowsIt() {
    assertThat(first("en-US", "12/25/2024")).isEqualTo("2024-12-25T00:00/2024-12-26T00:00");
    assertThat(first("en-US", "25/12/2024")).isEqualTo("2024-12-25T00:00/2024-12-26T00:00");
    assertThat(first("en-GB", "12/25/2024")).isEqualTo("2024-12-25T00:00/2024-12-26T00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "3pm, 2024-05-15T15:00/2024-05-15T16:00",
    "at 3, 2024-05-15T15:00/2024-05-15T16:00",
    "15:04, 2024-05-15T15:04/2024-05-15T15:05",
    "half past four, 2024-05-15T16:30/2024-05-15T16:31",
    "a quarter to six, 2024-05-15T17:45/2024-05-15T17:46",
    "noon, 2024-05-15T12:00/2024-05-15T13:00",
    "midnight, 2024-05-16T00:00/2024-05-16T01:00",
    "9 o'clock tomorrow, 2024-05-16T09:00/2024-05-16T10:00",
    "tomorrow at 9:15 am, 2024-05-16T09:15/2024-05-16T09:16",
    "8 in the evening on Friday, 2024-05-17T20:00/2024-05-17T21:00",
    "2024-06-01 08:30, 2024-06-01T08:30/2024-06-01T08:31",
  })
  void timeOfDay_isTheNextOrThatOfItsDay(String text, String expected) {
    assertThat(first("en-GB", text)).isEqualTo(expected);
  }

  @Test
  void time_withAZoneStaysLocalToIt() {
    assertThat(first("en-US", "the call is tomorrow at 9 am EST"))
        .isEqualTo("2024-05-16T09:00/2024-05-16T09:01-05:00");
    assertThat(first("en-US", "2024-06-01 08:30 UTC+2"))
        .isEqualTo("2024-06-01T08:30/2024-06-01T08:31+02:00");
    assertThat(first("en-US", "2024-06-01T08:30:15Z"))
        .isEqualTo("2024-06-01T08:30:15/2024-06-01T08:30:16Z");
  }

  @ParameterizedTest
  @CsvSource({
    "tomorrow, 2024-05-16T00:00/2024-05-17T00:00",
    "the day after tomorrow, 2024-05-17T00:00/2024-05-18T00:00",
    "this morning, 2024-05-15T00:00/2024-05-15T12:00",
    "last night, 2024-05-14T18:00/2024-05-15T00:00",
    "last week, 2024-05-06T00:00/2024-05-13T00:00",
    "next month, 2024-06-01T00:00/2024-07-01T00:00",
    "last 3 months, 2024-02-01T00:00/2024-05-01T00:00",
    "past 2 weeks, 2024-04-29T00:00/2024-05-13T00:00",
    "2 weeks ago, 2024-05-01T00:00/2024-05-02T00:00",
    "in 3 weeks, 2024-06-05T00:00/2024-06-06T00:00",
    "Monday, 2024-05-20T00:00/2024-05-21T00:00",
    "next Friday, 2024-05-24T00:00/2024-05-25T00:00",
    "last Friday, 2024-05-10T00:00/2024-05-11T00:00",
    "Friday of next week, 2024-05-24T00:00/2024-05-25T00:00",
    "end of month, 2024-05-21T00:00/2024-06-01T00:00",
    "year to date, 2024-01-01T00:00/2024-05-16T00:00",
    "three days after Easter, 2025-04-23T00:00/2025-04-24T00:00",
    "the first Monday of June, 2024-06-03T00:00/2024-06-04T00:00",
    "the last day of February 2024, 2024-02-29T00:00/2024-03-01T00:00",
    "third week of October 2024, 2024-10-21T00:00/2024-10-28T00:00",
    "this weekend, 2024-05-17T18:00/2024-05-20T00:00",
    "next summer, 2024-06-21T00:00/2024-09-24T00:00",
    "Christmas 2025, 2025-12-25T00:00/2025-12-26T00:00",
    "Good Friday 2025, 2025-04-18T00:00/2025-04-19T00:00",
  })
  void relativeTime_countsFromTheDayOfWriting(String text, String expected) {
    assertThat(first("en-US", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "from 3 to 5 pm, 2024-05-15T15:00/2024-05-15T18:00",
    "tomorrow from 9:00 to 10:30, 2024-05-16T09:00/2024-05-16T10:31",
    "between Monday and Friday, 2024-05-20T00:00/2024-05-25T00:00",
    "Jul 13-15, 2024-07-13T00:00/2024-07-16T00:00",
    "13 to 15 July 2025, 2025-07-13T00:00/2025-07-16T00:00",
    "Dec 28 - Jan 3, 2024-12-28T00:00/2025-01-04T00:00",
    "1 March 2023 until 31 May 2023, 2023-03-01T00:00/2023-06-01T00:00",
    "from 2019 to 2021, 2019-01-01T00:00/2022-01-01T00:00",
    "until Friday, ../2024-05-17T00:00",
    "before 11 am, ../2024-05-15T11:00",
    "after 5 pm, 2024-05-15T17:00/..",
    "after 3 June, 2024-06-04T00:00/..",
    "since 2019, 2019-01-01T00:00/..",
    "since Monday, 2024-05-13T00:00/..",
    "by 2 pm, 2024-05-15T10:00/2024-05-15T14:00",
  })
  void range_goesToTheEndOfWhatItNamesLast(String text, String expected) {
    assertThat(first("en-US", "only " + text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2 weeks, 2 week",
    "an hour and a half, 90 minute",
    "30min, 30 minute",
    "half an hour, 30 minute",
    "2.5 hours, 150 minute",
    "2 years and 3 months, 27 month",
    "twenty-five minutes, 25 minute",
  })
  void duration_isInTheUnitThatNeedsNoFraction(String text, String expected) {
    assertThat(first("en-US", "it takes " + text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I second that.",
        "You may march on.",
        "Version 2.10.3 of invoice 4711-2023-88",
        "Call 650-555-0199 or 10.0.0.1",
        "He sat in the sun.",
        "It is one of the first.",
        "12345678901234567890",
        "A4 paper, 25 sheets, 1 adult",
      })
  void otherWordsAndNumbers_areNoTimes(String text) {
    assertThat(find("en-US", text)).isEmpty();
  }

  @Test
  void preposition_isNoPartOfWhatIsFound() {
    Found found = find("en-US", "We meet on May 20 at noon.").getFirst();
    assertThat(found.text()).isEqualTo("May 20 at noon");
    assertThat(found.start()).isEqualTo(11);
  }

  @Test
  void severalTimes_areFoundInTheirOrder() {
    List<Found> found = find("en-US", "Order of 3 May 2024, shipped 5 May 2024, paid yesterday.");
    assertThat(found)
        .extracting(Found::text)
        .containsExactly("3 May 2024", "5 May 2024", "yesterday");
  }

  @Test
  void recurringTime_hasThePastOneAmongItsReadings() {
    Found found = find("en-US", "in March").getFirst();
    assertThat(found.readings())
        .extracting(Value::normal)
        .containsExactly("2025-03-01T00:00/2025-04-01T00:00", "2024-03-01T00:00/2024-04-01T00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "upcoming 3 weeks, 2024-05-20T00:00/2024-06-10T00:00, 2024-05-15T00:00/2024-06-05T00:00",
    "two coming months, 2024-06-01T00:00/2024-08-01T00:00, 2024-05-15T00:00/2024-07-15T00:00",
    "through 2026, ../2027-01-01T00:00, 2026-01-01T00:00/2027-01-01T00:00",
    "the week of June 2nd, 2024-05-27T00:00/2024-06-03T00:00, 2024-06-02T00:00/2024-06-09T00:00",
    "the rest of the week, 2024-05-15T00:00/2024-05-20T00:00, 2024-05-15T00:00/2024-05-19T00:00",
    "all week, 2024-05-13T00:00/2024-05-20T00:00, 2024-05-12T00:00/2024-05-19T00:00",
  })
  void whatPeopleMeanBothWays_isForThemToChoose(String text, String one, String other) {
    Found found = find("en-US", text).getFirst();
    assertThat(found.likely()).isEqualTo(2);
    assertThat(found.readings().subList(0, 2))
        .extracting(Value::normal)
        .containsExactly(one, other);
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, rest of the week",
    "en-US, next 3 weeks",
    "en-US, week of June 4th",
    "de, kommende 2 Wochen",
  })
  void whatIsMeantOneWay_hasOneLikelyReading(String locale, String text) {
    assertThat(find(locale, text)).singleElement().returns(1, Found::likely);
  }

  @ParameterizedTest
  @CsvSource({
    "Tuesday afternoon, 2024-05-21T12:00/2024-05-21T19:00",
    "Sunday night, 2024-05-19T18:00/2024-05-20T00:00",
    "today in 2 hours, 2024-05-15T12:00/2024-05-15T12:01",
  })
  void partOfADay_isStillToCome(String text, String expected) {
    assertThat(first("en-US", text)).isEqualTo(expected);
  }

  @Test
  void cellsAndParagraphs_areNotReadTogether() {
    assertThat(find("en-US", "3 May 2024\t10:00")).hasSize(2);
    assertThat(find("en-US", "Friday\n\nMay 3")).hasSize(2);
    assertThat(find("en-US", "Friday\nMay 3")).hasSize(1);
  }

  private static String first(String locale, String text) {
    List<Found> found = find(locale, text);
    return found.size() == 1 ? found.getFirst().value().normal() : found.toString();
  }

  private static List<Found> find(String locale, String text) {
    return new Times().find(text, new Setting(Locale.forLanguageTag(locale), NOW));
  }
}
