package dev.tenlines.mail;

import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a mail.
 *
 * @param start where it begins in the text
 * @param end where the next one begins
 * @param depth how often it is quoted
 * @param marked it bears the marks itself; else it lies in a stretch known to be quoted
 * @param text without its marks of quoting and the white space around it
 */
record Line(int start, int end, int depth, boolean marked, String text) {

  /** The lines of a text; those in a quoted stretch count as quoted without a mark. */
  static List<Line> of(String text, List<Span> quoted) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      lines.add(line(text, start, end, quoted));
      start = end;
    }
    return lines;
  }

  private static Line line(String text, int start, int end, List<Span> quoted) {
    int depth = 0;
    int at = start;
    while (at < end && (mark(text, at, end) || depth > 0 && text.charAt(at) == ' ')) {
      depth += text.charAt(at) == '>' ? 1 : 0;
      at++;
    }
    String rest = text.substring(at, end).strip();
    int from = start;
    boolean given = quoted.stream().anyMatch(q -> q.start() <= from && from < q.end());
    return new Line(start, end, given ? Math.max(depth, 1) : depth, depth > 0, rest);
  }

  /** ">:" ends an address that was wrapped. */
  private static boolean mark(String text, int at, int end) {
    return text.charAt(at) == '>' && (at + 1 >= end || text.charAt(at + 1) != ':');
  }

  boolean blank() {
    return text.isEmpty();
  }

  boolean quoted() {
    return depth > 0;
  }
}
