package dev.tenlines.spring.console.view;

import dev.tenlines.Evidence.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Text from outside, ready to be shown as text: what is evidence is marked, and characters nobody
 * can see are spelled out.
 */
public record Shown(List<Run> runs) {

  public Shown {
    runs = List.copyOf(runs);
  }

  /** Neighbouring characters that are all evidence, or all not. */
  public record Run(boolean marked, List<Piece> pieces) {}

  /** Plain text, or the code of one invisible character. */
  public record Piece(String text, boolean code) {}

  public static Shown of(String text) {
    return of(text, List.of());
  }

  /** A value as it came out of JSON. */
  public static Shown value(Object value) {
    return of(words(value));
  }

  /**
   * A value as people read it: what has a text besides other things is its text, and fields are
   * their values.
   */
  public static String words(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return String.valueOf(value);
    }
    if (map.get("text") instanceof String text) {
      return text;
    }
    if (map.get("chips") instanceof List<?> chips) {
      return chips.stream()
          .map(chip -> chip instanceof Map<?, ?> one ? String.valueOf(one.get("label")) : "")
          .collect(Collectors.joining(" · "));
    }
    boolean fields =
        !map.isEmpty()
            && map.values().stream()
                .allMatch(
                    one -> one == null || one instanceof Map<?, ?> m && m.containsKey("value"));
    return fields ? fields(map) : String.valueOf(value);
  }

  private static String fields(Map<?, ?> fields) {
    return fields.entrySet().stream()
        .filter(one -> one.getValue() instanceof Map<?, ?> field && field.get("value") != null)
        .map(one -> one.getKey() + ": " + ((Map<?, ?>) one.getValue()).get("value"))
        .collect(Collectors.joining(", "));
  }

  /** A text with the spans marked that lie inside it. */
  public static Shown of(String text, List<Span> spans) {
    BitSet marked = new BitSet(text.length());
    for (Span span : spans) {
      int start = Math.clamp(span.start(), 0, text.length());
      marked.set(start, Math.clamp(span.end(), start, text.length()));
    }
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      boolean mark = marked.get(at);
      int end = mark ? marked.nextClearBit(at) : marked.nextSetBit(at);
      int next = wholeCharacters(text, end < 0 ? text.length() : Math.min(end, text.length()));
      runs.add(new Run(mark, pieces(text.substring(at, next))));
      at = next;
    }
    return new Shown(runs);
  }

  /** The beginning of a text in one line. */
  public static Shown excerpt(String text, int most) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= most
        ? of(line)
        : of(line.substring(0, wholeCharacters(line, most)).stripTrailing() + "…");
  }

  /** The same as one string, for places that take no markup. */
  public String plain() {
    StringBuilder out = new StringBuilder();
    runs.forEach(run -> run.pieces().forEach(piece -> out.append(piece.text())));
    return out.toString();
  }

  /** A border inside a surrogate pair would show two broken characters. */
  private static int wholeCharacters(String text, int border) {
    return border < text.length()
            && border > 0
            && Character.isLowSurrogate(text.charAt(border))
            && Character.isHighSurrogate(text.charAt(border - 1))
        ? border + 1
        : border;
  }

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\r') {
        continue;
      }
      if (!invisible(c)) {
        plain.appendCodePoint(c);
        continue;
      }
      if (!plain.isEmpty()) {
        pieces.add(new Piece(plain.toString(), false));
        plain.setLength(0);
      }
      pieces.add(new Piece(String.format(Locale.ROOT, "⟨U+%04X⟩", c), true));
    }
    if (!plain.isEmpty()) {
      pieces.add(new Piece(plain.toString(), false));
    }
    return pieces;
  }

  /** Controls, zero-width and direction characters, tags: they hide text or turn it around. */
  private static boolean invisible(int c) {
    return c < 0x20 && c != '\n' && c != '\t'
        || c >= 0x7F && c <= 0x9F
        || c == 0x00AD
        || c == 0x061C
        || c == 0x180E
        || c >= 0x200B && c <= 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c == 0xFEFF
        || c >= 0xFFF9 && c <= 0xFFFB
        || c >= 0xD800 && c <= 0xDFFF
        || c >= 0xE0000 && c <= 0xE01EF;
  }
}
