package dev.tenlines.labels;

import dev.tenlines.fields.FieldType;
import java.util.List;

/**
 * What a field means, whatever documents and schemas call it.
 *
 * @param near concepts whose labels may stand in front of its value too
 * @param values words that are a value wherever they stand
 */
record Concept(String id, FieldType type, List<String> near, List<String> values) {

  /** What a label says of the concept. */
  enum Tier {
    /** A schema calls it so. */
    NAME,
    STRONG,
    /** It may mean something else too. */
    WEAK,
    /** It is a label only with its value right behind it. */
    BARE
  }

  /** One meaning of a label. */
  record Meaning(Concept concept, Tier tier, String language) {}

  boolean is(String... ids) {
    return List.of(ids).contains(id);
  }

  /** Whether a field of this type can mean it. */
  boolean fits(FieldType field) {
    return switch (field) {
      case TEXT, CHOICE -> true;
      case DATE, TIME, MOMENT -> type == FieldType.DATE || type == FieldType.TIME;
      case MONEY, NUMBER -> type == FieldType.MONEY || type == FieldType.NUMBER;
      case INTEGER -> type == FieldType.NUMBER || type == FieldType.CODE;
      case CODE, IDENTIFIER -> type == FieldType.CODE || type == FieldType.IDENTIFIER;
      case PERSON, ORGANISATION ->
          type == FieldType.PERSON || type == FieldType.ORGANISATION || type == FieldType.TEXT;
      case ADDRESS -> type == FieldType.ADDRESS || type == FieldType.TEXT;
      case DURATION, PERCENT, CURRENCY, EMAIL, PHONE, URL -> type == field;
    };
  }
}
