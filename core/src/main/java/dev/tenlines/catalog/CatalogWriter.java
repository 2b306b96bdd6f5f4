package dev.tenlines.catalog;

import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Term;
import dev.tenlines.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a declaration, one line for a field where it is short enough. */
final class CatalogWriter {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./ -]*(?<! )");
  private static final Set<String> MEANT =
      Set.of("true", "false", "null", "yes", "no", "on", "off");
  private static final int WIDEST = 110;

  private final boolean hidden;
  private final Map<String, String> tenants;
  private final StringBuilder out = new StringBuilder();

  CatalogWriter(boolean hidden, Map<String, String> tenants) {
    this.hidden = hidden;
    this.tenants = tenants;
  }

  String write(Catalog catalog) {
    line(0, "entities:");
    for (Entity entity : catalog.entities()) {
      line(2, scalar(entity.name()) + ":");
      entity(entity);
      block("fields", entity.fields(), Field::name, this::field);
      block("measures", entity.measures(), Measure::name, this::measure);
      List<Relation> own =
          catalog.relations().stream().filter(r -> r.from().equals(entity.name())).toList();
      block("relations", own, Relation::name, this::relation);
    }
    return out.toString();
  }

  private void entity(Entity entity) {
    if (hidden) {
      line(4, "hidden: true");
    }
    if (!entity.table().equals(entity.name())) {
      line(4, "table: " + scalar(entity.table()));
    }
    List<String> words = others(entity.name(), entity.words());
    if (!words.isEmpty()) {
      line(4, "words: " + list(words));
    }
    scope(entity);
    String date = entity.date();
    if (date != null) {
      line(4, "date: " + scalar(date));
    }
    if (!entity.shown().isEmpty()) {
      line(4, "shown: " + list(entity.shown()));
    }
  }

  private void scope(Entity entity) {
    String guess = tenants.get(entity.name());
    if (hidden && guess != null) {
      line(4, "# Whose rows are these? Maybe scope: { tenant: " + scalar(guess) + " }");
    } else if (hidden) {
      line(4, "# Whose rows are these? Either scope: { tenant: COLUMN } or scope: none");
    } else if (entity.scope() instanceof Scope.Tenant tenant) {
      line(4, "scope: { tenant: " + scalar(tenant.column()) + " }");
    } else {
      line(4, "scope: none");
    }
  }

  private <T> void block(
      String key,
      List<T> items,
      java.util.function.Function<T, String> name,
      java.util.function.Function<T, Map<String, String>> keys) {
    if (items.isEmpty()) {
      return;
    }
    line(4, key + ":");
    for (T item : items) {
      Map<String, String> all = keys.apply(item);
      List<String> pairs =
          all.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
      String start = scalar(name.apply(item)) + ": ";
      String flow = start + "{ " + String.join(", ", pairs) + " }";
      if (flow.length() <= WIDEST) {
        line(6, all.keySet().equals(Set.of("type")) ? start + all.get("type") : flow);
      } else {
        line(6, start.stripTrailing());
        pairs.forEach(pair -> line(8, pair));
      }
    }
  }

  private Map<String, String> field(Field field) {
    Map<String, String> keys = new LinkedHashMap<>();
    if (!field.column().equals(field.name())) {
      keys.put("column", scalar(field.column()));
    }
    keys.put("type", FieldYaml.name(field.type()));
    put(keys, "words", others(field.name(), field.words()));
    put(keys, "verbs", field.verbs());
    String unit = field.unit();
    if (unit != null) {
      keys.put("unit", scalar(unit));
    }
    String currency = field.currency();
    if (currency != null) {
      keys.put("currency", scalar(currency));
    }
    if (!field.choices().isEmpty()) {
      keys.put("values", values(field.choices()));
    }
    if (field.sampled()) {
      keys.put("sample", "true");
    }
    return veiled(keys);
  }

  private static String values(List<Field.Choice> choices) {
    if (choices.stream().allMatch(choice -> choice.words().isEmpty())) {
      return list(choices.stream().map(Field.Choice::value).toList());
    }
    return "{ "
        + String.join(
            ", ", choices.stream().map(c -> scalar(c.value()) + ": " + list(c.words())).toList())
        + " }";
  }

  private Map<String, String> relation(Relation relation) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("to", scalar(relation.to()));
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < relation.fromColumns().size(); i++) {
      columns.add(
          scalar(relation.fromColumns().get(i)) + ": " + scalar(relation.toColumns().get(i)));
    }
    keys.put("columns", "{ " + String.join(", ", columns) + " }");
    put(keys, "words", others(relation.name(), relation.words()));
    if (!relation.inverse().equals(relation.from())) {
      keys.put("back", scalar(relation.inverse()));
    }
    put(keys, "back-words", others(relation.inverse(), relation.inverseWords()));
    return veiled(keys);
  }

  private Map<String, String> veiled(Map<String, String> keys) {
    if (hidden) {
      keys.put("hidden", "true");
    }
    return keys;
  }

  private Map<String, String> measure(Measure measure) {
    Map<String, String> keys = new LinkedHashMap<>();
    put(keys, "words", others(measure.name(), measure.words()));
    keys.put("of", over(measure.over()));
    if (!measure.where().isEmpty()) {
      keys.put("where", where(measure.where()));
    }
    Term.Over under = measure.under();
    if (under != null) {
      keys.put("per", over(under));
    }
    if (!measure.underWhere().isEmpty()) {
      keys.put("per-where", where(measure.underWhere()));
    }
    return keys;
  }

  private static String over(Term.Over over) {
    String function = over.function().name().toLowerCase(Locale.ROOT);
    return over.path() == null
        ? function
        : scalar(function + "(" + (over.distinct() ? "distinct " : "") + over.path() + ")");
  }

  /** What holds for one field stands together; a value alone says that the field is it. */
  private static String where(List<Predicate> where) {
    Map<String, Map<String, String>> paths = new LinkedHashMap<>();
    for (Predicate predicate : where) {
      Condition condition = condition(predicate);
      String before =
          paths
              .computeIfAbsent(condition.path(), p -> new LinkedHashMap<>())
              .put(condition.word(), condition.value());
      if (before != null) {
        throw unsayable(predicate);
      }
    }
    List<String> said = new ArrayList<>();
    paths.forEach((path, words) -> said.add(scalar(path) + ": " + conditions(words)));
    return "{ " + String.join(", ", said) + " }";
  }

  private static String conditions(Map<String, String> words) {
    String alone = words.get(MeasureYaml.IS);
    if (alone != null && words.size() == 1) {
      return alone;
    }
    return "{ "
        + String.join(
            ", ", words.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList())
        + " }";
  }

  /** One line of {@code where}. */
  private record Condition(String path, String word, String value) {}

  private static Condition condition(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Compare c when c.term() instanceof Term.Of of && of.bucket() == null ->
          new Condition(of.path().toString(), word(c.operator()), literal(c.value()));
      case Predicate.OneOf o ->
          new Condition(
              o.path().toString(),
              o.negated() ? MeasureYaml.NOT : MeasureYaml.IS,
              "["
                  + String.join(", ", o.values().stream().map(CatalogWriter::literal).toList())
                  + "]");
      case Predicate.Empty e ->
          new Condition(e.path().toString(), MeasureYaml.EMPTY, Boolean.toString(!e.negated()));
      default -> throw unsayable(predicate);
    };
  }

  private static IllegalArgumentException unsayable(Predicate predicate) {
    return new IllegalArgumentException("A measure of a file cannot say: " + predicate);
  }

  private static String word(Predicate.Operator operator) {
    return MeasureYaml.OPERATORS.entrySet().stream()
        .filter(e -> e.getValue() == operator)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static String literal(Literal literal) {
    return switch (literal) {
      case Literal.Text text -> scalar(text.text());
      case Literal.Number number -> number.number().toString();
      case Literal.Truth truth -> Boolean.toString(truth.truth());
      case Literal.Day day -> scalar(day.day().toString());
      case Literal.Moment moment -> scalar(moment.moment().toString());
    };
  }

  /** The words that the name does not say itself. */
  private static List<String> others(String name, List<String> words) {
    boolean first = !words.isEmpty() && words.getFirst().equals(Naming.phrase(name));
    List<String> rest = first ? words.subList(1, words.size()) : words;
    return rest.contains(Naming.phrase(name)) ? words : rest;
  }

  private static void put(Map<String, String> keys, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      keys.put(key, list(texts));
    }
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(CatalogWriter::scalar).toList()) + "]";
  }

  private static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !MEANT.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : Yaml.quoted(text);
  }

  private void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(text).append('\n');
  }
}
