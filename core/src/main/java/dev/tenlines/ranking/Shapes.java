package dev.tenlines.ranking;

import dev.tenlines.dates.Times;
import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldType;
import dev.tenlines.ranking.Mention.Kind;
import dev.tenlines.text.Found;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and amounts by their shape alone: what stands in a column or right before a time, where a
 * reader of sentences would see something else.
 */
final class Shapes {
  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\\p{L}{0,6}\\.?";

  private static final List<String> NUMBERS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private static final Pattern DAY =
      Pattern.compile(
          "(?<![\\d/.-])(?:\\d{4}([/.-])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([/.-])\\d{1,2}\\2(?:\\d{4}|\\d{2})"
              + "|\\d{1,2}[ /.-]{0,2}"
              + MONTH
              + "[ ,/.-]{0,2}(?:\\d{4}|\\d{2})"
              + "|"
              + MONTH
              + " ?\\d{1,2}(?:st|nd|rd|th)?,? ?\\d{4}|20\\d{2}[01]\\d[0-3]\\d)(?![\\d/-])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** As contracts say it: {@code this 3rd day of May, 2001}. */
  private static final Pattern DAY_OF =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s*(?:st|nd|rd|th)?\\s+day\\s+of\\s+("
              + MONTH
              + "),?\\s+(\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  /** {@code two (2) years}, {@code 18-month}. */
  private static final Pattern DURATION =
      Pattern.compile(
          "(?<![\\p{L}\\d.])(?:(?<word>\\p{L}+(?:-\\p{L}+)?)\\s*\\(\\s*)?(?<number>\\d{1,3}(?:\\.\\d)?|"
              + String.join("|", NUMBERS)
              + ")\\s*\\)?[\\s-]*(?<unit>year|month|week|day)s?(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLAIN = Pattern.compile("(20\\d{2})([01]\\d)([0-3]\\d)");

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\d.,])(?<sign>(?:rm|usd|eur|us\\$|[$€£¥]) ?)?(?<digits>-?(?:\\d{1,3}(?:[,.' ]\\d{3})+|\\d{1,7})[.,]\\d{2})(?![\\d]|[.,]\\d)",
          Pattern.CASE_INSENSITIVE);

  private final Times times = new Times();

  /** Days with their year. */
  List<Mention> days(String text, Setting setting) {
    List<Mention> days = new ArrayList<>();
    Matcher contract = DAY_OF.matcher(text);
    while (contract.find()) {
      String plain = contract.group(1) + " " + contract.group(2) + " " + contract.group(3);
      String day = day(plain, setting);
      if (day != null) {
        Span span = new Span(contract.start(), contract.end());
        days.add(new Mention(span, contract.group(), day, day, Kind.SHAPE));
      }
    }
    Matcher m = DAY.matcher(text);
    while (m.find()) {
      String day = day(m.group(), setting);
      if (day != null) {
        days.add(new Mention(new Span(m.start(), m.end()), m.group(), day, day, Kind.SHAPE));
      }
    }
    return days;
  }

  /** How long things take, in the order of the text. */
  static List<Mention> durations(String text) {
    List<Mention> durations = new ArrayList<>();
    Matcher m = DURATION.matcher(text);
    while (m.find()) {
      String said = m.group("number").toLowerCase(Locale.ROOT);
      int word = NUMBERS.indexOf(said);
      BigDecimal number = word >= 0 ? BigDecimal.valueOf(word) : new BigDecimal(said);
      Grain unit = Grain.valueOf(m.group("unit").toUpperCase(Locale.ROOT));
      String value = new Value.Length(number, unit).normal();
      durations.add(new Mention(new Span(m.start(), m.end()), m.group(), value, value, Kind.SHAPE));
    }
    return durations;
  }

  private @Nullable String day(String text, Setting setting) {
    Matcher plain = PLAIN.matcher(text);
    String said =
        plain.matches() ? plain.group(1) + "-" + plain.group(2) + "-" + plain.group(3) : text;
    for (Found found : times.find(said, setting)) {
      for (Value reading : found.readings()) {
        if (FieldType.DATE.value(reading) instanceof String day) {
          return day;
        }
      }
    }
    return null;
  }

  /** Amounts with two decimals, with the sign of their currency and without it. */
  static List<Mention> amounts(String text) {
    List<Mention> amounts = new ArrayList<>();
    Matcher m = AMOUNT.matcher(text);
    while (m.find()) {
      BigDecimal value = value(m.group("digits"));
      String key = value.stripTrailingZeros().toPlainString();
      for (int start : new int[] {m.start("digits"), m.start()}) {
        Span span = new Span(start, m.end());
        Mention amount = new Mention(span, span.of(text), value, key, Kind.SHAPE);
        if (!amounts.contains(amount)) {
          amounts.add(amount);
        }
      }
    }
    return amounts;
  }

  private static BigDecimal value(String digits) {
    int point = digits.length() - 3;
    return new BigDecimal(
        digits.substring(0, point).replaceAll("[,.' ]", "") + "." + digits.substring(point + 1));
  }
}
