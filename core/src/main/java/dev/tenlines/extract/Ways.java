package dev.tenlines.extract;

import dev.tenlines.Feature;
import dev.tenlines.Parts;
import dev.tenlines.extract.Reading.Way;
import dev.tenlines.fields.Schema;
import java.util.List;

/** What finds fields without a model. */
final class Ways {
  static final String STRUCTURED = "structured";
  static final String RULES = "rules";
  static final String TEMPLATES = "templates";
  static final String LEARNED = "learned";

  private Ways() {}

  /** The surest first: what people taught of a layout goes before what holds for any. */
  static List<Way> of(Feature feature, Schema schema, Parts parts) {
    return List.of();
  }
}
