package dev.tenlines.ranking;

import dev.tenlines.dates.Times;
import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldType;
import dev.tenlines.ranking.Mention.Kind;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

  private static final Pattern PLAIN = Pattern.compile("(20\\d{2})([01]\\d)([0-3]\\d)");

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\d.,])(?<sign>(?:rm|usd|eur|us\\$|[$€£¥]) ?)?(?<digits>-?(?:\\d{1,3}(?:[,.' ]\\d{3})+|\\d{1,7})[.,]\\d{2})(?![\\d]|[.,]\\d)",
          Pattern.CASE_INSENSITIVE);

  private final Times times = new Times();

  /** Days in the order of the text. */
  List<Mention> days(String text, Setting setting) {
    List<Mention> days = new ArrayList<>();
    Matcher m = DAY.matcher(text);
    while (m.find()) {
      String day = day(m.group(), setting);
      if (day != null) {
        days.add(new Mention(new Span(m.start(), m.end()), m.group(), day, day, Kind.SHAPE));
      }
    }
    return days;
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
