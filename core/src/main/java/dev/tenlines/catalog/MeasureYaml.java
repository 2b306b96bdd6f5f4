package dev.tenlines.catalog;

import dev.tenlines.TenlinesException;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import dev.tenlines.yaml.Yaml;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the measures of an entity: {@code { of: count, where: { state: lost }, per: count }}. */
final class MeasureYaml {
  static final String IS = "is";
  static final String NOT = "not";
  static final Map<String, Operator> OPERATORS =
      Map.of(
          IS,
          Operator.EQUAL,
          NOT,
          Operator.NOT_EQUAL,
          "less",
          Operator.LESS,
          "at-most",
          Operator.AT_MOST,
          "more",
          Operator.MORE,
          "at-least",
          Operator.AT_LEAST);

  static final String EMPTY = "empty";

  private static final Pattern OVER =
      Pattern.compile("(count|sum|avg|min|max)(?:\\((distinct )?([^()]+)\\))?");

  private final Catalog catalog;
  private final Entity entity;

  MeasureYaml(Catalog catalog, Entity entity) {
    this.catalog = catalog;
    this.entity = entity;
  }

  Measure read(String name, Yaml yaml) {
    Map<String, Yaml> keys = yaml.entries(List.of("words", "of", "where", "per", "per-where"));
    Yaml of = keys.get("of");
    Yaml per = keys.get("per");
    if (of == null) {
      throw wrong(yaml, "does not say what it adds up");
    }
    return new Measure(
        name,
        CatalogReader.words(name, keys.get("words")),
        over(of),
        where(keys, "where"),
        per == null ? null : over(per),
        where(keys, "per-where"));
  }

  private Term.Over over(Yaml yaml) {
    Matcher said = OVER.matcher(yaml.text());
    if (!said.matches() || said.group(3) == null && !said.group(1).equals("count")) {
      throw wrong(yaml, "is not understood");
    }
    Path path = null;
    if (said.group(3) != null) {
      path = path(said.group(3));
      field(path, yaml);
    }
    return new Term.Over(
        Term.Function.valueOf(said.group(1).toUpperCase(Locale.ROOT)), path, said.group(2) != null);
  }

  private static Path path(String text) {
    List<String> names = List.of(text.split("\\.", -1));
    return new Path(names.subList(0, names.size() - 1), names.getLast());
  }

  private Field field(Path path, Yaml at) {
    String here = entity.name();
    for (String relation : path.relations()) {
      Step step = catalog.step(here, relation);
      if (step == null) {
        throw CatalogReader.unknown(path.toString(), at);
      }
      here = step.to();
    }
    Entity there = catalog.entity(here);
    Field field = there == null ? null : there.field(path.field());
    if (field == null) {
      throw CatalogReader.unknown(path.toString(), at);
    }
    return field;
  }

  private List<Predicate> where(Map<String, Yaml> keys, String key) {
    List<Predicate> where = new ArrayList<>();
    CatalogReader.entries(keys, key)
        .forEach((name, yaml) -> {
          Path path = path(name);
          Field field = field(path, yaml);
          if (yaml.isMapping()) {
            yaml.entries().forEach((word, value) -> where.add(compared(path, field, word, value)));
          } else {
            where.add(compared(path, field, IS, yaml));
          }
        });
    return where;
  }

  private static Predicate compared(Path path, Field field, String word, Yaml value) {
    if (word.equals(EMPTY)) {
      return new Predicate.Empty(path, !CatalogReader.isTrue(value), Said.NOTHING);
    }
    Operator operator = OPERATORS.get(word);
    if (operator == null) {
      throw wrong(value, "is compared by a word (" + word + ") that is not known");
    }
    if (!value.isList()) {
      return new Predicate.Compare(
          new Term.Of(path, null), operator, literal(field, value), Said.NOTHING);
    }
    if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
      throw wrong(value, "compares with a list");
    }
    return new Predicate.OneOf(
        path,
        value.items().stream().map(item -> literal(field, item)).toList(),
        operator == Operator.NOT_EQUAL,
        Said.NOTHING);
  }

  private static Literal literal(Field field, Yaml yaml) {
    String text = yaml.text();
    try {
      return switch (field.type()) {
        case TEXT, KEY -> new Literal.Text(text);
        case INTEGER, DECIMAL, MONEY -> new Literal.Number(new BigDecimal(text));
        case TRUTH -> new Literal.Truth(CatalogReader.isTrue(yaml));
        case DATE -> new Literal.Day(LocalDate.parse(text));
        case MOMENT -> new Literal.Moment(LocalDateTime.parse(text));
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw wrong(yaml, "does not fit the field's type (" + FieldYaml.name(field.type()) + ")");
    }
  }

  private static TenlinesException wrong(Yaml yaml, String what) {
    return new TenlinesException(
        "TL-416",
        "A measure at " + yaml.place() + " " + what + ".",
        "Maybe write `{ of: sum(total), where: { status: paid, total: { more: 0 } }, per: count }`.");
  }
}
