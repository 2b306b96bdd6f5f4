package dev.tenlines.bench.extract;

import dev.tenlines.document.Box;
import dev.tenlines.document.Document;
import dev.tenlines.document.Page;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Scanned receipts as documents: what stands side by side becomes one line, with tabs between. */
final class Receipts {
  private static final double STEP = 0.005;
  private static final int STEPS = 12;
  private static final int ROWS_BACK = 3;

  private final List<Line> lines;
  private final StringBuilder text = new StringBuilder();
  private final List<Placed> placed = new ArrayList<>();

  private Receipts(List<Line> lines) {
    this.lines = lines;
  }

  /** A stretch of text as a reader of pictures found it. */
  private record Line(double left, double top, double right, double bottom, String text) {
    double middle() {
      return (top + bottom) / 2;
    }

    double height() {
      return bottom - top;
    }

    double centre() {
      return (left + right) / 2;
    }

    boolean isBeside(Line other) {
      return Math.min(right, other.right) <= Math.max(left, other.left);
    }
  }

  static Document document(String name, JsonNode lines) {
    List<Line> all = new ArrayList<>();
    for (JsonNode line : lines) {
      JsonNode box = line.path("box");
      String text = line.path("text").asString("").strip().replaceAll("\\s+", " ");
      if (!text.isEmpty()) {
        all.add(
            new Line(
                box.path(0).asDouble(),
                box.path(1).asDouble(),
                box.path(2).asDouble(),
                box.path(3).asDouble(),
                text));
      }
    }
    Receipts receipt = new Receipts(all);
    receipt.straighten();
    receipt.rows().forEach(receipt::write);
    Span whole = new Span(0, receipt.text.length());
    double width = all.stream().mapToDouble(Line::right).max().orElse(1);
    double height = all.stream().mapToDouble(Line::bottom).max().orElse(1);
    return new Document(
        name,
        "text/plain",
        receipt.text.toString(),
        List.of(new Page(1, whole, width, height, true)),
        List.of(),
        receipt.placed,
        List.of(),
        List.of(),
        List.of());
  }

  /** Turns a page that lay askew by the slope at which most stretches stand beside each other. */
  private void straighten() {
    double best = -1;
    double slope = 0;
    double[] heights = lines.stream().mapToDouble(Line::height).sorted().toArray();
    double usual = heights.length == 0 ? 1 : Math.max(1, heights[heights.length / 2]);
    for (int step = -STEPS; step <= STEPS; step++) {
      double level = level(step * STEP, usual) - Math.abs(step) * STEP;
      if (level > best) {
        best = level;
        slope = step * STEP;
      }
    }
    double lean = slope;
    lines.replaceAll(line -> {
      double down = lean * line.centre();
      return new Line(line.left, line.top - down, line.right, line.bottom - down, line.text);
    });
  }

  private double level(double slope, double usual) {
    double level = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line a = lines.get(i);
      for (int j = 0; j < i; j++) {
        Line b = lines.get(j);
        if (a.isBeside(b)) {
          double apart = a.middle() - b.middle() - slope * (a.centre() - b.centre());
          level += Math.max(0, 0.5 - Math.abs(apart) / usual);
        }
      }
    }
    return level;
  }

  private List<List<Line>> rows() {
    List<List<Line>> rows = new ArrayList<>();
    lines.sort(Comparator.comparingDouble(Line::middle));
    for (Line line : lines) {
      List<Line> own = null;
      for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - ROWS_BACK) && own == null; i--) {
        own = rows.get(i).stream().allMatch(other -> sameRow(line, other)) ? rows.get(i) : null;
      }
      if (own == null) {
        own = new ArrayList<>();
        rows.add(own);
      }
      own.add(line);
    }
    return rows;
  }

  private static boolean sameRow(Line a, Line b) {
    double overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    double narrow = Math.min(a.right - a.left, b.right - b.left);
    return Math.abs(a.middle() - b.middle()) <= Math.min(a.height(), b.height()) / 2
        && overlap <= 0.3 * narrow;
  }

  private void write(List<Line> row) {
    row.sort(Comparator.comparingDouble(Line::left));
    text.append(text.isEmpty() ? "" : "\n");
    for (int i = 0; i < row.size(); i++) {
      Line line = row.get(i);
      text.append(i > 0 ? "\t" : "");
      int start = text.length();
      text.append(line.text);
      Box box = new Box(line.left, line.top, line.right - line.left, line.height());
      placed.add(new Placed(new Span(start, text.length()), 1, box));
    }
  }
}
