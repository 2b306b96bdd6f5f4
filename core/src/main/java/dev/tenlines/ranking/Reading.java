package dev.tenlines.ranking;

import dev.tenlines.dates.Times;
import dev.tenlines.document.Document;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Recognizers;
import dev.tenlines.ranking.Layout.Cell;
import dev.tenlines.text.Found;
import dev.tenlines.text.Recognizer;
import dev.tenlines.text.Setting;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;

/** What is read once in a document for all of its fields. */
final class Reading {
  private static final Recognizer ALL = new Recognizers();
  private static final Recognizer TIMES = new Times();
  private static final Shapes SHAPES = new Shapes();

  /** A line with so many words is one of a paragraph. */
  private static final int PROSE = 13;

  private final Document document;
  private final Setting setting;
  private final Layout layout;
  private final Map<Recognizer, List<Found>> found = new ConcurrentHashMap<>();
  private final List<Mention> days;
  private final List<Mention> amounts;
  private final List<Mention> durations;
  private final Sums sums;

  /** Where names of companies may end. */
  private final BitSet forms = new BitSet();

  private final int[] natures;

  Reading(Document document, Setting setting) {
    this.document = document;
    this.setting = setting;
    layout = new Layout(document);
    days = SHAPES.days(document.text(), setting);
    amounts = Shapes.amounts(document.text());
    durations = Shapes.durations(document.text());
    sums = new Sums(layout, amounts);
    Matcher form = Names.LEGAL_FORM.matcher(document.text());
    while (form.find()) {
      forms.set(form.end());
    }
    natures = new int[layout.cells().size()];
    for (int i = 0; i < natures.length; i++) {
      natures[i] = Nature.of(this, layout.cells().get(i));
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same document, not one like it
  boolean isOf(Document other, Setting its) {
    return document == other && setting.equals(its);
  }

  String text() {
    return document.text();
  }

  Layout layout() {
    return layout;
  }

  /** What is recognised in the text that may be a value of a type. */
  List<Found> found(FieldType type) {
    Recognizer recognizer =
        switch (type) {
          case DATE, TIME, MOMENT, DURATION -> TIMES;
          default -> ALL;
        };
    return Mentions.isText(type) && type != FieldType.CODE
        ? List.of()
        : found.computeIfAbsent(recognizer, r -> r.find(document.text(), setting));
  }

  List<Mention> days() {
    return days;
  }

  List<Mention> amounts() {
    return amounts;
  }

  List<Mention> durations() {
    return durations;
  }

  Sums sums() {
    return sums;
  }

  /** Where a legal form ends after a place; at the end of a text or before it, else -1. */
  int formAfter(int place, int end) {
    int at = forms.nextSetBit(place + 1);
    return at <= end ? at : -1;
  }

  /** What sort of line a cell is. */
  int nature(int cell) {
    return natures[cell];
  }

  boolean isProse(int cell) {
    Cell own = layout.cells().get(cell);
    return own.tokens() > PROSE && own.span().length() > 70 || own.tokens() > 2 * PROSE;
  }
}
