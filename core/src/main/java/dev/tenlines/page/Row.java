package dev.tenlines.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words on one line, in runs that stand apart like the cells of a table. */
record Row(List<List<Word>> cells) {
  private static final double CELL_GAP = 1.4;

  /** The rows of words that are written in one direction, from top to bottom. */
  static List<Row> of(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(Word::y).thenComparingDouble(Word::x));
    List<Row> rows = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    for (Word word : sorted) {
      if (!line.isEmpty() && !beside(line, word)) {
        rows.add(row(line));
        line = new ArrayList<>();
      }
      line.add(word);
    }
    if (!line.isEmpty()) {
      rows.add(row(line));
    }
    return rows;
  }

  private static boolean beside(List<Word> line, Word word) {
    Word first = line.getFirst();
    return word.y() - first.y() <= 0.5 * Math.min(word.size(), first.size());
  }

  private static Row row(List<Word> line) {
    line.sort(Comparator.comparingDouble(Word::x));
    List<List<Word>> cells = new ArrayList<>();
    List<Word> cell = new ArrayList<>();
    for (Word word : line) {
      if (!cell.isEmpty() && word.x() - cell.getLast().end() > CELL_GAP * word.size()) {
        cells.add(cell);
        cell = new ArrayList<>();
      }
      cell.add(word);
    }
    cells.add(cell);
    long foreign = line.stream().filter(Word::rightToLeft).count();
    return new Row(foreign * 2 > line.size() ? mirrored(cells) : cells);
  }

  private static List<List<Word>> mirrored(List<List<Word>> cells) {
    return cells.reversed().stream()
        .map(cell -> (List<Word>) new ArrayList<>(cell.reversed()))
        .toList();
  }

  List<Word> words() {
    return cells.stream().flatMap(List::stream).toList();
  }

  double y() {
    return cells.getFirst().getFirst().y();
  }

  double size() {
    return words().stream().mapToDouble(Word::size).max().orElse(1);
  }

  int length() {
    return words().stream().mapToInt(w -> w.text().length() + 1).sum();
  }
}
