package dev.tenlines.templates;

import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds where a value stands in a text as it is written, but for case, spaces and commas; and for
 * other signs inside a number.
 */
final class Literal {
  private static final int LONGEST = 300;

  private Literal() {}

  /** The places of a value, in order. */
  static List<Span> places(String text, String value) {
    String dense = value.replaceAll("[\\s,]+", "");
    if (dense.isEmpty() || dense.length() > LONGEST) {
      return List.of();
    }
    List<Span> places = new ArrayList<>();
    Matcher matcher = pattern(dense).matcher(text);
    while (matcher.find()) {
      places.add(new Span(matcher.start(), matcher.end()));
    }
    return places;
  }

  /** Borders of words only matter where the value begins or ends with one. */
  private static Pattern pattern(String dense) {
    boolean number = dense.length() > 4 && dense.chars().allMatch(Character::isDigit);
    String letters =
        dense
            .codePoints()
            .mapToObj(c -> Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining(number ? "[-\\s,./]?" : "[\\s,]{0,40}+"));
    String before = Character.isLetterOrDigit(dense.codePointAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
    boolean word = Character.isLetterOrDigit(dense.codePointBefore(dense.length()));
    return Pattern.compile(
        before + letters + (word ? "(?![\\p{L}\\p{N}])" : ""),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
