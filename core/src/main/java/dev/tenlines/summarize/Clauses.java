package dev.tenlines.summarize;

import dev.tenlines.document.Span;
import dev.tenlines.salience.Counting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts sentences that are longer than a whole summary may be, at the strongest mark there is: not
 * every text has points, and not every script has blanks.
 */
final class Clauses {
  private static final List<Pattern> BORDERS =
      List.of(
          Pattern.compile("(?<=[;:.!?；：。！？।؛])\\s*|\\s*\\R\\s*"),
          Pattern.compile("(?<=[,，、،–—])\\s*"),
          Pattern.compile("\\s+"),
          Pattern.compile("(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}])"));

  private Clauses() {}

  /** The sentence, or parts of it that have so many words at most. */
  static List<Span> of(String text, Span sentence, int most) {
    return parts(text, sentence, most, 0);
  }

  private static List<Span> parts(String text, Span span, int most, int strength) {
    if (words(text, span) <= most || strength == BORDERS.size()) {
      return List.of(span);
    }
    List<Span> parts = new ArrayList<>();
    for (Span part : split(text, span, BORDERS.get(strength))) {
      parts.addAll(parts(text, part, most, strength + 1));
    }
    return joined(text, parts, Math.max(1, most / 2));
  }

  private static List<Span> split(String text, Span span, Pattern border) {
    List<Span> parts = new ArrayList<>();
    Matcher borders = border.matcher(text).region(span.start(), span.end());
    borders.useTransparentBounds(true);
    int start = span.start();
    while (borders.find()) {
      if (borders.start() > start) {
        parts.add(new Span(start, borders.start()));
      }
      start = Math.max(start, borders.end());
    }
    if (span.end() > start) {
      parts.add(new Span(start, span.end()));
    }
    return parts;
  }

  /** Neighbours together again as far as they stay short: three words alone say little. */
  private static List<Span> joined(String text, List<Span> parts, int most) {
    List<Span> joined = new ArrayList<>();
    for (Span part : parts) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      Span both = last == null ? part : new Span(last.start(), part.end());
      if (last != null && words(text, both) <= most) {
        joined.set(joined.size() - 1, both);
      } else {
        joined.add(part);
      }
    }
    return joined;
  }

  private static int words(String text, Span span) {
    return Counting.words(text.subSequence(span.start(), span.end()));
  }
}
