package dev.tenlines.catalog;

import dev.tenlines.TenlinesException;
import dev.tenlines.yaml.Yaml;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a field: {@code { column: total_cents, type: money, unit: EUR }}, or its type alone. */
final class FieldYaml {
  private static final Set<Field.Type> NAMING = EnumSet.of(Field.Type.TEXT, Field.Type.KEY);
  private static final Set<Field.Type> COUNTING =
      EnumSet.of(Field.Type.INTEGER, Field.Type.DECIMAL, Field.Type.MONEY);

  private FieldYaml() {}

  static Field read(String name, Yaml yaml) {
    Map<String, Yaml> keys =
        yaml.isMapping()
            ? yaml.entries(
                List.of(
                    "column",
                    "type",
                    "words",
                    "verbs",
                    "unit",
                    "currency",
                    "values",
                    "sample",
                    "hidden"))
            : yaml.isNull() ? Map.of() : Map.of("type", yaml);
    Yaml column = keys.get("column");
    Field field =
        new Field(
            name,
            column == null ? name : column.text(),
            type(keys.get("type")),
            CatalogReader.words(name, keys.get("words")),
            CatalogReader.texts(keys.get("verbs")),
            text(keys.get("unit")),
            text(keys.get("currency")),
            choices(keys.get("values")),
            CatalogReader.isTrue(keys.get("sample")));
    demand(!field.sampled() || NAMING.contains(field.type()), keys.get("sample"), "text or a key");
    demand(field.unit() == null || COUNTING.contains(field.type()), keys.get("unit"), "a number");
    demand(
        field.currency() == null || field.type() == Field.Type.MONEY,
        keys.get("currency"),
        "money");
    return field;
  }

  private static Field.Type type(@Nullable Yaml yaml) {
    if (yaml == null) {
      return Field.Type.TEXT;
    }
    for (Field.Type type : Field.Type.values()) {
      if (name(type).equals(yaml.text())) {
        return type;
      }
    }
    throw new TenlinesException(
        "TL-413",
        "The type (" + yaml.text() + ") at " + yaml.place() + " is not known.",
        "Maybe it is one of: "
            + String.join(", ", List.of(Field.Type.values()).stream().map(FieldYaml::name).toList())
            + ".");
  }

  static String name(Field.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** A list of values, or values with the words for each. */
  private static List<Field.Choice> choices(@Nullable Yaml yaml) {
    List<Field.Choice> choices = new ArrayList<>();
    if (yaml != null && yaml.isMapping()) {
      yaml.entries()
          .forEach(
              (value, words) -> choices.add(new Field.Choice(value, CatalogReader.texts(words))));
    } else {
      CatalogReader.texts(yaml).forEach(value -> choices.add(new Field.Choice(value, List.of())));
    }
    return choices;
  }

  private static @Nullable String text(@Nullable Yaml yaml) {
    return yaml == null || yaml.isNull() ? null : yaml.text();
  }

  private static void demand(boolean holds, @Nullable Yaml yaml, String type) {
    if (!holds && yaml != null) {
      throw new TenlinesException(
          "TL-413",
          "The value (" + yaml.text() + ") at " + yaml.place() + " does not fit the field's type.",
          "Maybe leave it out: it is for a field that holds " + type + ".");
    }
  }
}
