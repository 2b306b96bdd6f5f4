package dev.tenlines.labels;

import dev.tenlines.document.Box;
import dev.tenlines.document.Span;
import java.util.List;

/**
 * A stretch of a line without a wide gap.
 *
 * @param from index of its first word
 * @param to index after its last word
 */
record Cell(Span span, int line, int page, Box box, int from, int to) {
  /** Lines whose boxes share so much of the lower one's height are one. */
  private static final double SHARED = 0.5;

  double right() {
    return box.x() + box.width();
  }

  double bottom() {
    return box.y() + box.height();
  }

  /** Whether both stand beside each other. */
  boolean besides(Cell other) {
    double shared = Math.min(bottom(), other.bottom()) - Math.max(box.y(), other.box.y());
    return page == other.page && shared >= SHARED * Math.min(box.height(), other.box.height());
  }

  static boolean overlap(Box one, Box two) {
    return one.x() < two.x() + two.width() && two.x() < one.x() + one.width();
  }

  /** How far their columns lie apart, whether they are flush left, centred or flush right. */
  static double apart(Box one, Box two) {
    double left = Math.abs(one.x() - two.x());
    double end = Math.abs(one.x() + one.width() - two.x() - two.width());
    double middle = Math.abs(one.x() + one.width() / 2 - two.x() - two.width() / 2);
    return Math.min(left, Math.min(end, middle));
  }

  /** The cells of a row from left to right. */
  record Row(List<Cell> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }
}
