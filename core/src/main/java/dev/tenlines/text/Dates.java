package dev.tenlines.text;

import dev.tenlines.text.Fact.Day;
import dev.tenlines.text.Fact.Day.Reading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dates of a text, in figures and in English, German and French words. */
final class Dates {
  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, Integer> WEEKDAYS = new HashMap<>();

  static {
    name(MONTHS, "january jan januar jänner janvier janv", 1);
    name(MONTHS, "february feb februar février fevrier févr", 2);
    name(MONTHS, "march mar märz maerz mrz mars", 3);
    name(MONTHS, "april apr avril avr", 4);
    name(MONTHS, "may mai", 5);
    name(MONTHS, "june jun juni juin", 6);
    name(MONTHS, "july jul juli juillet juil", 7);
    name(MONTHS, "august aug août aout", 8);
    name(MONTHS, "september sept sep septembre", 9);
    name(MONTHS, "october oct oktober okt octobre", 10);
    name(MONTHS, "november nov novembre", 11);
    name(MONTHS, "december dec dezember dez décembre decembre déc", 12);
    name(WEEKDAYS, "monday mondays mon montag montags lundi", 1);
    name(WEEKDAYS, "tuesday tuesdays tue tues dienstag dienstags mardi", 2);
    name(WEEKDAYS, "wednesday wednesdays wed mittwoch mittwochs mercredi", 3);
    name(WEEKDAYS, "thursday thursdays thu thurs donnerstag donnerstags jeudi", 4);
    name(WEEKDAYS, "friday fridays fri freitag freitags vendredi", 5);
    name(WEEKDAYS, "saturday saturdays sat samstag samstags sonnabend samedi", 6);
    name(WEEKDAYS, "sunday sundays sun sonntag sonntags dimanche", 7);
  }

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String MONTH = "(?<month>" + words(MONTHS) + ")(?![\\p{L}])\\.?";
  private static final String DAY = "(?<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th|er|\\.)?";
  private static final String YEAR = "(?<year>(?:19|20)[0-9]{2})";
  private static final Pattern ISO =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])" + YEAR + "-(?<month>[0-9]{2})-(?<day>[0-9]{2})(?![0-9-])");
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}./])(?<first>[0-9]{1,2})(?<mark>[./-])(?<second>[0-9]{1,2})\\k<mark>"
              + "(?<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])");

  /** Without a year it takes a German word before it: "20.05." may end a sentence with a price. */
  private static final Pattern DAY_AND_MONTH =
      Pattern.compile(
          "(?<=(?<!\\p{L})(?:am|vom|bis|ab|dem|den|der|seit|zum) )"
              + "(?<first>0?[1-9]|[12][0-9]|3[01])\\.(?<second>0?[1-9]|1[0-2])\\.(?![0-9])",
          FLAGS);

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])" + DAY + "\\s*(?:of\\s+)?" + MONTH + "(?:\\s*,?\\s*" + YEAR + ")?",
          FLAGS);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])"
              + MONTH
              + "\\s+(?:the\\s+)?"
              + DAY
              + "(?![0-9:])(?:\\s*,?\\s*"
              + YEAR
              + ")?",
          FLAGS);
  private static final Pattern MONTH_AND_YEAR =
      Pattern.compile("(?<![\\p{L}\\p{N}])" + MONTH + ",?\\s+" + YEAR + "(?![0-9])", FLAGS);
  private static final Pattern MONTH_ALONE = Pattern.compile("(?<![\\p{L}\\p{N}])" + MONTH, FLAGS);
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<name>" + words(WEEKDAYS) + ")(?![\\p{L}\\p{N}])", FLAGS);
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<!guten )(?<name>day after tomorrow|day before"
              + " yesterday|today|tonight"
              + "|tomorrow|yesterday|heute|übermorgen|vorgestern|gestern|morgen|aujourd['’]hui"
              + "|après-demain|avant-hier|demain)(?![\\p{L}\\p{N}])",
          FLAGS);

  private Dates() {}

  static void find(Facts facts) {
    if (facts.hasDigits()) {
      inFigures(facts);
    }
    inWords(facts);
  }

  private static void inFigures(Facts facts) {
    facts.free(ISO).forEach(m -> add(facts, m, reading(m, m.group("month"), m.group("day"))));
    for (Matcher m : facts.free(FIGURES)) {
      add(
          facts,
          m,
          reading(m, m.group("second"), m.group("first")),
          m.group("mark").equals(".") ? null : reading(m, m.group("first"), m.group("second")));
    }
    facts
        .free(DAY_AND_MONTH)
        .forEach(m -> add(facts, m, of(null, number(m.group("second")), number(m.group("first")))));
    facts.free(MONTH_FIRST).forEach(m -> named(facts, m));
    facts.free(DAY_FIRST).forEach(m -> named(facts, m));
    for (Matcher m : facts.free(MONTH_AND_YEAR)) {
      add(facts, m, of(number(m.group("year")), month(m), null));
    }
  }

  private static void inWords(Facts facts) {
    for (Matcher m : facts.free(MONTH_ALONE)) {
      if (alone(facts.text(), m)) {
        add(facts, m, of(null, month(m), null));
      }
    }
    for (Matcher m : facts.free(WEEKDAY)) {
      String name = m.group("name");
      // "sun" and "sat" are words, and so is "mon" in French.
      if (name.length() > 4 || Character.isUpperCase(name.charAt(0)) && name.length() == 4) {
        int weekday = WEEKDAYS.getOrDefault(lower(name), 0);
        add(facts, m, new Reading(null, null, null, weekday, null));
      }
    }
    for (Matcher m : facts.free(RELATIVE)) {
      add(facts, m, new Reading(null, null, null, null, lower(m.group("name")).replace('’', '\'')));
    }
  }

  /** A month without a day or year has to look like one: "may" and "march" are words. */
  private static boolean alone(String text, Matcher m) {
    String name = m.group("month");
    if (name.length() < 3 || !Character.isUpperCase(name.charAt(0))) {
      return false;
    }
    if (name.length() > 4 && !name.equals("March")) {
      return true;
    }
    String before = text.substring(0, m.start()).stripTrailing().toLowerCase(Locale.ROOT);
    return Pattern.compile(
            "(?:\\bin|\\bsince|\\buntil|\\bby|\\bfrom|\\blast|\\bnext|\\bof|\\bim|\\bab|\\bbis|\\bseit|\\ben)$")
        .matcher(before)
        .find();
  }

  private static void named(Facts facts, Matcher m) {
    Integer year = m.group("year") == null ? null : number(m.group("year"));
    add(facts, m, of(year, month(m), number(m.group("day"))));
  }

  private static Integer month(Matcher m) {
    return MONTHS.getOrDefault(lower(m.group("month")), 0);
  }

  private static void add(Facts facts, Matcher m, @Nullable Reading... readings) {
    List<Reading> usable = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading != null) {
        usable.add(reading);
      }
    }
    if (!usable.isEmpty() && facts.isFree(m.start(), m.end())) {
      facts.add(new Day(m.start(), m.end(), m.group(), usable));
    }
  }

  private static @Nullable Reading reading(Matcher m, String month, String day) {
    int year = number(m.group("year"));
    return of(year < 100 ? 2000 + year : year, number(month), number(day));
  }

  /** A whole date has a weekday; one that is in no calendar is none. */
  private static @Nullable Reading of(
      @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
    if (month != null && (month < 1 || month > 12) || day != null && (day < 1 || day > 31)) {
      return null;
    }
    if (year == null || month == null || day == null) {
      return new Reading(year, month, day, null, null);
    }
    try {
      int weekday = LocalDate.of(year, month, day).getDayOfWeek().getValue();
      return new Reading(year, month, day, weekday, null);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static void name(Map<String, Integer> names, String spellings, int number) {
    for (String spelling : spellings.split(" ")) {
      names.put(spelling, number);
    }
  }

  /** Longer spellings first, so that none hides in another. */
  private static String words(Map<String, Integer> names) {
    return String.join(
        "|",
        names.keySet().stream()
            .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
            .toList());
  }
}
