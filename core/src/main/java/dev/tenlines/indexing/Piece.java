package dev.tenlines.indexing;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import dev.tenlines.document.Page;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A heading, a row of a table, or what stands between two borders of blocks.
 *
 * @param block the heading or row, or null
 * @param page from 1, or null where there are none
 * @param apart something before it was left out
 */
record Piece(Span span, @Nullable Block block, @Nullable Integer page, boolean apart) {
  private static final Set<Kind> LEFT_OUT =
      EnumSet.of(
          Kind.HEADER_FIELD, Kind.QUOTED_REPLY, Kind.SIGNATURE, Kind.FOOTER, Kind.NAVIGATION);
  private static final int LONGEST_ROW = 150;
  private static final int LONGEST_HEADING = 60;

  boolean isHeading() {
    return block != null && block.kind() == Kind.HEADING;
  }

  boolean isRow() {
    return block != null && block.kind() == Kind.TABLE_ROW;
  }

  /** The pieces of a document in order, without what is not its own. */
  static List<Piece> of(Document document) {
    String text = document.text();
    Map<Integer, Block> whole = new HashMap<>();
    NavigableSet<Integer> borders = borders(document);
    for (Block block : whole(document)) {
      whole.put(block.span().start(), block);
      borders.subSet(block.span().start(), false, block.span().end(), false).clear();
    }
    List<Span> leftOut =
        document.blocks().stream()
            .filter(b -> LEFT_OUT.contains(b.kind()))
            .map(Block::span)
            .sorted(Comparator.comparingInt(Span::start))
            .toList();
    List<Piece> pieces = new ArrayList<>();
    Pages pages = new Pages(document.pages());
    boolean apart = false;
    int next = 0;
    int outUntil = 0;
    int start = 0;
    for (int end : borders) {
      Span span = stripped(text, start, end);
      while (next < leftOut.size() && leftOut.get(next).start() <= start) {
        outUntil = Math.max(outUntil, leftOut.get(next++).end());
      }
      if (start < outUntil) {
        apart = true;
      } else if (span.length() > 0) {
        pieces.add(new Piece(span, whole.get(start), pages.at(span.start()), apart));
        apart = false;
      }
      start = end;
    }
    return pieces;
  }

  private static NavigableSet<Integer> borders(Document document) {
    NavigableSet<Integer> borders = new TreeSet<>();
    for (Block block : document.blocks()) {
      borders.add(block.span().start());
      borders.add(block.span().end());
    }
    for (Page page : document.pages()) {
      borders.add(page.span().start());
      borders.add(page.span().end());
    }
    borders.add(document.text().length());
    borders.remove(0);
    return borders;
  }

  /** Headings and rows, the outermost of each; tables that only lay a page out are none. */
  private static List<Block> whole(Document document) {
    NavigableSet<Integer> headings = new TreeSet<>();
    document.blocks().stream()
        .filter(b -> b.kind() == Kind.HEADING)
        .forEach(b -> headings.add(b.span().start()));
    List<Block> found = new ArrayList<>();
    int until = 0;
    List<Block> outermostFirst =
        document.blocks().stream()
            .sorted(
                Comparator.comparingInt((Block b) -> b.span().start())
                    .thenComparingInt(b -> -b.span().end()))
            .toList();
    for (Block block : outermostFirst) {
      Span span = block.span();
      Integer inside = headings.ceiling(span.start());
      int size = Size.of(span.of(document.text()));
      boolean fits =
          switch (block.kind()) {
            case HEADING -> size <= LONGEST_HEADING;
            case TABLE_ROW -> size <= LONGEST_ROW && (inside == null || inside >= span.end());
            default -> false;
          };
      if (fits && span.length() > 0 && span.start() >= until) {
        found.add(block);
        until = span.end();
      }
    }
    return found;
  }

  static Span stripped(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  /** Finds pages for places that only grow. */
  private static final class Pages {
    private final List<Page> pages;
    private int at;

    private Pages(List<Page> pages) {
      this.pages = pages;
    }

    private @Nullable Integer at(int place) {
      while (at + 1 < pages.size() && pages.get(at).span().end() <= place) {
        at++;
      }
      return pages.isEmpty() ? null : pages.get(at).number();
    }
  }
}
