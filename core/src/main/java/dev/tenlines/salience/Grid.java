package dev.tenlines.salience;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table of a document as rows of cells.
 *
 * @param span from its first row to its last
 */
record Grid(Span span, List<List<Span>> rows) {
  private static final int FEWEST_ROWS = 3;
  private static final Pattern RULE = Pattern.compile("[\\s|:=+-]+");

  /** The tables that a reader marked as such, or that are written with bars or tabs. */
  static List<Grid> of(Document document) {
    String text = document.text();
    List<Span> marked =
        document.blocks().stream()
            .filter(block -> block.kind() == Kind.TABLE_ROW)
            .map(Block::span)
            .sorted(Comparator.comparingInt(Span::start))
            .toList();
    List<Grid> grids = new ArrayList<>();
    List<List<Span>> rows = new ArrayList<>();
    int end = 0;
    for (Span line : marked.isEmpty() ? lines(text) : marked) {
      List<Span> cells = cells(text, line);
      boolean next = text.substring(Math.min(end, line.start()), line.start()).isBlank();
      if (cells == null || !next) {
        keep(grids, rows);
        rows = new ArrayList<>();
      }
      if (cells != null && !cells.isEmpty()) {
        rows.add(cells);
      }
      end = line.end();
    }
    keep(grids, rows);
    return grids;
  }

  private static void keep(List<Grid> grids, List<List<Span>> rows) {
    if (rows.size() >= FEWEST_ROWS) {
      Span span = new Span(rows.getFirst().getFirst().start(), rows.getLast().getLast().end());
      grids.add(new Grid(span, rows));
    }
  }

  private static List<Span> lines(String text) {
    List<Span> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines.add(new Span(start, end));
      start = end + 1;
    }
    return lines;
  }

  /** The cells of a row, none for a rule, null where a line is no row. */
  private static @Nullable List<Span> cells(String text, Span line) {
    String row = line.of(text);
    char mark = row.indexOf('|') >= 0 ? '|' : '\t';
    if (row.isBlank() || row.strip().indexOf(mark) < 0) {
      return null;
    }
    List<Span> cells = new ArrayList<>();
    if (mark == '|' && RULE.matcher(row).matches()) {
      return cells;
    }
    int start = line.start();
    for (int at = line.start(); at <= line.end(); at++) {
      if (at == line.end() || text.charAt(at) == mark) {
        boolean outside =
            mark == '|'
                && text.substring(start, at).isBlank()
                && (start == line.start() || at == line.end());
        if (!outside) {
          cells.add(trimmed(text, start, at));
        }
        start = at + 1;
      }
    }
    return cells.size() < 2 ? null : cells;
  }

  private static Span trimmed(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }

  int columns() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }
}
