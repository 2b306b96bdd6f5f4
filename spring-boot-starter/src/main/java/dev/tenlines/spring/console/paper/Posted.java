package dev.tenlines.spring.console.paper;

import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form of fields sent.
 *
 * @param sent its parameters by name
 */
record Posted(Map<String, String> sent) {
  /** None of the values that a field may have. */
  static final String NONE = "none";

  private static final int LONGEST = 20_000;

  /** The parts of a form's names, before the field's. */
  static final String VALUE = "value:";

  static final String STARTS = "starts:";
  static final String ENDS = "ends:";
  static final String CHOICE = "choice:";

  /** The parameters of fields among all of a form. */
  static Map<String, String> of(Map<String, String[]> parameters) {
    Map<String, String> sent = new LinkedHashMap<>();
    parameters.forEach((name, values) -> {
      boolean field = List.of(VALUE, STARTS, ENDS, CHOICE).stream().anyMatch(name::startsWith);
      if (field && values.length > 0 && values[0].length() <= LONGEST) {
        // A form sends other line ends than it was given.
        sent.put(name, values[0].replace("\r\n", "\n").strip());
      }
    });
    return sent;
  }

  Entry entry(String field) {
    return new Entry(
        part(VALUE, field), part(STARTS, field), part(ENDS, field), part(CHOICE, field));
  }

  private String part(String part, String field) {
    return sent.getOrDefault(part + field, "");
  }

  /** What stands in one field. */
  record Entry(String value, String starts, String ends, String choice) {

    /** The places in a text, as far as they lie in it. */
    List<Span> places(String text) {
      List<Span> places = new ArrayList<>();
      String[] from = starts.split(",");
      String[] to = ends.split(",");
      for (int i = 0; i < from.length && i < to.length; i++) {
        int start = number(from[i]);
        int end = number(to[i]);
        if (start >= 0 && start < end && end <= text.length()) {
          places.add(new Span(start, end));
        }
      }
      return places;
    }

    private static int number(String digits) {
      return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    }
  }
}
