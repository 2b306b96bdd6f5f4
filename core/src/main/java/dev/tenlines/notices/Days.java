package dev.tenlines.notices;

import dev.tenlines.document.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days of the calendar in any of six languages at once: invitations are often written in two, and
 * their words never mean different months.
 */
final class Days {
  private static final List<String> MONTHS =
      List.of(
          "january|jan|januar|janvier|janv|enero|ene|januari|gennaio|gen|jänner",
          "february|feb|februar|février|févr|fév|febrero|februari|febbraio|febb",
          "march|mar|märz|mrz|mars|marzo|maart|mrt",
          "april|apr|avril|avr|abril|abr|aprile",
          "may|mai|mayo|mei|maggio|mag",
          "june|jun|juni|juin|junio|giugno|giu",
          "july|jul|juli|juillet|juil|julio|luglio|lug",
          "august|aug|août|aout|agosto|ago|augustus",
          "september|sept|sep|septembre|septiembre|settembre|set|sett",
          "october|oct|oktober|okt|octobre|octubre|ottobre|ott",
          "november|nov|novembre|noviembre",
          "december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre");
  private static final String WEEKDAY =
      "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)";
  private static final Map<String, Integer> MONTH = months();
  private static final String NAME = "(?:" + String.join("|", MONTHS) + ")(?![\\p{L}])";
  private static final String PREFIX =
      "(?<![\\p{L}\\p{N}.,/:-])(?:"
          + WEEKDAY
          + "\\.?,?\\s{1,3}(?:(?:dem|den|the|le|der|de|el|il)\\s{1,3})?)?";
  private static final String YEAR =
      "(?:,?\\s{1,3}(?:(?:de|del)\\s)?|-|/)'?(?<y1>(?:19|20)[0-9]{2}|[0-9]{2}(?=[\\s,;.)]|$)(?!\\s?(?:uhr|h\\b|[ap]\\.?m)))";
  private static final Pattern DAY =
      Pattern.compile(
          "(?iu)"
              + PREFIX
              + "(?:(?<iso>(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?![0-9])"
              + "|(?<d1>[0-9]{1,2})(?:st|nd|rd|th|er|\\.|º|°|ª)?(?:\\s?[-–/]\\s?[0-9]{1,2}\\.?)?(?:\\s{1,3}(?:of\\s|de\\s|del\\s)?|-|\\s?)(?<m1>"
              + NAME
              + ")\\.?(?:"
              + YEAR
              + ")?"
              + "|(?<m2>"
              + NAME
              + ")\\.?\\s{1,3}(?<d2>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:.]\\d|\\s?(?:uhr|h\\b|[ap]\\.?m\\b))(?:\\s?[-–]\\s?[0-9]{1,2})?(?:,?\\s{1,3}(?<y2>(?:19|20)[0-9]{2}))?"
              + "|(?<d3>[0-9]{1,2})(?<s>[./-])(?<m3>[0-9]{1,2})(?:\\k<s>(?<y3>(?:(?:19|20)[0-9]{2}|[0-9]{2}(?![0-9]))?))?(?![\\p{N}]|[.:,][0-9]))(?![0-9])");
  private static final int RECENT = 21;

  private Days() {}

  /** A day and where it stands. */
  record Day(Span span, LocalDate date) {}

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < MONTHS.size(); i++) {
      for (String name : MONTHS.get(i).split("\\|")) {
        months.put(name, i + 1);
      }
    }
    return Map.copyOf(months);
  }

  /** The days of a stretch; one without a year is the one to come, or was not long ago. */
  static List<Day> in(String text, Span within, Locale locale, LocalDate today) {
    List<Day> days = new ArrayList<>();
    Matcher matcher =
        DAY.matcher(text).region(within.start(), within.end()).useTransparentBounds(true);
    while (matcher.find()) {
      LocalDate date = date(matcher, locale, today);
      if (date != null) {
        int end = matcher.end();
        while (" ,\n".indexOf(text.charAt(end - 1)) >= 0) {
          end--;
        }
        days.add(new Day(new Span(matcher.start(), end), date));
      }
    }
    days.sort(Comparator.comparingInt(day -> day.span().start()));
    return days;
  }

  private static @Nullable LocalDate date(Matcher day, Locale locale, LocalDate today) {
    try {
      if (day.group("iso") != null) {
        return LocalDate.parse(day.group("iso"));
      }
      if (day.group("m1") != null) {
        return year(
            month(day.group("m1")), Integer.parseInt(day.group("d1")), day.group("y1"), today);
      }
      if (day.group("m2") != null) {
        return year(
            month(day.group("m2")), Integer.parseInt(day.group("d2")), day.group("y2"), today);
      }
      return numeric(day, locale, today);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate numeric(Matcher day, Locale locale, LocalDate today) {
    int first = Integer.parseInt(day.group("d3"));
    int second = Integer.parseInt(day.group("m3"));
    String sign = day.group("s");
    String year = day.group("y3");
    boolean english = locale.getLanguage().equals("en");
    // 3.30 is a time and 2-3 a range; 29.10. is a day.
    boolean short_ = year == null || year.isEmpty();
    if (short_
        && (sign.equals("-")
            || sign.equals(".") && (year == null || english)
            || sign.equals("/") && year != null)) {
      return null;
    }
    boolean monthFirst =
        english && sign.equals("/") && !locale.getCountry().equals("GB") && first <= 12
            || second > 12;
    return monthFirst
        ? year(first, second, short_ ? null : year, today)
        : year(second, first, short_ ? null : year, today);
  }

  private static int month(String name) {
    return MONTH.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  private static LocalDate year(int month, int day, @Nullable String said, LocalDate today) {
    if (said != null) {
      int year = Integer.parseInt(said);
      return LocalDate.of(year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year, month, day);
    }
    LocalDate date = LocalDate.of(today.getYear(), month, day);
    return date.isBefore(today.minusDays(RECENT * 4L))
        ? date.plusYears(1)
        : date.isAfter(today.plusDays(366L - RECENT)) ? date.minusYears(1) : date;
  }
}
