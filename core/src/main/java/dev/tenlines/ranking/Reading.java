package dev.tenlines.ranking;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Recognizers;
import dev.tenlines.ranking.Layout.Cell;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.util.List;

/** What is read once in a document for all of its fields. */
final class Reading {
  private static final Recognizers RECOGNIZERS = new Recognizers();
  private static final Shapes SHAPES = new Shapes();

  /** A line with so many words is one of a paragraph. */
  private static final int PROSE = 13;

  private final Document document;
  private final Setting setting;
  private final Layout layout;
  private final List<Found> found;
  private final List<Mention> days;
  private final List<Mention> amounts;
  private final Sums sums;

  Reading(Document document, Setting setting) {
    this.document = document;
    this.setting = setting;
    layout = new Layout(document);
    found = RECOGNIZERS.find(document.text(), setting);
    days = SHAPES.days(document.text(), setting);
    amounts = Shapes.amounts(document.text());
    sums = new Sums(layout, amounts);
  }

  boolean isOf(Document other, Setting its) {
    return document == other && setting.equals(its);
  }

  String text() {
    return document.text();
  }

  Layout layout() {
    return layout;
  }

  List<Found> found() {
    return found;
  }

  List<Mention> days() {
    return days;
  }

  List<Mention> amounts() {
    return amounts;
  }

  Sums sums() {
    return sums;
  }

  boolean isProse(int cell) {
    Cell own = layout.cells().get(cell);
    return own.tokens() > PROSE && own.span().length() > 70 || own.tokens() > 2 * PROSE;
  }
}
