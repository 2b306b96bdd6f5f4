package dev.tenlines.page;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Box;
import dev.tenlines.document.Page;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of pages as it grows, page by page, each word with its place. */
final class PageText {
  private static final Pattern ITEM = Pattern.compile("^(?:[-*•·–▪●]|\\d{1,3}[.)]|[a-z]\\))$");
  private static final double APART = 1.65;
  private static final double LARGER = 1.18;

  private final StringBuilder text = new StringBuilder();
  private final List<Page> pages = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();
  private final Map<Word, Span> spans = new HashMap<>();
  private int block = -1;
  private Kind kind = Kind.PARAGRAPH;
  private double size;
  private final Map<Span, Double> sizes = new HashMap<>();

  /** Adds a page under those before. */
  void add(List<Word> words, double width, double height, boolean scanned) {
    int number = pages.size() + 1;
    newLines(2);
    int start = text.length();
    double usual = usual(words);
    for (int direction = 0; direction < 360; direction += 90) {
      int wanted = direction;
      List<Word> own = words.stream().filter(w -> w.direction() == wanted).toList();
      for (List<Row> group : Columns.of(own)) {
        group(group, number, usual);
      }
    }
    pages.add(new Page(number, new Span(start, text.length()), width, height, scanned));
  }

  private void group(List<Row> rows, int page, double usual) {
    @Nullable Row above = null;
    for (Row row : rows) {
      boolean table = row.cells().size() > 1;
      boolean heading = row.size() >= usual * LARGER && row.length() < 120 && !table;
      boolean item = ITEM.matcher(row.cells().getFirst().getFirst().text()).matches();
      boolean apart =
          above == null || row.y() - above.y() > APART * Math.max(row.size(), above.size());
      Kind now =
          table && !item
              ? Kind.TABLE_ROW
              : heading ? Kind.HEADING : item ? Kind.LIST_ITEM : Kind.PARAGRAPH;
      boolean goesOn =
          block >= 0
              && !apart
              && !item
              && !table
              && (now == kind || kind == Kind.LIST_ITEM && now == Kind.PARAGRAPH);
      if (!goesOn) {
        endBlock();
        kind = now;
      }
      newLines(apart ? 2 : 1);
      block = block < 0 ? text.length() : block;
      size = row.size();
      write(row, page);
      above = row;
    }
    endBlock();
  }

  private void write(Row row, int page) {
    for (int i = 0; i < row.cells().size(); i++) {
      text.append(i > 0 ? "\t" : "");
      List<Word> cell = row.cells().get(i);
      for (int j = 0; j < cell.size(); j++) {
        text.append(j > 0 ? " " : "");
        int start = text.length();
        text.append(cell.get(j).text());
        Span span = new Span(start, text.length());
        placed.add(new Placed(span, page, rounded(cell.get(j))));
        spans.put(cell.get(j), span);
      }
    }
  }

  private static Box rounded(Word word) {
    return new Box(
        round(word.box().x()),
        round(word.box().y()),
        round(word.box().width()),
        round(word.box().height()));
  }

  private static double round(double points) {
    return Math.round(points * 100) / 100.0;
  }

  private void endBlock() {
    if (block >= 0) {
      Span span = new Span(block, text.length());
      blocks.add(new Block(kind, span));
      if (kind == Kind.HEADING) {
        sizes.put(span, (double) Math.round(size));
      }
    }
    block = -1;
  }

  private void newLines(int lines) {
    if (!text.isEmpty()) {
      int there = 0;
      while (there < text.length() && text.charAt(text.length() - 1 - there) == '\n') {
        there++;
      }
      text.append("\n".repeat(Math.max(0, lines - there)));
    }
  }

  /** The size of most letters. */
  private static double usual(List<Word> words) {
    Map<Long, Integer> sizes = new HashMap<>();
    words.forEach(w -> sizes.merge(Math.round(w.size() * 2), w.text().length(), Integer::sum));
    return sizes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(e -> e.getKey() / 2.0)
        .orElse(10.0);
  }

  /** Where a word stands in the text, or null where it does not. */
  @Nullable Span span(Word word) {
    return spans.get(word);
  }

  int length() {
    return text.length();
  }

  String text() {
    return text.toString();
  }

  List<Page> pages() {
    return pages;
  }

  /** The blocks; the larger the letters of a heading, the higher it stands. */
  List<Block> blocks() {
    List<Double> falling =
        sizes.values().stream().distinct().sorted(Comparator.reverseOrder()).toList();
    return blocks.stream().map(block -> levelled(block, falling)).toList();
  }

  private Block levelled(Block block, List<Double> falling) {
    Double own = sizes.get(block.span());
    return own == null
        ? block
        : new Block(block.kind(), block.span(), new Block.Heading(falling.indexOf(own) + 1, null));
  }

  List<Placed> placed() {
    return placed;
  }
}
