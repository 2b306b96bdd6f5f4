package dev.tenlines.templates;

import dev.tenlines.document.Span;
import dev.tenlines.templates.Cell.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that lead to a place on its line: those before it in its cell, otherwise those of the
 * nearest cell to the left that has any.
 *
 * @param words the nearest, in their order
 * @param whole whether they are all that stands there
 * @param skipped figures between the words and the place
 */
record Lead(List<String> words, boolean whole, int skipped, Span span) {
  private static final int LONGEST = 4;

  /** What leads to a place, or null where nothing does. */
  static @Nullable Lead to(Sheet sheet, int offset) {
    Sheet.Place place = sheet.at(offset);
    if (place == null) {
      return null;
    }
    List<Cell> row = sheet.rows().get(place.row());
    int skipped = 0;
    for (int column = place.column(); column >= 0; column--) {
      Cell cell = row.get(column);
      boolean own = column == place.column();
      int until = own ? offset : cell.span().end();
      List<Label> before =
          cell.labels().stream().filter(label -> label.span().end() <= until).toList();
      if (!before.isEmpty()) {
        int from = before.getLast().span().end();
        return of(before, skipped + figures(sheet.text().substring(from, until)));
      }
      skipped += figures(sheet.text().substring(cell.span().start(), until));
    }
    return wrapped(sheet, place, skipped);
  }

  /** In running text the words of the line before lead on. */
  private static @Nullable Lead wrapped(Sheet sheet, Sheet.Place place, int skipped) {
    if (place.cell().page() > 0 || place.row() == 0) {
      return null;
    }
    Cell last = sheet.rows().get(place.row() - 1).getLast();
    boolean next = sheet.rows().get(place.row()).getFirst().box().y() - last.box().y() < 1.5;
    boolean open =
        !last.labels().isEmpty()
            && figures(
                    sheet.text().substring(last.labels().getLast().span().end(), last.span().end()))
                == 0;
    return next && open ? of(last.labels(), skipped) : null;
  }

  private static Lead of(List<Label> before, int skipped) {
    List<Label> near = before.subList(Math.max(0, before.size() - LONGEST), before.size());
    return new Lead(
        near.stream().map(Label::folded).toList(),
        near.size() == before.size(),
        skipped,
        new Span(near.getFirst().span().start(), near.getLast().span().end()));
  }

  private static int figures(String text) {
    int figures = 0;
    for (String token : text.split("\\s+")) {
      figures += token.chars().anyMatch(Character::isDigit) ? 1 : 0;
    }
    return figures;
  }
}
