package dev.tenlines.labels;

import dev.tenlines.text.Found;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Value;
import dev.tenlines.yaml.Yaml;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates with the names of months in languages that no other recogniser reads. */
final class Months {
  private static final Map<String, Months> ALL = new HashMap<>();

  static {
    Vocabulary.entry("months").entries().forEach((language, yaml) -> ALL.put(language, new Months(yaml)));
  }

  private final List<String> names;
  private final Pattern pattern;

  private Months(Yaml yaml) {
    this.names = Vocabulary.parts(yaml);
    List<String> forms = new ArrayList<>();
    for (String name : names) {
      forms.add(name.length() > 4 ? name.substring(0, 3) + "(?:" + name.substring(3) + ")?" : name);
    }
    this.pattern =
        Pattern.compile(
            "(?<![\\d./-])(\\d{1,2})(?:\\.|º)? ?(?:de )?(" + String.join("|", forms)
                + ")\\.?,? ?(?:de )?(\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static List<Found> find(String text, String language) {
    Months months = ALL.get(language);
    return months == null ? List.of() : months.find(text);
  }

  private List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      try {
        LocalDate day =
            LocalDate.of(
                Integer.parseInt(matcher.group(3)),
                month(matcher.group(2)),
                Integer.parseInt(matcher.group(1)));
        Value value =
            new Value.Period(
                day.atStartOfDay(), day.plusDays(1).atStartOfDay(), Grain.DAY, null);
        found.add(new Found(matcher.start(), matcher.end(), matcher.group(), List.of(value)));
      } catch (DateTimeException e) {
        continue; // The 30th of February is no date.
      }
    }
    return found;
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
}
