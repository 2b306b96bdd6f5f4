package dev.tenlines.linking;

import dev.tenlines.dates.Times;
import dev.tenlines.figures.Figures;
import dev.tenlines.text.Found;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The times and figures of a question, read the way a search means them: from the past rather than
 * from the future, and both ways where people mean both.
 */
final class Moments {
  private static final Pattern ROLLING =
      Pattern.compile(
          "(?:(?:from|in|during|over|within|for|since|of) )?(?:the"
              + " )?(last|past|previous|latest|recent)\\s+(?:(\\d+|[a-z]+)\\s+)?(hour|day|week|month|quarter|year)(s?)",
          Pattern.CASE_INSENSITIVE);

  /** Digits that a clock or a calendar reads, and people do not. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?:from |between |at |by )?\\d+(?:[.,]\\d+)?(?: (?:to|and|past|-)"
              + " \\d+)?|\\d{1,3}-\\d{1,3}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20|21)\\d\\d");

  /** One of these has to be there before a calendar is opened. */
  private static final Set<String> TIMELY =
      Set.of(
          "today",
          "yesterday",
          "tomorrow",
          "tonight",
          "now",
          "day",
          "week",
          "weekend",
          "month",
          "quarter",
          "year",
          "hour",
          "minute",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan",
          "feb",
          "mar",
          "apr",
          "jun",
          "jul",
          "aug",
          "sep",
          "sept",
          "oct",
          "nov",
          "dec",
          "morning",
          "noon",
          "evening",
          "night",
          "century",
          "decade",
          "christmas",
          "easter",
          "summer",
          "winter",
          "spring",
          "autumn",
          "q1",
          "q2",
          "q3",
          "q4",
          "heute",
          "gestern",
          "woche",
          "monat",
          "jahr",
          "mon",
          "tue",
          "wed",
          "thu",
          "fri",
          "sat",
          "sun",
          "ytd",
          "fall");

  private static final Set<String> COUNTED =
      Set.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "hundred",
          "thousand",
          "million",
          "billion",
          "dozen",
          "half",
          "zero");

  private static final Times TIMES = new Times();
  private static final Figures FIGURES = Figures.all();

  /**
   * A time of a question.
   *
   * @param periods what it may mean, the likeliest first
   */
  record Time(int start, int end, List<Value.Period> periods) {
    Time {
      periods = List.copyOf(periods);
    }
  }

  List<Time> times(Words text, Setting setting) {
    if (!isTimely(text)) {
      return List.of();
    }
    List<Time> found = new ArrayList<>();
    for (Found place : TIMES.find(text.text(), setting)) {
      boolean bare = BARE.matcher(place.text()).matches() && !YEAR.matcher(place.text()).matches();
      List<Value.Period> periods = bare ? List.of() : periods(place, setting);
      if (!periods.isEmpty()) {
        found.add(new Time(place.start(), place.end(), periods));
      }
    }
    return found;
  }

  private static boolean isTimely(Words text) {
    for (Word word : text.all()) {
      if (hasDigit(word.folded())
          || TIMELY.contains(word.folded())
          || TIMELY.contains(word.stem())) {
        return true;
      }
    }
    return false;
  }

  List<Found> figures(Words text, Setting setting) {
    for (Word word : text.all()) {
      if (hasDigit(word.folded()) || COUNTED.contains(word.folded())) {
        return FIGURES.find(text.text(), setting);
      }
    }
    return List.of();
  }

  static boolean hasDigit(String word) {
    return word.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static List<Value.Period> periods(Found place, Setting setting) {
    LocalDateTime now = setting.now().toLocalDateTime();
    List<Value.Period> readings = new ArrayList<>();
    for (Value value : place.readings()) {
      if (value instanceof Value.Period period) {
        readings.add(period);
      }
    }
    if (readings.isEmpty() || place.likely() > 1 && readings.size() == place.readings().size()) {
      return readings.subList(0, Math.min(place.likely(), readings.size()));
    }
    Value.Period first = readings.getFirst();
    if (readings.size() > 1 && !isPast(first, now) && isPast(readings.getLast(), now)) {
      first = readings.getLast();
    }
    Value.Period rolling = rolling(place.text(), now);
    Matcher said = ROLLING.matcher(place.text());
    if (rolling == null || !said.matches() || rolling.equals(first)) {
      return List.of(first);
    }
    boolean sure =
        said.group(1).equalsIgnoreCase("past") || rolling.grain().compareTo(Grain.DAY) <= 0;
    return sure ? List.of(rolling) : List.of(first, rolling);
  }

  private static boolean isPast(Value.Period period, LocalDateTime now) {
    LocalDateTime border = period.from() == null ? period.until() : period.from();
    return border != null && !border.isAfter(now);
  }

  /** Back from today, which is the other way to count some weeks, months or years. */
  private static Value.@Nullable Period rolling(String text, LocalDateTime now) {
    Matcher said = ROLLING.matcher(text);
    if (!said.matches()) {
      return null;
    }
    Grain grain = Grain.valueOf(said.group(3).toUpperCase(Locale.ROOT));
    boolean past = said.group(1).equalsIgnoreCase("past");
    if (said.group(2) == null && !past || grain == Grain.HOUR) {
      return null;
    }
    long count = count(said.group(2));
    if (count == 0) {
      return null;
    }
    LocalDateTime today = Grain.DAY.floor(now);
    return new Value.Period(grain.plus(today, -count), today.plusDays(1), grain, null);
  }

  private static long count(@Nullable String words) {
    if (words == null) {
      return 1;
    }
    if (hasDigit(words)) {
      return words.length() > 4 ? 0 : Long.parseLong(words);
    }
    List<String> small =
        List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve");
    return Math.max(0, small.indexOf(words.toLowerCase(Locale.ROOT)));
  }
}
