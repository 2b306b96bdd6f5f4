package dev.tenlines.extract;

import dev.tenlines.Parts;
import dev.tenlines.extract.Reading.Way;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.Schema;
import dev.tenlines.labels.Labels;
import java.util.List;

/** What finds fields without a language model. */
final class Ways {
  static final String STRUCTURED = "structured";
  static final String RULES = "rules";
  static final String TEMPLATES = "templates";
  static final String LEARNED = "learned";

  private Ways() {}

  /** The surest first: what people taught of a layout goes before what holds for any. */
  static List<Way> of(Schema schema, Parts parts) {
    FieldFinder rules = new Labels();
    return List.of(new Way(RULES, tenant -> rules));
  }
}
