package dev.tenlines.templates;

import dev.tenlines.document.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a value goes that only its place tells.
 *
 * @param count of tokens
 * @param mark what follows the value
 */
public record Extent(Kind kind, int count, String mark) {
  private static final Pattern TOKEN = Pattern.compile("\\S+");
  private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]\"'»“”]+$");

  /** A line that begins with a label, or is blank. */
  private static final Pattern NEXT =
      Pattern.compile("\\n[ \\t]*(?:$|\\n|\\p{L}[^:\\n]{0,30}:(?=\\s))");

  private static final Pattern BLANK = Pattern.compile("\\n[ \\t]*(?:\\n|$)");

  enum Kind {
    /** What was recognised there. */
    RECOGNISED,
    /** So many words. */
    TOKENS,
    /** Until a mark in the same cell. */
    BEFORE,
    /** Until the end of the cell. */
    CELL,
    /** Until the next label or blank line. */
    LABEL,
    /** Until the next blank line. */
    BLOCK,
    /** Until the next line that is not indented below its own. */
    HANGING
  }

  static final Extent RECOGNISED = new Extent(Kind.RECOGNISED, 0, "");

  /** The ways to say how far a value goes, the most telling first. */
  static List<Extent> of(Sheet sheet, Span value, boolean code) {
    String text = sheet.text();
    Sheet.Place place = sheet.at(value.start());
    if (place == null) {
      return List.of();
    }
    int tokens = value.of(text).strip().split("\\s+").length;
    int cell = place.cell().span().end();
    String after = value.end() < cell ? text.substring(value.end(), cell).strip() : "";
    Extent words = new Extent(Kind.TOKENS, tokens, "");
    Stream<Extent> ways;
    if (after.isEmpty()) {
      boolean flowing = place.cell().page() == 0 && !code;
      boolean listed = NEXT.matcher(text).region(value.end(), text.length()).lookingAt();
      Extent line = new Extent(flowing ? Kind.HANGING : Kind.CELL, 0, "");
      Extent label = new Extent(Kind.LABEL, 0, "");
      Extent block = new Extent(Kind.BLOCK, 0, "");
      ways = flowing && listed ? Stream.of(label, line, block) : Stream.of(line, label, block);
    } else {
      Extent mark = new Extent(Kind.BEFORE, 0, after.split("\\s")[0].substring(0, mark(after)));
      ways = code ? Stream.of(words, mark) : Stream.of(mark, words);
    }
    return ways.filter(way -> way.end(sheet, value.start()) == value.end()).distinct().toList();
  }

  /** A sign stands for itself, a word as a whole. */
  private static int mark(String after) {
    return Character.isLetterOrDigit(after.charAt(0)) ? after.split("\\s")[0].length() : 1;
  }

  /** Where a value that begins here ends, or -1. */
  int end(Sheet sheet, int start) {
    String text = sheet.text();
    Sheet.Place place = sheet.at(start);
    if (place == null) {
      return -1;
    }
    int cell = place.cell().span().end();
    return switch (kind) {
      case RECOGNISED -> -1;
      case TOKENS -> tokens(text.substring(start, cell), start);
      case BEFORE -> {
        int at = text.indexOf(mark, start);
        yield at > start && at < cell ? trimmed(text, start, at) : -1;
      }
      case CELL -> cell;
      case LABEL -> until(NEXT, text, start);
      case BLOCK -> until(BLANK, text, start);
      case HANGING -> hanging(text, start, cell);
    };
  }

  private int tokens(String cell, int start) {
    Matcher token = TOKEN.matcher(cell);
    int end = -1;
    for (int i = 0; i < count; i++) {
      if (!token.find()) {
        return -1;
      }
      end = token.end();
    }
    Matcher trailing = TRAILING.matcher(cell.substring(0, end));
    end = trailing.find() ? trailing.start() : end;
    return end > 0 ? start + end : -1;
  }

  private static int until(Pattern border, String text, int start) {
    Matcher next = border.matcher(text).region(start, text.length());
    return trimmed(text, start, next.find() ? next.start() : text.length());
  }

  private static int hanging(String text, int start, int cell) {
    int begin = text.lastIndexOf('\n', start - 1) + 1;
    int newline = text.indexOf('\n', cell);
    if (newline < 0 || !text.substring(cell, newline).isBlank()) {
      return cell;
    }
    int end = cell;
    while (newline >= 0) {
      int next = text.indexOf('\n', newline + 1);
      String line = text.substring(newline + 1, next < 0 ? text.length() : next);
      if (line.isBlank() || indent(line) <= indent(text.substring(begin, start + 1))) {
        break;
      }
      end = newline + 1 + line.stripTrailing().length();
      newline = next;
    }
    return end;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static int trimmed(String text, int start, int end) {
    int to = Math.min(end, text.length());
    while (to > start && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return to > start ? to : -1;
  }

  /** The place of a value that begins here, or null. */
  @Nullable Span span(Sheet sheet, int start) {
    int end = end(sheet, start);
    return end > start ? new Span(start, end) : null;
  }
}
