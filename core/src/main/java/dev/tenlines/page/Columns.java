package dev.tenlines.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The reading order of a page: line by line, but running text in columns is read column by column.
 * Columns of prose are told from tables by the length of what stands in them.
 */
final class Columns {
  private static final int FEWEST_ROWS = 5;
  private static final int PROSE = 22;
  private static final int MOST_WORDS = 30_000;

  private Columns() {}

  /** Groups of rows; each group is read to its end before the next. */
  static List<List<Row>> of(List<Word> words) {
    List<List<Row>> groups = new ArrayList<>();
    split(words, groups, 0);
    return groups;
  }

  private static void split(List<Word> words, List<List<Row>> groups, int depth) {
    List<Row> rows = Row.of(words);
    double left = words.stream().mapToDouble(Word::x).min().orElse(0);
    double right = words.stream().mapToDouble(Word::end).max().orElse(0);
    if (depth < 4 && words.size() < MOST_WORDS && rows.size() >= FEWEST_ROWS) {
      double step = Math.max((right - left) / 60, 1);
      for (double at = left + (right - left) * 0.5, off = 0;
          off < (right - left) * 0.24;
          off += step) {
        for (double gutter : new double[] {at + off, at - off}) {
          int[] band = band(rows, gutter);
          if (band[1] - band[0] >= FEWEST_ROWS) {
            divide(rows, band, gutter, groups, depth);
            return;
          }
        }
      }
    }
    if (!rows.isEmpty()) {
      groups.add(rows);
    }
  }

  private static void divide(
      List<Row> rows, int[] band, double gutter, List<List<Row>> groups, int depth) {
    above(rows.subList(0, band[0]), groups, depth);
    List<Word> within = words(rows.subList(band[0], band[1]));
    split(within.stream().filter(w -> w.x() < gutter).toList(), groups, depth + 1);
    split(within.stream().filter(w -> w.x() >= gutter).toList(), groups, depth + 1);
    above(rows.subList(band[1], rows.size()), groups, depth);
  }

  private static void above(List<Row> rows, List<List<Row>> groups, int depth) {
    if (!rows.isEmpty()) {
      split(words(rows), groups, depth + 1);
    }
  }

  private static List<Word> words(List<Row> rows) {
    return rows.stream().flatMap(row -> row.words().stream()).toList();
  }

  /** The longest run of rows that leave the gutter free, with prose on both sides of it. */
  private static int[] band(List<Row> rows, double gutter) {
    int[] best = {0, 0};
    int from = 0;
    for (int i = 0; i <= rows.size(); i++) {
      boolean free = i < rows.size() && free(rows.get(i), gutter);
      if (!free) {
        if (i - from > best[1] - best[0] && prose(rows.subList(from, i), gutter)) {
          best = new int[] {from, i};
        }
        from = i + 1;
      }
    }
    return best;
  }

  private static boolean free(Row row, double gutter) {
    double nearLeft = Double.NEGATIVE_INFINITY;
    double nearRight = Double.POSITIVE_INFINITY;
    for (Word word : row.words()) {
      if (word.x() < gutter && word.end() > gutter) {
        return false;
      }
      if (word.end() <= gutter) {
        nearLeft = Math.max(nearLeft, word.end());
      } else {
        nearRight = Math.min(nearRight, word.x());
      }
    }
    return nearRight - nearLeft > row.size() * 0.9;
  }

  private static boolean prose(List<Row> rows, double gutter) {
    int left = 0;
    int right = 0;
    int leftRows = 0;
    int rightRows = 0;
    int cells = 0;
    for (Row row : rows) {
      int l = 0;
      int r = 0;
      for (Word word : row.words()) {
        if (word.x() < gutter) {
          l += word.text().length() + 1;
        } else {
          r += word.text().length() + 1;
        }
      }
      left += l;
      right += r;
      leftRows += l > 0 ? 1 : 0;
      rightRows += r > 0 ? 1 : 0;
      cells += row.cells().size();
    }
    return leftRows >= FEWEST_ROWS
        && rightRows >= FEWEST_ROWS
        && left / leftRows >= PROSE
        && right / rightRows >= PROSE
        && cells <= rows.size() * 3;
  }
}
