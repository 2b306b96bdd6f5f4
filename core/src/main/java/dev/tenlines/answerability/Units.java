package dev.tenlines.answerability;

import dev.tenlines.text.Sentences;
import dev.tenlines.text.Sentences.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a passage into what is quoted whole: sentences, items, lines of tables, blocks of code. */
final class Units {
  private static final Pattern BLANK = Pattern.compile("\\n[ \\t]*\\n");
  private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]*(?:```|~~~)");
  private static final Pattern CODE_LINE =
      Pattern.compile(
          "^(?:\\s*(?:>>>|\\.\\.\\.|\\$|#!|//|import |from \\S+ import|def |class |return |public |function |const |let |var |SELECT |<[/!]?\\w|\\{%|\\{\\{).*"
              + "|.*[;{}]|.*[^\\s.]\\(.*\\):?|[\\w.'\"\\[\\]-]+ ?[:=] ?\\S.*|\\s*[\\])}]+,?|.*[\\[(,{]|(?:\\t| {4,})\\S.*)$");

  /** Longer blocks of code are quoted in parts. */
  private static final int LONGEST = 700;

  private Units() {}

  /** What a unit is. */
  enum Form {
    SENTENCE,
    ITEM,
    ROW,
    CODE
  }

  /**
   * A stretch that is quoted whole.
   *
   * @param block which paragraph it belongs to, from 0
   */
  record Unit(int start, int end, Form form, int block) {}

  static List<Unit> of(String text) {
    List<Unit> units = new ArrayList<>();
    int block = 0;
    int at = 0;
    while (at < text.length()) {
      int end = blockEnd(text, at);
      add(text, at, end, block++, units);
      at = end;
    }
    return units;
  }

  /** A fenced block keeps its empty lines. */
  private static int blockEnd(String text, int at) {
    Matcher blank = BLANK.matcher(text).region(at, text.length());
    int gap = blank.find() ? blank.end() : text.length();
    Matcher fence = FENCE.matcher(text).region(at, gap);
    if (!fence.find()) {
      return gap;
    }
    if (!text.substring(at, fence.start()).isBlank()) {
      return fence.start();
    }
    Matcher closing = FENCE.matcher(text).region(fence.end(), text.length());
    if (!closing.useAnchoringBounds(false).find()) {
      return gap;
    }
    int line = text.indexOf('\n', closing.end());
    return line < 0 ? text.length() : line + 1;
  }

  private static void add(String text, int from, int to, int block, List<Unit> units) {
    String part = text.substring(from, to);
    if (isCode(part)) {
      addLines(text, from, to, block, units);
      return;
    }
    for (Place place : Sentences.places(part)) {
      int start = from + place.start();
      units.add(new Unit(start, from + place.end(), form(text, start), block));
    }
  }

  private static Form form(String text, int start) {
    return switch (text.charAt(start)) {
      case '|' -> Form.ROW;
      case '-', '*', '•' -> Form.ITEM;
      default -> Character.isDigit(text.charAt(start)) ? item(text, start) : Form.SENTENCE;
    };
  }

  private static Form item(String text, int start) {
    int at = start;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    boolean mark = at + 1 < text.length() && ".)".indexOf(text.charAt(at)) >= 0;
    return mark && text.charAt(at + 1) == ' ' ? Form.ITEM : Form.SENTENCE;
  }

  /** Most of its lines look like it, and it is none of prose. */
  static boolean isCode(String part) {
    if (FENCE.matcher(part).lookingAt()) {
      return true;
    }
    int lines = 0;
    int code = 0;
    for (String line : part.strip().split("\n")) {
      lines++;
      boolean prose = line.endsWith(".") || line.split(" ").length > 14;
      code += !prose && !line.startsWith("|") && CODE_LINE.matcher(line).matches() ? 1 : 0;
    }
    return code * 3 >= lines * 2;
  }

  /** Code is cut at the end of a line where it is too long to be quoted at once. */
  private static void addLines(String text, int from, int to, int block, List<Unit> units) {
    int start = from;
    while (start < to) {
      int end = to;
      if (to - start > LONGEST) {
        int line = text.lastIndexOf('\n', start + LONGEST);
        end = line > start ? line : start + LONGEST;
      }
      int last = end;
      while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      int first = start;
      while (first < last && text.charAt(first) == '\n') {
        first++;
      }
      if (first < last) {
        units.add(new Unit(first, last, Form.CODE, block));
      }
      start = end;
    }
  }
}
