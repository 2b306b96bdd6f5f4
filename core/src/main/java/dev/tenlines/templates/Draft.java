package dev.tenlines.templates;

import dev.tenlines.templates.Lesson.Spot;
import java.util.List;
import java.util.Objects;

/** What a lesson shows of one value, from which anchors are made. */
record Draft(Sheet sheet, Sheet.Place place, Spot spot, Extent extent, Form form) {

  Anchor beside(Lead lead) {
    int cell = place.cell().span().start();
    int from = Math.max(cell, Math.min(lead.span().end(), spot.span().start()));
    return anchor(Anchor.Kind.BESIDE, lead.words(), lead.whole(), lead.skipped(), 0, signs(from));
  }

  Anchor under(Cell label, int down) {
    return anchor(
        Anchor.Kind.UNDER, label.words(), true, 0, down, signs(place.cell().span().start()));
  }

  /** The words of a label's line, which tell it from the same label elsewhere. */
  List<String> around(Cell label) {
    Sheet.Place line = Objects.requireNonNull(sheet.at(label.span().start()));
    return Sheet.words(sheet.rows().get(line.row()));
  }

  Anchor at() {
    return anchor(Anchor.Kind.AT, List.of(), true, 0, 0, signs(place.cell().span().start()));
  }

  private Anchor anchor(
      Anchor.Kind kind, List<String> words, boolean whole, int skip, int down, String gap) {
    boolean figures = spot.span().of(sheet.text()).chars().anyMatch(Character::isDigit);
    boolean at = kind == Anchor.Kind.AT;
    Cell cell = place.cell();
    return new Anchor(
        kind,
        words,
        List.of(),
        whole,
        words.size(),
        skip,
        down,
        extent,
        spot.part(),
        spot.reading(),
        form,
        gap,
        figures,
        at ? cell.page() : 0,
        at ? Math.round(cell.box().x()) : 0,
        at ? Math.round(cell.box().y()) : 0);
  }

  /** The signs between a place and the value, which are not the value's. */
  private String signs(int from) {
    StringBuilder signs = new StringBuilder();
    sheet
        .text()
        .substring(from, spot.span().start())
        .chars()
        .filter(c -> !Character.isLetterOrDigit(c) && !Character.isWhitespace(c))
        .distinct()
        .forEach(c -> signs.append((char) c));
    return signs.toString();
  }
}
