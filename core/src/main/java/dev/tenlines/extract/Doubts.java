package dev.tenlines.extract;

import dev.tenlines.extract.Extracted.State;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an extraction does not leave without a person, the worst first. */
final class Doubts {
  private Doubts() {}

  static @Nullable String of(Schema schema, Extraction extraction) {
    String missing = null;
    String unsure = null;
    for (FieldSpec field : schema.fields()) {
      String name = field.name();
      Extracted own = extraction.field(name);
      if (own == null) {
        missing = missing == null && field.required() ? name + " is missing" : missing;
      } else if (own.state() == State.CONTRADICTORY) {
        return own.why();
      } else if (own.state() == State.AMBIGUOUS) {
        return name + " may be several values";
      } else if (unsure == null && own.confidence() < Reading.SURE) {
        unsure = String.format(Locale.ROOT, "%s is not sure (%.2f)", name, own.confidence());
      }
    }
    return missing != null ? missing : unsure;
  }
}
