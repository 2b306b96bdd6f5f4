package dev.tenlines.catalog;

import dev.tenlines.TenlinesException;
import dev.tenlines.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a declaration: entities and fields first, then what points at them. */
final class CatalogReader {
  private static final Pattern NAME = Pattern.compile("[^\\s.()\"']([^.()\"'\\v]*[^\\s.()\"'])?");

  private final Yaml root;
  private final Map<String, Map<String, Yaml>> visible = new LinkedHashMap<>();
  private final Set<String> hidden = new HashSet<>();

  CatalogReader(Yaml root) {
    this.root = root;
  }

  Catalog read() {
    entries(root.entries(List.of("entities")), "entities").forEach(this::sort);
    List<Entity> entities = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    visible.forEach((name, keys) -> entities.add(entity(name, keys)));
    visible.forEach((name, keys) -> relations.addAll(relations(name, keys)));
    Catalog catalog = new Catalog(entities, relations);
    return new Catalog(
        entities.stream().map(entity -> withMeasures(catalog, entity)).toList(), relations);
  }

  private void sort(String name, Yaml yaml) {
    demandName(name, yaml);
    Map<String, Yaml> keys =
        yaml.entries(
            List.of(
                "table",
                "words",
                "scope",
                "date",
                "shown",
                "fields",
                "measures",
                "relations",
                "hidden"));
    if (isTrue(keys.get("hidden"))) {
      hidden.add(name);
      return;
    }
    if (!keys.containsKey("scope")) {
      throw new TenlinesException(
          "TL-411",
          "The entity (" + name + ") at " + yaml.place() + " does not say whose rows may be seen.",
          "Maybe `scope: { tenant: COLUMN }`; or `scope: none`, if everybody may see every row.");
    }
    visible.put(name, keys);
  }

  private Entity entity(String name, Map<String, Yaml> keys) {
    List<Field> fields = new ArrayList<>();
    Set<String> veiled = new HashSet<>();
    entries(keys, "fields")
        .forEach((field, yaml) -> {
          demandName(field, yaml);
          if (yaml.isMapping() && isTrue(yaml.entries().get("hidden"))) {
            veiled.add(field);
          } else {
            fields.add(FieldYaml.read(field, yaml));
          }
        });
    Yaml table = keys.get("table");
    Entity entity =
        new Entity(
            name,
            table == null ? name : table.text(),
            words(name, keys.get("words")),
            scope(name, keys),
            fields,
            List.of(),
            date(keys.get("date"), fields, veiled),
            shown(keys.get("shown"), fields, veiled));
    for (Field field : fields) {
      String currency = field.currency();
      if (currency != null && entity.field(currency) == null) {
        throw unknown(currency, entries(keys, "fields").get(field.name()));
      }
    }
    return entity;
  }

  private static Scope scope(String entity, Map<String, Yaml> keys) {
    Yaml yaml = java.util.Objects.requireNonNull(keys.get("scope"));
    if (yaml.isMapping()) {
      Yaml tenant = yaml.entries(List.of("tenant")).get("tenant");
      if (tenant != null && !tenant.isNull()) {
        return new Scope.Tenant(tenant.text());
      }
    } else if (!yaml.isList() && yaml.text().equals("none")) {
      return new Scope.Everyone();
    }
    throw new TenlinesException(
        "TL-411",
        "The scope of the entity (" + entity + ") at " + yaml.place() + " is not understood.",
        "Maybe `scope: { tenant: COLUMN }`; or `scope: none`, if everybody may see every row.");
  }

  private static @Nullable String date(
      @Nullable Yaml yaml, List<Field> fields, Set<String> veiled) {
    if (yaml == null || yaml.isNull() || veiled.contains(yaml.text())) {
      return null;
    }
    Field field = field(fields, yaml);
    if (field.type() != Field.Type.DATE && field.type() != Field.Type.MOMENT) {
      throw new TenlinesException(
          "TL-413",
          "The field (" + field.name() + ") at " + yaml.place() + " is no date.",
          "Maybe give it `type: date` or `type: moment`.");
    }
    return field.name();
  }

  private static List<String> shown(@Nullable Yaml yaml, List<Field> fields, Set<String> veiled) {
    return yaml == null || yaml.isNull()
        ? List.of()
        : yaml.items().stream()
            .filter(item -> !veiled.contains(item.text()))
            .map(item -> field(fields, item).name())
            .toList();
  }

  private static Field field(List<Field> fields, Yaml name) {
    return fields.stream()
        .filter(f -> f.name().equals(name.text()))
        .findFirst()
        .orElseThrow(() -> unknown(name.text(), name));
  }

  static TenlinesException unknown(String field, @Nullable Yaml at) {
    return new TenlinesException(
        "TL-412",
        "The field (" + field + ")" + (at == null ? "" : " at " + at.place()) + " is not declared.",
        "Maybe declare it under `fields`, or take `hidden: true` out.");
  }

  private List<Relation> relations(String from, Map<String, Yaml> keys) {
    List<Relation> relations = new ArrayList<>();
    entries(keys, "relations")
        .forEach((name, yaml) -> {
          demandName(name, yaml);
          Map<String, Yaml> own =
              yaml.entries(List.of("to", "columns", "words", "back", "back-words", "hidden"));
          Yaml to = own.get("to");
          boolean veiled = isTrue(own.get("hidden")) || to != null && hidden.contains(to.text());
          if (!veiled) {
            relations.add(relation(name, from, yaml, own));
          }
        });
    return relations;
  }

  private Relation relation(String name, String from, Yaml yaml, Map<String, Yaml> keys) {
    Yaml to = keys.get("to");
    Map<String, Yaml> columns = entries(keys, "columns");
    if (to == null || !visible.containsKey(to.text()) || columns.isEmpty()) {
      throw new TenlinesException(
          "TL-414",
          "The relation (" + name + ") at " + yaml.place() + " leads nowhere.",
          "Maybe `{ to: ENTITY, columns: { COLUMN_HERE: COLUMN_THERE } }`, with an entity of"
              + " this file.");
    }
    Yaml back = keys.get("back");
    String inverse = back == null ? from : back.text();
    Relation relation =
        new Relation(
            name,
            from,
            List.copyOf(columns.keySet()),
            to.text(),
            columns.values().stream().map(Yaml::text).toList(),
            words(name, keys.get("words")),
            inverse,
            words(inverse, keys.get("back-words")));
    demandFree(from, name, yaml);
    demandFree(to.text(), inverse, yaml);
    return relation;
  }

  private final Set<List<String>> taken = new HashSet<>();

  private void demandFree(String entity, String way, Yaml yaml) {
    if (!taken.add(List.of(entity, way))) {
      throw new TenlinesException(
          "TL-415",
          "Two relations of ("
              + entity
              + ") are called "
              + way
              + ", the second at "
              + yaml.place()
              + ".",
          "Maybe name the way back of one of them: `back: NAME`.");
    }
  }

  private Entity withMeasures(Catalog catalog, Entity entity) {
    Map<String, Yaml> measures =
        entries(java.util.Objects.requireNonNull(visible.get(entity.name())), "measures");
    MeasureYaml reader = new MeasureYaml(catalog, entity);
    List<Measure> read = new ArrayList<>();
    measures.forEach((name, yaml) -> {
      demandName(name, yaml);
      read.add(reader.read(name, yaml));
    });
    return new Entity(
        entity.name(),
        entity.table(),
        entity.words(),
        entity.scope(),
        entity.fields(),
        read,
        entity.date(),
        entity.shown());
  }

  private static void demandName(String name, Yaml at) {
    if (!NAME.matcher(name).matches()) {
      throw new TenlinesException(
          "TL-415",
          "The name (" + name + ") at " + at.place() + " cannot be used.",
          "Maybe take letters, digits and underscores.");
    }
  }

  /** The name's own words come first, unless they are said at another place. */
  static List<String> words(String name, @Nullable Yaml yaml) {
    List<String> words = new ArrayList<>(texts(yaml));
    String own = Naming.phrase(name);
    if (!words.contains(own)) {
      words.addFirst(own);
    }
    return words;
  }

  /** A list of texts; one text is a list of one. */
  static List<String> texts(@Nullable Yaml yaml) {
    if (yaml == null || yaml.isNull()) {
      return List.of();
    }
    return yaml.isList() ? yaml.items().stream().map(Yaml::text).toList() : List.of(yaml.text());
  }

  static Map<String, Yaml> entries(Map<String, Yaml> keys, String key) {
    Yaml yaml = keys.get(key);
    return yaml == null || yaml.isNull() ? Map.of() : yaml.entries();
  }

  static boolean isTrue(@Nullable Yaml yaml) {
    if (yaml == null) {
      return false;
    }
    return switch (yaml.text().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw yaml.wrong("must be true or false");
    };
  }
}
