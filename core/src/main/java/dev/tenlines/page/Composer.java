package dev.tenlines.page;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that grows piece by piece: white space as it is seen, and blocks around the pieces. */
final class Composer {
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Mark> open = new ArrayList<>();
  private @Nullable Mark flow;
  private int breaks;
  private boolean space;
  private boolean tab;

  /** A stretch that begins with the next sign. */
  static final class Mark {
    private int start = -1;

    private Mark() {}
  }

  /** Adds text, with each run of white space as one space. */
  void flow(String added) {
    int at = 0;
    while (at < added.length()) {
      int c = added.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        space = true;
      } else {
        sign(c);
      }
    }
  }

  /** Adds text as it stands, line by line. */
  void exact(String added) {
    added
        .codePoints()
        .forEach(c -> {
          if (c == '\n') {
            line();
          } else {
            sign(c);
          }
        });
  }

  private void sign(int c) {
    if (!text.isEmpty()) {
      if (tab && breaks == 0) {
        text.append('\t');
      } else if (breaks > 0) {
        text.append("\n".repeat(Math.min(breaks, 2)));
      } else if (space) {
        text.append(' ');
      }
    }
    breaks = 0;
    space = false;
    tab = false;
    if (flow == null) {
      flow = mark();
    }
    for (Mark mark : open) {
      mark.start = mark.start < 0 ? text.length() : mark.start;
    }
    text.appendCodePoint(c);
  }

  /** A new line; several make an empty one. */
  void line() {
    breaks++;
    space = false;
  }

  /** At least so many line ends before the next sign, and the end of a paragraph. */
  void block(int lines, Kind kind) {
    if (flow != null) {
      close(flow, kind);
      flow = null;
    }
    breaks = Math.max(breaks, lines);
    space = false;
  }

  /** The next cell of a row stands behind a tab, whatever was to be broken. */
  void cell(boolean first) {
    if (!first) {
      breaks = 0;
      tab = true;
    }
    space = false;
  }

  /** The cell is over: breaks at its end are none in the row. */
  void endCell() {
    breaks = 0;
    space = false;
  }

  Mark mark() {
    Mark mark = new Mark();
    open.add(mark);
    return mark;
  }

  /** Ends a stretch; null where it has no text. */
  @Nullable Span close(Mark mark) {
    open.remove(mark);
    return mark.start < 0 ? null : new Span(mark.start, text.length());
  }

  /** Ends a stretch that is a block. */
  void close(Mark mark, Kind kind) {
    close(mark, kind, null);
  }

  void close(Mark mark, Kind kind, Block.@Nullable Heading heading) {
    Span span = close(mark);
    if (span != null) {
      blocks.add(new Block(kind, span, heading));
    }
  }

  String text() {
    return text.toString();
  }

  boolean endsWith(char c) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == c;
  }

  List<Block> blocks() {
    return blocks;
  }
}
