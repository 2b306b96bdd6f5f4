package dev.tenlines.ranking;

import dev.tenlines.document.Box;
import dev.tenlines.document.Document;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document's lines, and the cells that gaps part them into. */
final class Layout {
  private final String text;
  private final Tokens tokens;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Integer> firstOfRow = new ArrayList<>();
  private double left = Double.POSITIVE_INFINITY;
  private double right;
  private double height;

  Layout(Document document) {
    text = document.text();
    tokens = Tokens.of(text);
    int at = 0;
    int blank = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      Span line = trimmed(text, at, end);
      if (line.length() == 0) {
        blank++;
      } else {
        firstOfRow.add(cells.size());
        row(document, line, blank);
        blank = 0;
      }
      at = end + 1;
    }
    measure();
  }

  /**
   * A part of a line.
   *
   * @param place on its page, or null where there are none
   * @param blank how many empty lines stand above its line
   * @param first its first token, {@code last} the one after its last
   */
  record Cell(
      Span span, int row, int column, @Nullable Placed place, int blank, int first, int last) {
    int tokens() {
      return last - first;
    }

    @Nullable Box box() {
      return place == null ? null : place.box();
    }
  }

  private void row(Document document, Span line, int blank) {
    int column = 0;
    for (Span part : parts(line)) {
      List<Placed> places = document.words().isEmpty() ? List.of() : document.places(part);
      Placed place = places.isEmpty() ? null : places.getFirst();
      int first = tokens.from(part.start());
      int last = tokens.from(part.end());
      cells.add(new Cell(part, firstOfRow.size() - 1, column++, place, blank, first, last));
    }
  }

  /** Two spaces or a tab part cells; readers of pages write a tab for a wide gap. */
  private List<Span> parts(Span line) {
    List<Span> parts = new ArrayList<>();
    int start = line.start();
    for (int i = line.start(); i < line.end(); i++) {
      boolean gap =
          text.charAt(i) == '\t'
              || text.charAt(i) == ' ' && i + 1 < line.end() && text.charAt(i + 1) == ' ';
      if (gap && i > start) {
        parts.add(trimmed(text, start, i));
      }
      if (gap) {
        while (i + 1 < line.end() && Character.isWhitespace(text.charAt(i + 1))) {
          i++;
        }
        start = i + 1;
      }
    }
    parts.add(trimmed(text, start, line.end()));
    return parts;
  }

  private void measure() {
    List<Double> heights = new ArrayList<>();
    for (Cell cell : cells) {
      Box box = cell.box();
      if (box != null) {
        left = Math.min(left, box.x());
        right = Math.max(right, box.x() + box.width());
        heights.add(box.height());
      }
    }
    heights.sort(null);
    height = heights.isEmpty() ? 0 : heights.get(heights.size() / 2);
  }

  static Span trimmed(String text, int from, int to) {
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

  String text() {
    return text;
  }

  Tokens tokens() {
    return tokens;
  }

  List<Cell> cells() {
    return cells;
  }

  int rows() {
    return firstOfRow.size();
  }

  /** The cells of a row; none where there is no such row. */
  List<Cell> row(int row) {
    if (row < 0 || row >= firstOfRow.size()) {
      return List.of();
    }
    int end = row + 1 < firstOfRow.size() ? firstOfRow.get(row + 1) : cells.size();
    return cells.subList(firstOfRow.get(row), end);
  }

  /** The index of the cell that a place lies in or after. */
  int cellAt(int place) {
    int low = 0;
    int high = cells.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (cells.get(middle).span().start() <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The cell of the row before that stands above this one, or null. */
  @Nullable Cell above(Cell cell) {
    Cell only = null;
    for (Cell other : row(cell.row() - 1)) {
      Box a = cell.box();
      Box b = other.box();
      boolean below =
          a == null || b == null
              ? other.column() == cell.column()
              : a.x() < b.x() + b.width() && b.x() < a.x() + a.width();
      if (below) {
        only = other;
      }
    }
    return only;
  }

  /** A place across as a share of the width that is written on. */
  double across(double x) {
    return right > left ? (x - left) / (right - left) : 0;
  }

  /** The usual height of a line; 0 where there are no boxes. */
  double height() {
    return height;
  }
}
