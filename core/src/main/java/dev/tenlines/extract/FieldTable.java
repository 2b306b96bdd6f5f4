package dev.tenlines.extract;

import dev.tenlines.Evidence;
import dev.tenlines.Task.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An extraction as people read it: a row for each field. */
final class FieldTable {
  private static final List<String> HEAD =
      List.of("field", "value", "in the document", "place", "state", "sure", "rung");

  private FieldTable() {}

  /** The fields of an extraction, also of one that comes back from the record. */
  static Table of(Object value) {
    Extraction extraction =
        value instanceof Extraction own
            ? own
            : JsonMapper.shared().convertValue(value, Extraction.class);
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, @Nullable Extracted> entry : extraction.fields().entrySet()) {
      Extracted field = entry.getValue();
      rows.add(
          field == null
              ? List.of(entry.getKey(), "", "", "", "missing", "", "")
              : row(entry.getKey(), field));
    }
    return new Table(HEAD, rows);
  }

  private static List<String> row(String name, Extracted field) {
    String why = field.why() == null ? "" : ": " + field.why();
    return List.of(
        name,
        field.value() == null ? choices(field) : String.valueOf(field.value()),
        field.raw() == null ? "" : field.raw().replaceAll("\\s+", " "),
        place(field),
        field.state().word() + why,
        String.format(Locale.ROOT, "%.2f", field.confidence()),
        field.rung());
  }

  private static String choices(Extracted field) {
    return field.candidates().stream()
        .map(one -> String.valueOf(one.value()))
        .collect(Collectors.joining(" or "));
  }

  private static String place(Extracted field) {
    if (!field.boxes().isEmpty()) {
      return "page " + field.boxes().getFirst().page();
    }
    return field.evidence().stream()
        .filter(Evidence.Span.class::isInstance)
        .map(one -> String.valueOf(((Evidence.Span) one).start()))
        .findFirst()
        .orElse("");
  }
}
