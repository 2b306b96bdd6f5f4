package dev.tenlines.templates;

import dev.tenlines.document.Block;
import dev.tenlines.document.Box;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Recognizers;
import dev.tenlines.templates.Cell.Label;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document as rows of cells, the way it lies on the table: what stands beside and above what.
 * Earlier mails that it quotes are left out.
 */
final class Sheet {
  private static final Recognizers RECOGNIZERS = new Recognizers();
  private static final Pattern GAP = Pattern.compile("\\t+| {3,}");

  /** Cells of a text with tabs are so far apart that none is longer. */
  private static final double COLUMN = 100_000;

  /** A label is not further above its value than so many lines. */
  private static final double FAR = 2.5;

  private final Document document;
  private final Setting setting;
  private final NavigableMap<Integer, Found> founds = new TreeMap<>();
  private final List<List<Cell>> rows = new ArrayList<>();
  private final NavigableMap<Integer, Place> places = new TreeMap<>();

  /** Where a cell stands in the rows. */
  record Place(Cell cell, int row, int column) {}

  Sheet(Document document, Setting setting) {
    this.document = document;
    this.setting = setting;
    for (Found found : RECOGNIZERS.find(document.text(), setting)) {
      founds.put(found.start(), found);
    }
    arrange(cells());
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    String text = document.text();
    boolean tabs = text.indexOf('\t') >= 0;
    List<Span> quoted =
        document.blocks().stream()
            .filter(block -> block.kind() == Block.Kind.QUOTED_REPLY)
            .map(Block::span)
            .toList();
    List<Words.Word> words = Words.of(text).all();
    int word = 0;
    int number = 0;
    for (int start = 0; start <= text.length(); number++) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int column = 0;
      for (Span span : split(text, start, end)) {
        List<Label> labels = new ArrayList<>();
        for (; word < words.size() && words.get(word).start() < span.end(); word++) {
          if (words.get(word).start() >= span.start()) {
            label(words.get(word), labels);
          }
        }
        if (quoted.stream().noneMatch(span::overlaps)) {
          double left = tabs ? column * COLUMN : span.start() - start;
          cells.add(cell(span, new Box(left, number, span.length(), 0.9), labels));
        }
        column++;
      }
      start = end + 1;
    }
    return cells;
  }

  private static List<Span> split(String text, int start, int end) {
    List<Span> spans = new ArrayList<>();
    Matcher gap = GAP.matcher(text).region(start, end);
    int at = start;
    while (gap.find()) {
      add(text, at, gap.start(), spans);
      at = gap.end();
    }
    add(text, at, end, spans);
    return spans;
  }

  private static void add(String text, int start, int end, List<Span> spans) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      spans.add(new Span(from, to));
    }
  }

  private void label(Words.Word word, List<Label> labels) {
    var before = founds.floorEntry(word.start());
    boolean inFound = before != null && before.getValue().end() > word.start();
    if (!inFound && word.folded().chars().noneMatch(Character::isDigit)) {
      labels.add(new Label(new Span(word.start(), word.end()), word.folded()));
    }
  }

  private Cell cell(Span span, Box inText, List<Label> labels) {
    List<Placed> boxes = document.places(span);
    return boxes.isEmpty()
        ? new Cell(span, 0, inText, labels)
        : new Cell(
            span,
            boxes.getFirst().page(),
            boxes.stream().map(Placed::box).reduce(Box::and).orElseThrow(),
            labels);
  }

  private void arrange(List<Cell> cells) {
    List<Cell> sorted =
        cells.stream()
            .sorted(
                Comparator.comparingInt(Cell::page)
                    .thenComparingDouble(cell -> cell.box().y() + cell.box().height() / 2)
                    .thenComparingInt(cell -> cell.span().start()))
            .toList();
    for (Cell cell : sorted) {
      if (rows.isEmpty() || !cell.inRowOf(rows.getLast().getFirst())) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(cell);
    }
    for (int row = 0; row < rows.size(); row++) {
      List<Cell> line = rows.get(row);
      line.sort(Comparator.comparingDouble(cell -> cell.box().x()));
      for (int column = 0; column < line.size(); column++) {
        Cell cell = line.get(column);
        places.put(cell.span().start(), new Place(cell, row, column));
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same document, not one like it
  boolean shows(Document other, Setting otherSetting) {
    return document == other && setting.equals(otherSetting);
  }

  Document document() {
    return document;
  }

  String text() {
    return document.text();
  }

  List<List<Cell>> rows() {
    return rows;
  }

  static List<String> words(List<Cell> row) {
    return row.stream().flatMap(cell -> cell.words().stream()).toList();
  }

  Iterable<Found> founds() {
    return founds.values();
  }

  /** What was recognised in a stretch. */
  Iterable<Found> founds(Span span) {
    return founds.subMap(span.start(), true, span.end(), false).values();
  }

  /** The cell of a place, or null between cells. */
  @Nullable Place at(int offset) {
    var entry = places.floorEntry(offset);
    return entry != null && entry.getValue().cell().span().end() > offset ? entry.getValue() : null;
  }

  /** The nearest cell in the column under a cell, or null. */
  @Nullable Cell under(Cell cell) {
    return next(cell, 1);
  }

  /** The nearest cell in the column over a cell, or null. */
  @Nullable Cell over(Cell cell) {
    return next(cell, -1);
  }

  /** Whether a cell may be the label of what stands under it; in running text no figures do. */
  boolean heads(Cell cell) {
    Place place = at(cell.span().start());
    return place != null
        && !cell.labels().isEmpty()
        && (cell.page() > 0
            || rows.get(place.row()).stream()
                .noneMatch(c -> c.span().of(text()).chars().anyMatch(Character::isDigit)));
  }

  private @Nullable Cell next(Cell cell, int step) {
    Place place = at(cell.span().start());
    if (place == null) {
      return null;
    }
    for (int row = place.row() + step; row >= 0 && row < rows.size(); row += step) {
      Cell first = rows.get(row).getFirst();
      double gap = step > 0 ? first.below(cell) : cell.below(first);
      if (first.page() != cell.page() || gap > FAR) {
        return null;
      }
      for (Cell other : rows.get(row)) {
        if (other.inColumnOf(cell)) {
          return other;
        }
      }
    }
    return null;
  }

  /** What stands in the head of a mail, or empty. */
  String header(String name) {
    return document.fields().stream()
        .filter(field -> field.source().equals("mail header"))
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }
}
