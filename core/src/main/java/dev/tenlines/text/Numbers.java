package dev.tenlines.text;

import dev.tenlines.text.Fact.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers of a text, with thousands parted in any way, with their unit, or in words. */
final class Numbers {
  private static final String UNIT_BEFORE = "(?<before>€|\\$|£|¥|(?:EUR|USD|GBP|CHF|JPY)\\b)";
  private static final String UNIT_AFTER =
      "(?<after>%|€|\\$|£|¥|(?:percent|prozent|per cent|pour"
          + " ?cent|eur|euros?|usd|dollars?|gbp|pounds?"
          + "|chf|francs?|franken|jpy|yen)(?![\\p{L}\\p{N}]))";

  /** A blank parts thousands only between whole groups of three. */
  private static final String DIGITS =
      "[0-9]{1,3}(?:[ \\u00A0\\u202F\\u2009][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
          + "|[0-9]+(?:[.,'’][0-9]+)*";

  /** Letters stand right behind the digits; a single one may be a measure, too. */
  private static final String SCALE =
      "(?:[ \\u00A0\\u202F-]?(?<scale>thousand|million(?:en|s)?|billion|milliarden?|milliards?|trillion|mio|mrd"
          + "|mn|bn|tn)|(?<letter>[kmb]))(?![\\p{L}\\p{N}])\\.?";

  private static final Map<String, Integer> ZEROS =
      Map.ofEntries(
          Map.entry("thousand", 3),
          Map.entry("k", 3),
          Map.entry("million", 6),
          Map.entry("millions", 6),
          Map.entry("millionen", 6),
          Map.entry("mio", 6),
          Map.entry("mn", 6),
          Map.entry("m", 6),
          Map.entry("billion", 9),
          Map.entry("milliard", 9),
          Map.entry("milliards", 9),
          Map.entry("milliarde", 9),
          Map.entry("milliarden", 9),
          Map.entry("mrd", 9),
          Map.entry("bn", 9),
          Map.entry("b", 9),
          Map.entry("trillion", 12),
          Map.entry("tn", 12));

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?:"
              + UNIT_BEFORE
              + "[ \\u00A0\\u202F]?)?(?<sign>(?<![\\p{L}\\p{N}])[-−])?(?<digits>"
              + DIGITS
              + ")(?<ordinal>(?:st|nd|rd|th|ème|er|re|e)(?![\\p{L}\\p{N}]))?(?:"
              + SCALE
              + ")?(?:[ \\u00A0\\u202F-]?"
              + UNIT_AFTER
              + ")?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("eur", "EUR"),
          Map.entry("$", "USD"),
          Map.entry("dollar", "USD"),
          Map.entry("dollars", "USD"),
          Map.entry("usd", "USD"),
          Map.entry("£", "GBP"),
          Map.entry("pound", "GBP"),
          Map.entry("pounds", "GBP"),
          Map.entry("gbp", "GBP"),
          Map.entry("¥", "JPY"),
          Map.entry("yen", "JPY"),
          Map.entry("jpy", "JPY"),
          Map.entry("chf", "CHF"),
          Map.entry("franc", "CHF"),
          Map.entry("francs", "CHF"),
          Map.entry("franken", "CHF"));

  private Numbers() {}

  static void find(Facts facts) {
    for (Matcher m : facts.hasDigits() ? facts.free(FIGURE) : List.<Matcher>of()) {
      String sign = m.group("sign") == null ? "" : "-";
      List<BigDecimal> values =
          scaled(
              m,
              values(m.group("digits")).stream()
                  .map(digits -> new BigDecimal(sign + digits))
                  .toList());
      if (facts.isFree(m.start(), m.end())) {
        facts.add(
            new Figure(m.start(), m.end(), m.group(), values, unit(m), m.group("ordinal") != null));
      }
    }
    NumberWords.find(facts);
  }

  /** With a word of scale it is that much; with a letter behind, perhaps. */
  private static List<BigDecimal> scaled(Matcher m, List<BigDecimal> values) {
    String scale = m.group("scale") == null ? m.group("letter") : m.group("scale");
    if (scale == null) {
      return values;
    }
    int zeros = ZEROS.getOrDefault(scale.toLowerCase(Locale.ROOT), 0);
    List<BigDecimal> scaled = values.stream().map(v -> v.scaleByPowerOfTen(zeros)).toList();
    return m.group("letter") == null || m.group("before") != null || scale.equals("k")
        ? scaled
        : Stream.concat(scaled.stream(), values.stream()).toList();
  }

  private static String unit(Matcher m) {
    String said =
        Stream.of("before", "after").map(m::group).filter(g -> g != null).findFirst().orElse("");
    String lower = said.toLowerCase(Locale.ROOT);
    return lower.isEmpty() ? "" : UNITS.getOrDefault(lower, "%");
  }

  /**
   * What a run of digits may mean, as decimal numbers. One comma or point before three digits may
   * part thousands or begin the fraction.
   */
  private static List<String> values(String run) {
    String digits = run.replaceAll("[ \\u00A0\\u202F\\u2009'’]", "");
    int point = digits.lastIndexOf('.');
    int comma = digits.lastIndexOf(',');
    int last = Math.max(point, comma);
    if (last < 0) {
      return List.of(digits);
    }
    String plain = digits.replaceAll("[.,]", "");
    String decimal =
        digits.substring(0, last).replaceAll("[.,]", "") + "." + digits.substring(last + 1);
    boolean mixed = point >= 0 && comma >= 0;
    long marks = digits.chars().filter(c -> c == '.' || c == ',').count();
    if (mixed || !digits.equals(run)) {
      return List.of(decimal);
    }
    if (marks > 1) {
      return List.of(plain);
    }
    List<String> values = new ArrayList<>(List.of(decimal));
    if (digits.length() - last == 4 && last <= 3 && digits.charAt(0) != '0') {
      values.add(plain);
    }
    return values;
  }

  /** The one number that a number of an application is, or null for what is not finite. */
  static @Nullable Figure exact(Number value) {
    try {
      BigDecimal exact = new BigDecimal(value.toString());
      String text = exact.toPlainString();
      return new Figure(0, text.length(), text, List.of(exact), "", false);
    } catch (NumberFormatException e) {
      // Not a number, or an infinite one: it supports nothing.
      return null;
    }
  }
}
