package dev.tenlines.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that rows of a table stand for.
 *
 * @param name what plans call it
 * @param table the table or view as the database spells it, with its schema before a point if any
 * @param words what people call one, or many, its name among them
 * @param date the field meant by a date that names none, or null
 * @param shown the fields shown unless a question names others
 */
public record Entity(
    String name,
    String table,
    List<String> words,
    Scope scope,
    List<Field> fields,
    List<Measure> measures,
    @Nullable String date,
    List<String> shown) {
  public Entity {
    words = List.copyOf(words);
    fields = List.copyOf(fields);
    measures = List.copyOf(measures);
    shown = List.copyOf(shown);
  }

  /** A field by its name, or null. */
  public @Nullable Field field(String name) {
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /** A measure by its name, or null. */
  public @Nullable Measure measure(String name) {
    return measures.stream().filter(m -> m.name().equals(name)).findFirst().orElse(null);
  }
}
