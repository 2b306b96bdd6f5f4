package dev.tenlines.templates;

import dev.tenlines.document.Box;
import dev.tenlines.document.Span;
import java.util.List;

/**
 * Text that stands alone on a line or between wide gaps.
 *
 * @param page from one; zero in a text without pages
 * @param box its place on the page; in a text without pages in columns and lines
 * @param labels its words that a sender may always write: no figures, dates or amounts
 */
record Cell(Span span, int page, Box box, List<Label> labels) {

  /**
   * One word.
   *
   * @param folded lower case, without accents
   */
  record Label(Span span, String folded) {}

  List<String> words() {
    return labels.stream().map(Label::folded).toList();
  }

  /** Whether one stands above or below the other. */
  boolean inColumnOf(Cell other) {
    return page == other.page
        && box.x() < other.box.x() + other.box.width()
        && other.box.x() < box.x() + box.width();
  }

  boolean inRowOf(Cell other) {
    double middle = box.y() + box.height() / 2;
    return page == other.page
        && middle >= other.box.y()
        && middle <= other.box.y() + other.box.height();
  }

  /** How far this begins under the end of another, in lines. */
  double below(Cell other) {
    return (box.y() - other.box.y() - other.box.height()) / Math.max(0.1, other.box.height());
  }
}
