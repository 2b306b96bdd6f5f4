package dev.tenlines.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of calendars and cards: unfolded, with their parameters, their escapes undone. */
final class ContentLines {
  private static final Pattern LINE =
      Pattern.compile(
          "^(?:[\\w-]+\\.)?([\\w-]{1,60})((?:;[\\w-]{1,60}(?:=(?:\"[^\"]*+\"|[^;:\"]*+))?+)*+):(.*)$",
          Pattern.DOTALL);
  private static final Pattern PARAMETER = Pattern.compile(";([\\w-]+)(?:=(\"[^\"]*\"|[^;]*))?");
  private static final int MOST = 20_000;

  private ContentLines() {}

  /** One line: {@code DTSTART;TZID=Europe/Berlin:20260301T100000}. */
  record Entry(String name, Map<String, String> parameters, String value) {

    /** The value with its escapes undone. */
    String text() {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '\\' && i + 1 < value.length()) {
          char next = value.charAt(++i);
          out.append(next == 'n' || next == 'N' ? '\n' : next);
        } else {
          out.append(c);
        }
      }
      return out.toString().strip();
    }
  }

  static List<Entry> of(String text) {
    List<Entry> entries = new ArrayList<>();
    String unfolded = text.replaceAll("\\n[ \\t]", "");
    for (String line : unfolded.split("\n")) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches() && entries.size() < MOST) {
        entries.add(
            new Entry(
                parts.group(1).toUpperCase(Locale.ROOT),
                parameters(parts.group(2)),
                parts.group(3)));
      }
    }
    return entries;
  }

  private static Map<String, String> parameters(String said) {
    Map<String, String> parameters = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(said);
    while (parameter.find()) {
      String value = parameter.group(2) == null ? "" : parameter.group(2).replace("\"", "");
      parameters.put(parameter.group(1).toUpperCase(Locale.ROOT), value);
    }
    return parameters;
  }
}
