package dev.tenlines.extract;

import dev.tenlines.document.Document;
import dev.tenlines.extract.Taught.Pupil;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.fields.Schema;
import dev.tenlines.templates.Templates;
import dev.tenlines.text.Setting;
import java.util.List;
import java.util.Optional;

/**
 * Learns where senders and layouts have their fields. A document that says the same as its template
 * confirms it; one that says something else teaches the fields that it says otherwise.
 */
record LayoutPupil(Schema schema, Settings place, Templates templates) implements Pupil {
  static LayoutPupil beginner(Schema schema, Settings place) {
    return new LayoutPupil(schema, place, new Templates(List.of()));
  }

  @Override
  public List<Candidate> find(Document document, FieldSpec field, Setting setting) {
    return field.many() ? List.of() : templates.find(document, field, setting);
  }

  @Override
  public Pupil taught(List<Reviewed> more) {
    Templates now = templates;
    for (Reviewed one : more) {
      Setting setting = place.of(one.document());
      now = now.judged(one, schema.fields(), setting);
      for (String name : one.values().keySet()) {
        Optional<FieldSpec> field = schema.field(name);
        if (field.isPresent() && !field.get().many() && !knows(now, one, field.get(), setting)) {
          now = now.corrected(one, field.get(), setting);
        }
      }
    }
    return new LayoutPupil(schema, place, now);
  }

  private static boolean knows(
      Templates templates, Reviewed one, FieldSpec field, Setting setting) {
    List<Candidate> found = templates.find(one.document(), field, setting);
    List<Right> rights = one.values().getOrDefault(field.name(), List.of());
    return !found.isEmpty()
        && rights.stream().anyMatch(right -> Values.same(right.value(), found.getFirst().value()));
  }
}
