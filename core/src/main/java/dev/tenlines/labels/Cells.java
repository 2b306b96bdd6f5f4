package dev.tenlines.labels;

import dev.tenlines.document.Box;
import dev.tenlines.document.Document;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Span;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells of a document and what stands beside and below them, by boxes or by columns. */
final class Cells {
  private static final Pattern GAP = Pattern.compile("[ \\u00A0]*\\t\\s*|[ \\u00A0]{2,}");

  /** What one character takes up where there are no pages. */
  private static final double WIDTH = 6;

  private static final double HEIGHT = 10;
  private static final double LINE = 12;

  private final Document document;
  private final List<Cell> all = new ArrayList<>();
  private final List<Integer> lineStarts = new ArrayList<>();

  /** The cells of each page from top to bottom, and where each cell is in that list. */
  private final Map<Integer, List<Cell>> pages = new HashMap<>();

  private final Map<Cell, Integer> ranks = new HashMap<>();

  Cells(Document document, List<Words.Word> words) {
    this.document = document;
    String text = document.text();
    int at = 0;
    int word = 0;
    for (int line = 0; at <= text.length(); line++) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      lineStarts.add(at);
      word = line(text, at, end, line, words, word);
      at = end + 1;
    }
    for (Cell cell : all) {
      pages.computeIfAbsent(cell.page(), p -> new ArrayList<>()).add(cell);
    }
    for (List<Cell> page : pages.values()) {
      page.sort(Comparator.comparingDouble((Cell cell) -> cell.box().y()));
      for (int i = 0; i < page.size(); i++) {
        ranks.put(page.get(i), i);
      }
    }
  }

  /** Adds the cells of a line, and tells the first word after it. */
  private int line(String text, int from, int end, int line, List<Words.Word> words, int word) {
    Matcher gap = GAP.matcher(text);
    int next = word;
    int at = from;
    while (at < end) {
      boolean parted = gap.region(at, end).find();
      int stop = parted ? gap.start() : end;
      int after = parted ? gap.end() : end;
      int start = at;
      while (start < stop && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      int last = stop;
      while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      int first = next;
      while (next < words.size() && words.get(next).start() < stop) {
        next++;
      }
      if (last > start) {
        Span span = new Span(start, last);
        all.add(new Cell(span, line, page(span), box(span, line), first, next));
      }
      at = after;
    }
    return next;
  }

  List<Cell> all() {
    return all;
  }

  /** The cell that holds a place; the one before where it stands in none. */
  Cell at(int place) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (all.get(middle).span().start() <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return all.get(low);
  }

  private int page(Span span) {
    List<Placed> places = document.places(span);
    return places.isEmpty() ? 0 : places.getFirst().page();
  }

  /** Where the first line of a stretch stands. */
  Box box(Span span) {
    return box(span, at(span.start()).line());
  }

  private Box box(Span span, int line) {
    List<Placed> places = document.places(span);
    return places.isEmpty()
        ? new Box(
            (span.start() - lineStarts.get(line)) * WIDTH,
            line * LINE,
            span.length() * WIDTH,
            HEIGHT)
        : places.getFirst().box();
  }

  /** The cells to the right of one, the nearest first. */
  List<Cell> right(Cell cell) {
    return around(cell).stream()
        .filter(other -> other.box().x() >= cell.right() - 1)
        .sorted(Comparator.comparingDouble(other -> other.box().x()))
        .toList();
  }

  /** All cells of its line on the page, from left to right. */
  List<Cell> row(Cell cell) {
    List<Cell> row = new ArrayList<>(around(cell));
    row.add(cell);
    row.sort(Comparator.comparingDouble(other -> other.box().x()));
    return row;
  }

  private List<Cell> around(Cell cell) {
    List<Cell> page = pages.getOrDefault(cell.page(), List.of());
    int rank = ranks.getOrDefault(cell, 0);
    List<Cell> beside = new ArrayList<>();
    double reach = 2 * cell.box().height();
    for (int i = rank - 1; i >= 0 && page.get(i).box().y() > cell.box().y() - reach; i--) {
      if (cell.besides(page.get(i))) {
        beside.add(page.get(i));
      }
    }
    for (int i = rank + 1; i < page.size() && page.get(i).box().y() < cell.bottom(); i++) {
      if (cell.besides(page.get(i))) {
        beside.add(page.get(i));
      }
    }
    return beside;
  }

  /** The rows under a cell, the nearest first, at most so many. */
  List<Cell.Row> below(Cell cell, int most) {
    List<Cell> page = pages.getOrDefault(cell.page(), List.of());
    List<Cell.Row> rows = new ArrayList<>();
    List<Cell> row = new ArrayList<>();
    for (int i = ranks.getOrDefault(cell, 0) + 1; i < page.size(); i++) {
      Cell next = page.get(i);
      if (next.box().y() + next.box().height() / 2 <= cell.bottom() || next.besides(cell)) {
        continue;
      }
      if (!row.isEmpty() && !next.besides(row.getFirst())) {
        rows.add(new Cell.Row(row));
        row.clear();
        if (rows.size() == most) {
          return rows;
        }
      }
      row.add(next);
    }
    if (!row.isEmpty()) {
      rows.add(new Cell.Row(row));
    }
    return rows;
  }
}
