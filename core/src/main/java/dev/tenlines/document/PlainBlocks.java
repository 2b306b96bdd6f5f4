package dev.tenlines.document;

import dev.tenlines.document.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The paragraphs and list items of plain text: blank lines and bullets part them. */
public final class PlainBlocks {
  private static final Pattern ITEM =
      Pattern.compile("^\\s*(?:[-*•·–]|\\d{1,3}[.)]|\\(?[a-z]\\))\\s+\\S");

  private PlainBlocks() {}

  /** The blocks of a stretch of a text. */
  public static List<Block> of(String text, Span within) {
    List<Block> blocks = new ArrayList<>();
    int start = -1;
    int end = 0;
    Kind kind = Kind.PARAGRAPH;
    int at = within.start();
    while (at < within.end()) {
      int newline = text.indexOf('\n', at);
      int next = newline < 0 || newline >= within.end() ? within.end() : newline + 1;
      String line = text.substring(at, next);
      boolean item = ITEM.matcher(line).find();
      if (start >= 0 && (line.isBlank() || item)) {
        blocks.add(new Block(kind, new Span(start, end)));
        start = -1;
      }
      if (!line.isBlank()) {
        start = start < 0 ? at + indent(line) : start;
        kind = item ? Kind.LIST_ITEM : start >= at ? Kind.PARAGRAPH : kind;
        end = at + line.stripTrailing().length();
      }
      at = next;
    }
    if (start >= 0) {
      blocks.add(new Block(kind, new Span(start, end)));
    }
    return blocks;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
