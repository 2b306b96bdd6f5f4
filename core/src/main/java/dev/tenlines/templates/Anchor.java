package dev.tenlines.templates;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.templates.Cell.Label;
import dev.tenlines.text.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What tells where a value stands: the words beside or above it, or its place on the page.
 *
 * @param words the label
 * @param around the words of the label's line, where only they tell it from another; mostly empty
 * @param least so many of its last words have to stand there
 * @param skip figures between the label and the value on its line
 * @param down how many cells under its label the value stands
 * @param reading which of several readings is meant, such as the day before the month
 * @param gap signs between label and value that are not the value's
 * @param figures whether the value has digits
 * @param page where the value begins, for a place on a page; otherwise zero
 */
public record Anchor(
    Kind kind,
    List<String> words,
    List<String> around,
    boolean whole,
    int least,
    int skip,
    int down,
    Extent extent,
    Part part,
    int reading,
    Form form,
    String gap,
    boolean figures,
    int page,
    double x,
    double y) {
  /** Printers move things by so many points. */
  private static final double NEAR = 4;

  private static final int LONGEST = 1_000;

  enum Kind {
    BESIDE,
    UNDER,
    AT
  }

  public Anchor {
    words = List.copyOf(words);
    around = List.copyOf(around);
  }

  /**
   * A place that the anchor points to.
   *
   * @param strength how many words of the label stand there
   */
  record Hit(Span span, Object value, Span label, int strength) {}

  Anchor asking(int words) {
    return new Anchor(
        kind,
        this.words,
        around,
        whole,
        words,
        skip,
        down,
        extent,
        part,
        reading,
        form,
        gap,
        figures,
        page,
        x,
        y);
  }

  /** The same where its label stands on a line with these words. */
  Anchor among(List<String> line) {
    return new Anchor(
        kind, words, line, whole, least, skip, down, extent, part, reading, form, gap, figures,
        page, x, y);
  }

  /** Labels beside a value and right above it are seldom another's. */
  boolean strong() {
    return switch (kind) {
      case BESIDE -> skip == 0;
      case UNDER -> down == 1;
      case AT -> false;
    };
  }

  /** The places that its label leads to; none where it does not stand. */
  List<Hit> hits(Sheet sheet, FieldSpec field) {
    return switch (kind) {
      case BESIDE -> beside(sheet, field);
      case UNDER -> under(sheet, field);
      case AT -> at(sheet, field);
    };
  }

  /** The place with the most words of the label; null where such places say different things. */
  @Nullable Hit only(Sheet sheet, FieldSpec field) {
    List<Hit> hits = hits(sheet, field);
    int strongest = hits.stream().mapToInt(Hit::strength).max().orElse(0);
    List<Hit> best = hits.stream().filter(hit -> hit.strength() == strongest).toList();
    return !best.isEmpty()
            && best.stream().allMatch(hit -> Same.value(hit.value(), best.getFirst().value()))
        ? best.getFirst()
        : null;
  }

  private List<Hit> beside(Sheet sheet, FieldSpec field) {
    List<Hit> hits = new ArrayList<>();
    if (extent.kind() == Extent.Kind.RECOGNISED) {
      for (Found found : sheet.founds()) {
        beside(sheet, found.start(), recognised(found, field), hits);
      }
    } else {
      for (int start : starts(sheet)) {
        beside(sheet, start, free(sheet, start, field), hits);
      }
    }
    return hits;
  }

  private void beside(Sheet sheet, int start, @Nullable Hit hit, List<Hit> hits) {
    Lead lead = hit == null ? null : Lead.to(sheet, start);
    if (hit != null && lead != null && lead.skipped() == skip) {
      int strength = shared(lead);
      if (strength >= least) {
        hits.add(new Hit(hit.span(), hit.value(), lead.span(), strength));
      }
    }
  }

  /** How many words before a place are the label's last; a whole label is there or is not. */
  private int shared(Lead lead) {
    if (whole) {
      return lead.whole() && lead.words().equals(words) ? words.size() : 0;
    }
    int shared = 0;
    int most = Math.min(words.size(), lead.words().size());
    while (shared < most
        && words
            .get(words.size() - 1 - shared)
            .equals(lead.words().get(lead.words().size() - 1 - shared))) {
      shared++;
    }
    return shared;
  }

  /** Where a value may begin: with a cell, or after the label's last word. */
  private TreeSet<Integer> starts(Sheet sheet) {
    TreeSet<Integer> starts = new TreeSet<>();
    for (List<Cell> row : sheet.rows()) {
      for (Cell cell : row) {
        starts.add(start(sheet.text(), cell.span().start(), cell.span().end()));
        for (Label label : cell.labels()) {
          if (label.folded().equals(words.getLast())) {
            starts.add(start(sheet.text(), label.span().end(), cell.span().end()));
          }
        }
      }
    }
    return starts;
  }

  private int start(String text, int from, int end) {
    int at = from;
    while (at < end
        && (Character.isWhitespace(text.charAt(at))
            || text.charAt(at) == ':'
            || gap.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private List<Hit> at(Sheet sheet, FieldSpec field) {
    List<Hit> hits = new ArrayList<>();
    for (List<Cell> row : sheet.rows()) {
      for (Cell cell : row) {
        boolean there =
            cell.page() == page
                && Math.abs(cell.box().x() - x) <= NEAR
                && Math.abs(cell.box().y() - y) <= NEAR;
        Hit hit = there ? in(sheet, cell, field) : null;
        if (hit != null) {
          hits.add(hit);
        }
      }
    }
    return hits;
  }

  private List<Hit> under(Sheet sheet, FieldSpec field) {
    List<Hit> hits = new ArrayList<>();
    for (List<Cell> row : sheet.rows()) {
      if (!around.isEmpty() && !Sheet.words(row).equals(around)) {
        continue;
      }
      for (Cell label : row) {
        Cell cell = label.words().equals(words) ? below(sheet, label) : null;
        Hit hit = cell == null ? null : in(sheet, cell, field);
        if (hit != null) {
          hits.add(new Hit(hit.span(), hit.value(), label.span(), 1));
        }
      }
    }
    return hits;
  }

  private @Nullable Cell below(Sheet sheet, Cell label) {
    Cell cell = label;
    for (int i = 0; i < down && cell != null; i++) {
      cell = sheet.under(cell);
    }
    return cell;
  }

  /** The value that a cell begins with. */
  private @Nullable Hit in(Sheet sheet, Cell cell, FieldSpec field) {
    if (extent.kind() != Extent.Kind.RECOGNISED) {
      return free(sheet, start(sheet.text(), cell.span().start(), cell.span().end()), field);
    }
    for (Found found : sheet.founds(cell.span())) {
      Hit hit = recognised(found, field);
      if (hit != null) {
        return hit;
      }
    }
    return null;
  }

  private @Nullable Hit recognised(Found found, FieldSpec field) {
    int index = Math.min(reading, found.readings().size() - 1);
    Object value = part.of(found.readings().get(index), field);
    Span span = new Span(found.start(), found.end());
    return value == null ? null : new Hit(span, value, span, 0);
  }

  private @Nullable Hit free(Sheet sheet, int start, FieldSpec field) {
    Span span = extent.span(sheet, start);
    if (span == null || span.length() > LONGEST) {
      return null;
    }
    String text = span.of(sheet.text());
    boolean digits = text.chars().anyMatch(Character::isDigit);
    boolean letters = text.chars().anyMatch(Character::isLetter);
    boolean fits =
        switch (field.type()) {
          case CODE, IDENTIFIER, PHONE -> !figures || digits;
          case PERSON, ORGANISATION, ADDRESS, TEXT -> letters || figures && digits;
          case EMAIL -> text.indexOf('@') > 0;
          case CHOICE -> field.choices().stream().anyMatch(choice -> Same.value(choice, text));
          default -> true;
        };
    return fits ? new Hit(span, form.of(text), span, 0) : null;
  }
}
