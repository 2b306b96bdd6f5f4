package dev.tenlines.labels;

import dev.tenlines.document.Box;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Binds the values of a field to a label above them: in lists, tables and addresses. */
final class Columns {
  static final double BELOW = 0.88;
  private static final double HEADED = 0.92;
  private static final int ROWS = 3;
  private static final int TABLE_ROWS = 60;
  private static final int ADDRESS_LINES = 6;

  /** Columns further apart are not the same, in points. */
  private static final double APART = 30;

  /** Lines further apart do not belong together, in heights of a line. */
  private static final double GAP = 3.2;

  private final Sheet sheet;
  private final FieldSpec field;
  private final Forms forms;
  private final Phrases phrases;

  Columns(Sheet sheet, FieldSpec field, Forms forms, Phrases phrases) {
    this.sheet = sheet;
    this.field = field;
    this.forms = forms;
    this.phrases = phrases;
  }

  /** The values that a label names in the lines under it. */
  List<Bound> below(Mark mark) {
    Box box = sheet.cells.box(mark.span());
    boolean header = isHeader(mark.cell());
    if (header && field.type() == FieldType.MONEY) {
      return column(mark, box);
    }
    if (field.type() == FieldType.ADDRESS) {
      List<Cell> block = block(mark);
      return block.isEmpty() ? List.of() : List.of(Bound.of(phrases.block(block), BELOW, mark));
    }
    double score = header ? HEADED : BELOW;
    double bottom = box.y() + box.height();
    for (Cell.Row row : sheet.cells.below(mark.cell(), ROWS)) {
      Typed nearest = null;
      double distance = Double.MAX_VALUE;
      for (Cell cell : row.cells()) {
        for (Typed typed : typed(cell)) {
          Box place = sheet.cells.box(typed.span());
          double apart = Cell.apart(box, place);
          if ((Cell.overlap(box, place) || apart < APART) && apart < distance) {
            nearest = typed;
            distance = apart;
          }
        }
      }
      double gap = (row.cells().getFirst().box().y() - bottom) / Math.max(1, box.height());
      if (gap > GAP) {
        return List.of();
      }
      if (nearest != null) {
        return isClaimed(nearest, mark) ? List.of() : List.of(Bound.of(nearest, score, mark));
      }
      boolean blocked =
          row.cells().stream()
              .anyMatch(c -> Cell.overlap(box, c.box()) && (!header || sheet.isLabelled(c)));
      if (blocked
          && !(header && sheet.isLabelled(row.cells().getFirst()) && ROWS > 1 && stacked(row))) {
        return List.of();
      }
      score *= 0.93;
    }
    return List.of();
  }

  /** A second line of headings under the first. */
  private boolean stacked(Cell.Row row) {
    return row.cells().size() > 1 && row.cells().stream().allMatch(sheet::isLabelled);
  }

  private List<Typed> typed(Cell cell) {
    if (!forms.anyWords()) {
      return forms.in(cell.span().start(), cell.span().end());
    }
    Typed words = isLabel(cell) ? null : phrases.named(cell.span().start(), cell.span().end());
    return words == null ? List.of() : List.of(words);
  }

  /** Whether another label stands in front of a value on its own line. */
  private boolean isClaimed(Typed typed, Mark mark) {
    Cell cell = sheet.cells.at(typed.span().start());
    Mark other = sheet.markIn(cell.span().start(), typed.span().start());
    return other != null && !other.bare() && !other.span().equals(mark.span());
  }

  /** Whether the cells of a line are labels of columns. */
  private boolean isHeader(Cell cell) {
    List<Cell> row = sheet.cells.row(cell);
    long labels = row.stream().filter(sheet::isLabelled).count();
    boolean values =
        row.stream()
            .flatMap(c -> sheet.found(c.span().start(), c.span().end()).stream())
            .anyMatch(found -> found.text().chars().anyMatch(Character::isDigit));
    boolean several = labels > 1 || row.size() == 1 && several(cell);
    return several && !values;
  }

  private boolean several(Cell cell) {
    Mark first = sheet.markIn(cell.span().start(), cell.span().end());
    return first != null && sheet.markIn(first.span().end(), cell.span().end()) != null;
  }

  /** The amount of a column of a table: that in the row of totals, else the only one. */
  private List<Bound> column(Mark mark, Box box) {
    List<Typed> amounts = new ArrayList<>();
    for (Cell.Row row : sheet.cells.below(mark.cell(), TABLE_ROWS)) {
      Typed nearest =
          row.cells().stream()
              .flatMap(cell -> typed(cell).stream())
              .filter(t -> near(box, t))
              .min(Comparator.comparingDouble(t -> Cell.apart(box, sheet.cells.box(t.span()))))
              .orElse(null);
      if (nearest == null) {
        continue;
      }
      amounts.add(nearest);
      long values = row.cells().stream().filter(cell -> !typed(cell).isEmpty()).count();
      boolean total =
          row.cells().stream()
              .map(c -> sheet.markIn(c.span().start(), c.span().end()))
              .anyMatch(m ->
                  m != null
                      && isTotal(m, mark, values)
                      && m.span().start() < nearest.span().start());
      if (total) {
        return List.of(Bound.of(nearest, HEADED, mark));
      }
    }
    return amounts.size() == 1 ? List.of(Bound.of(amounts.getFirst(), 0.8, mark)) : List.of();
  }

  /** The label of a row with one amount names that amount; with several, it names the row. */
  private static boolean isTotal(Mark row, Mark column, long values) {
    boolean same = row.meanings().stream().anyMatch(m -> column.tier(m.concept()) != null);
    return same || values > 1 && row.names("amount");
  }

  private boolean near(Box box, Typed typed) {
    Box place = sheet.cells.box(typed.span());
    return Cell.overlap(box, place) || Cell.apart(box, place) < APART / 2;
  }

  /** The lines under a label that stand in its column, without a gap or another label. */
  private List<Cell> block(Mark mark) {
    List<Cell> block = new ArrayList<>();
    Box above = mark.cell().box();
    for (Cell.Row row : sheet.cells.below(mark.cell(), 3 * ADDRESS_LINES)) {
      Cell next =
          row.cells().stream()
              .filter(c -> Math.abs(c.box().x() - mark.cell().box().x()) < APART)
              .findFirst()
              .orElse(null);
      if (next == null) {
        continue;
      }
      double gap = (next.box().y() - above.y() - above.height()) / Math.max(1, above.height());
      if (gap > (block.isEmpty() ? GAP : GAP / 2)
          || sheet.isLabelled(next)
          || block.size() == ADDRESS_LINES) {
        break;
      }
      block.add(next);
      above = next.box();
    }
    return block;
  }

  /** Whether a cell is a label, or begins with one and its sign; words may hold other labels. */
  boolean isLabel(Cell cell) {
    Mark first = sheet.markIn(cell.span().start(), cell.span().end());
    return first != null
        && first.first() == cell.from()
        && (sheet.isSigned(first) || first.span().end() + 1 >= cell.span().end());
  }
}
