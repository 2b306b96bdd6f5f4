package dev.tenlines.notices;

import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind a word and a colon at the beginning of a line. */
final class Labelled {
  private static final Pattern ANY =
      Pattern.compile(
          "(?u)^(?:[*•◦▪–-]+ ?|[^\\p{L}\\p{N}\\s] ?)?\\*{0,2}(?<label>\\p{L}[\\p{L}'’./ -]{0,26}?)\\*{0,2}(?:\\s?[:：]\\*{0,2}\\s{0,20}|\\t+| {2,20})(?=\\S)");
  private static final Pattern ALONE = Pattern.compile("(?u)^\\p{L}[\\p{L}'’ ]{0,26}:?$");

  private Labelled() {}

  /** Whether a line begins with some label. */
  static boolean isLabelled(String said) {
    return ANY.matcher(said).find();
  }

  /** The values whose label is one of some words, with the lines that continue them. */
  static List<Span> in(Letter letter, List<Line> lines, Pattern labels) {
    List<Span> values = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Matcher any = ANY.matcher(line.said());
      if (any.find() && labels.matcher(any.group("label")).matches()) {
        Span value = new Span(line.span().start() + any.end(), line.span().end());
        values.add(continued(letter, lines, i, value));
      } else if (i + 1 < lines.size()
          && ALONE.matcher(line.said()).matches()
          && labels.matcher(line.said().replaceAll("\\s*:$", "")).matches()
          && lines.get(i + 1).paragraph() - line.paragraph() <= 1
          && !isLabelled(lines.get(i + 1).said())) {
        values.add(lines.get(i + 1).span());
      }
    }
    return values;
  }

  /** Lines below that begin further right, and no label of their own. */
  private static Span continued(Letter letter, List<Line> lines, int at, Span value) {
    Span span = value;
    int column = column(letter, lines.get(at).span().start());
    for (int i = at + 1; i < lines.size() && i <= at + 3; i++) {
      Line next = lines.get(i);
      boolean further = column(letter, next.span().start()) >= column + 4;
      if (!further || next.paragraph() != lines.get(at).paragraph() || isLabelled(next.said())) {
        break;
      }
      span = new Span(value.start(), next.span().end());
    }
    return span;
  }

  private static int column(Letter letter, int place) {
    return place - letter.text.lastIndexOf('\n', Math.max(0, place - 1)) - 1;
  }
}
