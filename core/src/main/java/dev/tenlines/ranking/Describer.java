package dev.tenlines.ranking;

import dev.tenlines.document.Box;
import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.ranking.Layout.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of a mention what may speak for or against it: its own words, its place, its neighbours. */
final class Describer {
  private static final int NEAR = 5;
  private static final int AROUND = 12;

  private final Reading reading;
  private final Layout layout;
  private final Tokens tokens;
  private final FieldSpec field;
  private final boolean text;
  private final Set<Long> labels = new HashSet<>();

  Describer(Reading reading, FieldSpec field) {
    this.reading = reading;
    this.layout = reading.layout();
    this.tokens = layout.tokens();
    this.field = field;
    text = Mentions.isText(field.type());
    for (String label : field.labels()) {
      Tokens words = Tokens.of(label);
      for (int i = 0; i < words.size(); i++) {
        labels.add(words.code(i));
      }
    }
  }

  long[] describe(Mention mention) {
    Features out = new Features();
    Span span = mention.span();
    int firstCell = layout.cellAt(span.start());
    int lastCell = layout.cellAt(span.end() - 1);
    Cell first = layout.cells().get(firstCell);
    Cell last = layout.cells().get(lastCell);
    int from = tokens.from(span.start());
    int to = tokens.from(span.end());
    out.add("kind", mention.kind().code());
    shape(mention, out);
    place(first, last, out);
    if (text) {
      words(from, to, out);
      seams(firstCell, lastCell, span, out);
    }
    line(first, from, last, to, out);
    around(from, to, out);
    if (field.type() == FieldType.MONEY || field.type() == FieldType.NUMBER) {
      reading.sums().describe(mention.value(), out);
    }
    return out.distinct();
  }

  private void shape(Mention mention, Features out) {
    String own = mention.text();
    int digits = 0;
    int upper = 0;
    int letters = 0;
    int lines = 1;
    for (int i = 0; i < own.length(); i++) {
      char c = own.charAt(i);
      digits += Character.isDigit(c) ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
      upper += Character.isUpperCase(c) ? 1 : 0;
      lines += c == '\n' ? 1 : 0;
    }
    out.add("length", Features.step(own.length()));
    out.add("digits", digits * 6L / own.length());
    out.add("capitals", letters == 0 ? -1 : upper * 4L / letters);
    out.add("lines", lines);
    out.add("first sign", kind(own.charAt(0)));
    out.add("last sign", kind(own.charAt(own.length() - 1)));
    out.add("opens", own.indexOf('(') >= 0 && own.indexOf(')') < 0);
    out.add("closes", own.indexOf(')') >= 0 && own.indexOf('(') < 0);
    if (!text) {
      out.add("shape", pattern(own));
    }
  }

  private static int kind(char c) {
    return Character.isDigit(c) ? 1 : Character.isLetter(c) ? 2 : c;
  }

  /** The text with one sign for every digit and one for every run of letters. */
  private static long pattern(String own) {
    long hash = Hash.SEED;
    boolean word = false;
    for (int i = 0; i < own.length(); i++) {
      char c = own.charAt(i);
      if (!Character.isLetter(c)) {
        hash = Hash.of(hash, Character.isDigit(c) ? '9' : c);
      } else if (!word) {
        hash = Hash.of(hash, 'a');
      }
      word = Character.isLetter(c);
    }
    return hash;
  }

  private void place(Cell first, Cell last, Features out) {
    int rows = layout.rows();
    out.add("row", Math.min(first.row(), 15));
    out.add("row step", Features.step(first.row()));
    out.add("rows below", Features.step(rows - 1 - last.row()));
    out.add("share", first.row() * 10L / rows);
    out.add("column", first.column(), layout.row(first.row()).size());
    out.add("last of row", last.column() == layout.row(last.row()).size() - 1);
    out.add("blank above", Math.min(first.blank(), 3));
    List<Cell> next = layout.row(last.row() + 1);
    out.add("blank below", next.isEmpty() ? 4 : Math.min(next.getFirst().blank(), 3));
    Box box = first.box();
    if (box != null && first.place() != null) {
      double left = layout.across(box.x());
      double right = layout.across(box.x() + box.width());
      out.add("size", Math.round(4 * box.height() / Math.max(layout.height(), 0.1)));
      out.add("left", (int) (left * 6));
      out.add("right", (int) (right * 6));
      out.add("centre", Math.round(Math.abs(left + right - 1) * 6));
      List<Cell> before = layout.row(first.row() - 1);
      Box above = before.isEmpty() ? null : before.getFirst().box();
      if (above != null) {
        double gap = (box.y() - above.y() - above.height()) / Math.max(layout.height(), 0.1);
        out.add("gap", Math.clamp(Math.round(gap * 2), -3, 6));
        out.add("taller", Math.clamp(Math.round(6 * (box.height() / above.height() - 1)), -4, 4));
      }
    }
  }

  private void words(int from, int to, Features out) {
    long all = Hash.SEED;
    int streets = 0;
    int postcodes = 0;
    for (int i = from; i < to; i++) {
      long code = tokens.code(i);
      all = Hash.of(all, code);
      out.add("word", code);
      if (i > from) {
        out.add("words", tokens.code(i - 1), code);
      }
      streets += Names.ofStreet(code) ? 1 : 0;
      int digits = tokens.end(i) - tokens.start(i);
      boolean number = Character.isDigit(reading.text().charAt(tokens.start(i)));
      postcodes += number && (digits == 5 || digits == 6) ? 1 : 0;
    }
    if (to > from) {
      out.add("first word", tokens.code(from));
      out.add("last word", tokens.code(to - 1));
      out.add("end", to - 2 >= from ? tokens.code(to - 2) : 0, tokens.code(to - 1));
    }
    out.add("all words", all);
    out.add("number of words", Math.min(to - from, 12));
    out.add("streets", Math.min(streets, 5));
    out.add("postcodes", postcodes);
    int begin = to > from ? tokens.start(from) : 0;
    int end = to > from ? tokens.end(to - 1) : 0;
    int forms = 0;
    boolean atEnd = false;
    for (int at = reading.formAfter(begin, end + 1); at >= 0; at = reading.formAfter(at, end + 1)) {
      forms++;
      atEnd = at >= end - 1;
    }
    out.add("legal forms", Math.min(forms, 3), atEnd ? 1 : 0);
  }

  /** Where a stretch of lines begins and ends, and how its lines meet. */
  private void seams(int firstCell, int lastCell, Span span, Features out) {
    List<Cell> cells = layout.cells();
    Cell first = cells.get(firstCell);
    Cell last = cells.get(lastCell);
    boolean whole = first.span().start() == span.start() && last.span().end() == span.end();
    out.add("from start to end", first.span().start() == span.start() ? whole ? 2 : 1 : 0);
    out.add("to end", last.span().end() == span.end());
    for (int i = firstCell + 1; i <= lastCell; i++) {
      Cell before = cells.get(i - 1);
      Cell own = cells.get(i);
      out.add("seam", tokens.code(before.last() - 1), tokens.code(own.first()));
      out.add("seam end", tokens.code(before.last() - 1));
      out.add("seam start", tokens.code(own.first()));
      out.add("seam row", own.row() == before.row());
      out.add("inner line", reading.nature(i));
      gap("seam", before, own, out);
    }
    out.add("first line", reading.nature(firstCell));
    out.add("last line", reading.nature(lastCell));
    if (firstCell > 0) {
      Cell before = cells.get(firstCell - 1);
      out.add("line before", reading.nature(firstCell - 1), reading.nature(firstCell));
      out.add("ends before", tokens.code(before.last() - 1));
      gap("before", before, first, out);
    }
    if (lastCell + 1 < cells.size()) {
      Cell after = cells.get(lastCell + 1);
      out.add("line after", reading.nature(lastCell), reading.nature(lastCell + 1));
      out.add("starts after", tokens.code(after.first()));
      out.add("after the end", tokens.code(last.last() - 1), reading.nature(lastCell + 1));
      gap("after", last, after, out);
    }
  }

  private void gap(String name, Cell upper, Cell lower, Features out) {
    Box a = upper.box();
    Box b = lower.box();
    if (a != null && b != null && layout.height() > 0) {
      double gap = (b.y() - a.y() - a.height()) / layout.height();
      out.add(name + " gap", Math.clamp(Math.round(gap * 2), -3, 6));
      double taller = b.height() / Math.max(a.height(), 0.1) - 1;
      out.add(name + " taller", Math.clamp(Math.round(taller * 5), -4, 5));
    }
  }

  private void line(Cell first, int from, Cell last, int to, Features out) {
    List<Cell> row = layout.row(first.row());
    int start = row.getFirst().first();
    long phrase = Hash.SEED;
    boolean labelled = false;
    for (int i = start; i < from; i++) {
      out.add("on the left", tokens.code(i));
      labelled |= labels.contains(tokens.code(i));
      phrase = Hash.of(phrase, tokens.code(i));
    }
    out.add("left phrase", phrase);
    out.add("nothing left", start == from);
    int end = layout.row(last.row()).getLast().last();
    for (int i = to; i < end && i < to + 4; i++) {
      out.add("on the right", tokens.code(i));
    }
    out.add("nothing right", end == to);
    Cell above = layout.above(first);
    if (above != null) {
      bag("above", above, out);
      out.add("label above", holds(above));
    }
    boolean alone = start == from;
    for (Cell cell : layout.row(first.row() - 1)) {
      bag(alone ? "row before, alone" : "row before", cell, out);
    }
    for (Cell cell : layout.row(last.row() + 1)) {
      bag("row after", cell, out);
    }
    for (Cell cell : layout.row(first.row() - 2)) {
      bag(alone ? "second row before, alone" : "second row before", cell, out);
    }
    out.add("label", labelled);
    out.add("goes on before", from > 0 && near(from - 1, from) && capital(from - 1));
    out.add("goes on after", to < tokens.size() && near(to - 1, to) && capital(to));
    out.add(
        "form after",
        to < tokens.size()
            && reading.formAfter(
                    last.span().start(), tokens.end(Math.min(to + 1, tokens.size() - 1)))
                >= tokens.end(to - 1) + 1);
  }

  private boolean near(int token, int next) {
    return tokens.start(next) - tokens.end(token) <= 1;
  }

  private boolean capital(int token) {
    return Character.isUpperCase(reading.text().charAt(tokens.start(token)));
  }

  private void bag(String name, Cell cell, Features out) {
    for (int i = cell.first(); i < Math.min(cell.last(), cell.first() + 10); i++) {
      out.add(name, tokens.code(i));
    }
  }

  private boolean holds(Cell cell) {
    for (int i = cell.first(); i < cell.last(); i++) {
      if (labels.contains(tokens.code(i))) {
        return true;
      }
    }
    return false;
  }

  /** The words before and after, wherever lines end. */
  private void around(int from, int to, Features out) {
    for (int i = 1; i <= NEAR && from - i >= 0; i++) {
      out.add("before", i, tokens.code(from - i));
      if (i > 1) {
        out.add("two before", tokens.code(from - i), tokens.code(from - i + 1));
      }
    }
    if (from >= 3) {
      long three = Hash.of(tokens.code(from - 3), tokens.code(from - 2));
      out.add("three before", three, tokens.code(from - 1));
    }
    for (int i = 0; i < NEAR && to + i < tokens.size(); i++) {
      out.add("after", i, tokens.code(to + i));
      if (i > 0) {
        out.add("two after", tokens.code(to + i - 1), tokens.code(to + i));
      }
    }
    for (int i = Math.max(0, from - AROUND); i < from; i++) {
      out.add("near before", tokens.code(i));
    }
    for (int i = to; i < Math.min(tokens.size(), to + AROUND); i++) {
      out.add("near after", tokens.code(i));
    }
  }

  /** Where the words stand that name it: those left of it on its line, or null. */
  @Nullable Span label(Mention mention) {
    Cell cell = layout.cells().get(layout.cellAt(mention.span().start()));
    Span before = Layout.trimmed(reading.text(), cell.span().start(), mention.span().start());
    if (before.length() > 0) {
      return before.length() <= 60 ? before : null;
    }
    List<Cell> row = layout.row(cell.row());
    return cell.column() > 0 ? row.get(cell.column() - 1).span() : null;
  }
}
