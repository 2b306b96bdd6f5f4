package dev.tenlines.labels;

import dev.tenlines.text.Found;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Value;
import dev.tenlines.yaml.Yaml;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates with names of months, and crowns, in languages that no other recogniser reads. */
final class Regional {
  private static final Pattern CROWNS =
      Pattern.compile(
          "(?<![\\d.,])(?<amount>-?\\d{1,3}(?:[ .\\u00A0\\u202F]\\d{3})+(?:,\\d{2})?|-?\\d{1,7}(?:[.,]\\d{2})?)"
              + "(?<unit>[ \\u00A0]?(?:kr\\b\\.?|:-)|,-)");
  private static final Map<String, String> CODES = Map.of("sv", "SEK", "da", "DKK");
  private static final Map<String, Regional> ALL = new HashMap<>();

  static {
    Vocabulary.entry("months")
        .entries()
        .forEach((language, yaml) -> ALL.put(language, new Regional(yaml)));
  }

  private final List<String> names;
  private final Pattern date;

  private Regional(Yaml yaml) {
    this.names = Vocabulary.parts(yaml);
    List<String> forms = new ArrayList<>();
    for (String name : names) {
      forms.add(name.length() > 4 ? name.substring(0, 3) + "(?:" + name.substring(3) + ")?" : name);
    }
    this.date =
        Pattern.compile(
            "(?<![\\d./-])(\\d{1,2})(?:\\.|º)? ?(?:de )?("
                + String.join("|", forms)
                + ")\\.?,? ?(?:de )?(\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static List<Found> find(String text, String language) {
    List<Found> found = new ArrayList<>();
    Regional months = ALL.get(language);
    if (months != null) {
      months.dates(text, found);
    }
    if (CODES.containsKey(language)) {
      crowns(text, CODES.getOrDefault(language, ""), found);
    }
    return found;
  }

  private void dates(String text, List<Found> found) {
    Matcher matcher = date.matcher(text);
    while (matcher.find()) {
      try {
        LocalDate day =
            LocalDate.of(
                Integer.parseInt(matcher.group(3)),
                month(matcher.group(2)),
                Integer.parseInt(matcher.group(1)));
        Value value =
            new Value.Period(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), Grain.DAY, null);
        found.add(new Found(matcher.start(), matcher.end(), matcher.group(), List.of(value)));
      } catch (DateTimeException e) {
        // The 30th of February is no date.
      }
    }
  }

  private int month(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).startsWith(lower)) {
        return i + 1;
      }
    }
    throw new DateTimeException("No month: " + said);
  }

  private static void crowns(String text, String code, List<Found> found) {
    Matcher matcher = CROWNS.matcher(text);
    while (matcher.find()) {
      String digits = matcher.group("amount").replaceAll("[ \\u00A0\\u202F]", "");
      boolean point = digits.matches("-?\\d+\\.\\d{2}");
      String plain = point ? digits : digits.replace(".", "").replace(',', '.');
      Value value = new Value.Amount(new BigDecimal(plain), code);
      found.add(new Found(matcher.start(), matcher.end(), matcher.group(), List.of(value)));
    }
  }
}
