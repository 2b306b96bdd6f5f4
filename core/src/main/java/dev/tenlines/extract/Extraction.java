package dev.tenlines.extract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tenlines.Evidence;
import dev.tenlines.extract.Extracted.State;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read in a document.
 *
 * @param fields every field of the schema in its order; null where the document has none
 */
public record Extraction(@JsonValue Map<String, @Nullable Extracted> fields) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Extraction {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A field, or null where the document has none. */
  public @Nullable Extracted field(String name) {
    return fields.get(name);
  }

  /** The values by name; a field that is not sure has none. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach((name, field) -> {
      if (field != null && field.value() != null) {
        values.put(name, field.value());
      }
    });
    return values;
  }

  /** Where the values stand. */
  public List<Evidence> evidence() {
    return read().stream().flatMap(field -> field.evidence().stream()).distinct().toList();
  }

  /** The fields that were found in some way. */
  List<Extracted> read() {
    return fields.values().stream().filter(Objects::nonNull).toList();
  }

  /** Whether any field is in a state. */
  boolean any(State state) {
    return read().stream().anyMatch(field -> field.state() == state);
  }

  /** The fields and values in one line, as people read them. */
  @Override
  public String toString() {
    return values().entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
