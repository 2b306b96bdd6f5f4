package dev.tenlines.templates;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reviewed document and where its values stand. */
record Lesson(Sheet sheet, Map<String, List<Right>> values, Signature signature) {
  /** A value such as zero may stand in a hundred places; the first will do. */
  private static final int MOST = 12;

  /**
   * Where a value stands.
   *
   * @param recognised whether a recogniser reads it there
   */
  record Spot(Span span, Part part, int reading, boolean recognised) {}

  static Lesson of(Reviewed reviewed, Setting setting) {
    Sheet sheet = new Sheet(reviewed.document(), setting);
    return new Lesson(sheet, reviewed.values(), Signature.of(sheet));
  }

  /** The one right value of a field, or null. */
  @Nullable Right right(FieldSpec field) {
    List<Right> rights = values.getOrDefault(field.name(), List.of());
    return rights.size() == 1 ? rights.getFirst() : null;
  }

  /** Where the value of a field stands: where the reviewer says, or wherever it is read. */
  List<Spot> spots(FieldSpec field) {
    Right right = right(field);
    if (right == null) {
      return List.of();
    }
    List<Spot> spots = new ArrayList<>();
    Iterable<Found> founds = right.span() == null ? sheet.founds() : around(right.span());
    for (Found found : founds) {
      recognised(found, field, right.value(), spots);
    }
    if (spots.isEmpty() && free(field)) {
      List<Span> spans =
          right.span() == null
              ? Literal.places(sheet.text(), right.value().toString())
              : List.of(right.span());
      spans.forEach(span -> spots.add(new Spot(span, Part.WHOLE, 0, false)));
    }
    return spots.size() > MOST ? spots.subList(0, MOST) : spots;
  }

  private List<Found> around(Span span) {
    List<Found> around = new ArrayList<>();
    for (Found found : sheet.founds()) {
      if (new Span(found.start(), found.end()).overlaps(span)) {
        around.add(found);
      }
    }
    return around;
  }

  private static void recognised(Found found, FieldSpec field, Object right, List<Spot> spots) {
    for (Part part : Part.values()) {
      for (int i = 0; i < found.readings().size(); i++) {
        Object value = part.of(found.readings().get(i), field);
        if (value != null && Same.value(value, right)) {
          spots.add(new Spot(new Span(found.start(), found.end()), part, i, true));
          return;
        }
      }
    }
  }

  /** Values that may be read as they stand where no recogniser knows them. */
  private static boolean free(FieldSpec field) {
    return switch (field.type()) {
      case CODE, PERSON, ORGANISATION, ADDRESS, TEXT, CHOICE, IDENTIFIER, EMAIL, PHONE, URL -> true;
      default -> false;
    };
  }

  /** Whether a text stands where senders name themselves: often, at the top or at the end. */
  boolean settled(Span span) {
    String from = sheet.header("From");
    String text = span.of(sheet.text());
    if (!from.isEmpty() && Words.normal(from).contains(Words.normal(text))) {
      return true;
    }
    Sheet.Place place = sheet.at(span.start());
    int rows = sheet.rows().size();
    boolean foot = place != null && place.row() >= rows - 6;
    boolean head = place != null && place.row() < 3 && from.isEmpty();
    return head || foot || from.isEmpty() && Literal.places(sheet.text(), text).size() > 1;
  }
}
