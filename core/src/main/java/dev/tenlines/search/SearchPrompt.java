package dev.tenlines.search;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Measure;
import dev.tenlines.catalog.Step;
import dev.tenlines.ladder.Ask;
import dev.tenlines.model.Marks;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.PromptFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model is told of the tables: declared names, what people call them, and declared values.
 * Neither a row nor a value of one is among it.
 */
final class SearchPrompt {
  private static final int MOST_CHOICES = 40;
  private static final List<String> IS =
      List.of(
          "equal",
          "not_equal",
          "less",
          "at_most",
          "more",
          "at_least",
          "one_of",
          "none_of",
          "contains",
          "starts_with",
          "ends_with",
          "empty",
          "not_empty",
          "during",
          "before",
          "after",
          "above_average",
          "below_average",
          "has",
          "has_no");

  private final PromptFile file;
  private final String tables;
  private final String schema;

  SearchPrompt(PromptFile file, Catalog catalog) {
    this.file = file;
    this.tables =
        catalog.entities().stream()
            .map(entity -> described(catalog, entity))
            .collect(Collectors.joining("\n"));
    this.schema = schema(catalog);
  }

  Prompt of(Ask ask) {
    String question = Marks.visible(ask.input());
    return file.with(
        Map.of(
            "mark", Marks.of(ask.id(), question, tables), "question", question, "tables", tables),
        schema);
  }

  /** Changes with what is declared: another schema, other answers. */
  String digest() {
    return file.digest() + tables;
  }

  private static String described(Catalog catalog, Entity entity) {
    StringBuilder out =
        new StringBuilder("Entity " + entity.name() + called(entity.words()) + "\n");
    for (Field field : entity.fields()) {
      out.append("- ").append(field.name()).append(": ").append(word(field.type()));
      out.append(field.unit() == null ? "" : " in " + field.unit()).append(called(field.words()));
      if (!field.choices().isEmpty()) {
        out.append(", one of ")
            .append(
                field.choices().stream()
                    .limit(MOST_CHOICES)
                    .map(Field.Choice::value)
                    .collect(Collectors.joining(" | ")));
      }
      out.append('\n');
    }
    for (Measure measure : entity.measures()) {
      out.append("- measure:").append(measure.name()).append(called(measure.words())).append('\n');
    }
    for (Step step : catalog.steps(entity.name())) {
      out.append("- relation ").append(step.name()).append(step.one() ? " to one " : " to many ");
      out.append(step.to()).append(called(step.words())).append('\n');
    }
    return out.toString();
  }

  private static String called(List<String> words) {
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String schema(Catalog catalog) {
    List<@Nullable String> entities = new ArrayList<>();
    catalog.entities().forEach(entity -> entities.add(entity.name()));
    entities.add(null);
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> texts = Map.of("type", "array", "items", text);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("entity", Map.of("enum", entities));
    properties.put("columns", texts);
    properties.put("where", Map.of("type", "array", "items", condition(condition(null))));
    properties.put("groups", texts);
    properties.put(
        "sort",
        Map.of(
            "type",
            "array",
            "items",
            object(Map.of("by", text, "descending", Map.of("type", "boolean")), List.of("by"))));
    properties.put("limit", Map.of("type", "integer"));
    properties.put("distinct", Map.of("type", "boolean"));
    return JsonMapper.shared()
        .writeValueAsString(object(properties, List.of("entity", "columns", "where")));
  }

  private static Map<String, Object> condition(@Nullable Map<String, Object> inner) {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("field", text);
    properties.put("is", Map.of("type", "string", "enum", IS));
    properties.put("values", Map.of("type", "array", "items", text));
    properties.put("said", text);
    if (inner != null) {
      properties.put("where", Map.of("type", "array", "items", inner));
    }
    return object(properties, List.of("field", "is", "values", "said"));
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("additionalProperties", false);
    object.put("required", required);
    object.put("properties", properties);
    return object;
  }
}
