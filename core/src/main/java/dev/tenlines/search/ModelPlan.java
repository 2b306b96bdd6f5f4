package dev.tenlines.search;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes a plan of what a model filled in, of which nothing is believed: a name has to be declared,
 * a value has to stand in the question or among the known values, and what a date means is reckoned
 * here from the words of the question.
 */
final class ModelPlan {
  private static final int MOST_ITEMS = 30;
  private static final int DEEPEST = 2;
  private static final Set<String> KEYS =
      Set.of("entity", "columns", "where", "groups", "sort", "limit", "distinct");
  private static final Set<String> CONDITION = Set.of("field", "is", "values", "said", "where");

  private final Catalog catalog;
  private final String question;
  private final SaidValues values;

  ModelPlan(Catalog catalog, Dictionary dictionary, String question, Setting setting) {
    this.catalog = catalog;
    this.question = question;
    this.values = new SaidValues(dictionary, question, setting);
  }

  /** What is wrong, told to the model once. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String what) {
      super(what);
    }

    String what() {
      return String.valueOf(getMessage());
    }
  }

  /** The plan, or null where the model holds that there is none. */
  @Nullable QueryPlan read(@Nullable JsonNode said) throws Wrong {
    if (said == null || !said.isObject()) {
      throw new Wrong("That is not the one JSON object that was asked for.");
    }
    only(said, KEYS);
    if (said.path("entity").isNull()) {
      return null;
    }
    String entity = text(said, "entity");
    Entity about = catalog.entity(entity);
    if (about == null) {
      throw new Wrong("There is no entity " + entity + ".");
    }
    List<Term> columns = new ArrayList<>();
    for (JsonNode column : items(said, "columns")) {
      columns.add(term(about, string(column)));
    }
    List<Predicate> where = new ArrayList<>();
    List<Predicate.Compare> having = new ArrayList<>();
    for (JsonNode one : items(said, "where")) {
      Predicate predicate = predicate(about, one, 0);
      if (predicate instanceof Predicate.Compare compare && !(compare.term() instanceof Term.Of)) {
        having.add(compare);
      } else {
        where.add(predicate);
      }
    }
    List<Term.Of> groups = new ArrayList<>();
    for (JsonNode one : items(said, "groups")) {
      if (!(term(about, string(one)) instanceof Term.Of group)) {
        throw new Wrong("Groups are fields only.");
      }
      groups.add(group);
    }
    List<Sort> sort = new ArrayList<>();
    for (JsonNode one : items(said, "sort")) {
      only(one, Set.of("by", "descending"));
      sort.add(new Sort(term(about, text(one, "by")), one.path("descending").asBoolean(false)));
    }
    return new QueryPlan(
        entity,
        columns,
        where,
        groups,
        having,
        sort,
        limit(said.path("limit")),
        said.path("distinct").asBoolean(false));
  }

  /** One of the largest needs no number; every other count has to be said. */
  private int limit(JsonNode limit) throws Wrong {
    if (limit.isNull() || limit.isMissingNode() || limit.isInt() && limit.intValue() == 0) {
      return 0;
    }
    if (!limit.isInt()
        || limit.intValue() < 0
        || limit.intValue() > 1 && !values.isSaid(limit.asString())) {
      throw new Wrong("The limit does not stand in the question.");
    }
    return limit.intValue();
  }

  private static void only(JsonNode node, Set<String> keys) throws Wrong {
    if (!node.isObject()) {
      throw new Wrong("Each item is an object.");
    }
    for (String key : node.propertyNames()) {
      if (!keys.contains(key)) {
        throw new Wrong("The key " + key + " is not known.");
      }
    }
  }

  private static List<JsonNode> items(JsonNode node, String key) throws Wrong {
    JsonNode list = node.path(key);
    if (list.isNull() || list.isMissingNode()) {
      return List.of();
    }
    if (!list.isArray() || list.size() > MOST_ITEMS) {
      throw new Wrong(key + " is a list of at most " + MOST_ITEMS + ".");
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private static String text(JsonNode node, String key) throws Wrong {
    return string(node.path(key));
  }

  private static String string(JsonNode node) throws Wrong {
    if (!node.isString()) {
      throw new Wrong("Names and values are texts.");
    }
    return node.asString();
  }

  /** {@code total}, {@code month:created}, {@code sum:total}, {@code count}, {@code measure:x}. */
  private Term term(Entity about, String said) throws Wrong {
    int colon = said.indexOf(':');
    String how = colon < 0 ? "" : said.substring(0, colon);
    String name = said.substring(colon + 1);
    if (said.equals("count")) {
      return Term.Over.rows();
    }
    if (how.equals("measure")) {
      if (about.measure(name) == null) {
        throw new Wrong("There is no measure " + name + ".");
      }
      return new Term.Measured(name);
    }
    Path path = place(about, name).path();
    Term.Bucket bucket = choice(how, Term.Bucket.class);
    Term.Function function = choice(how, Term.Function.class);
    if (function != null) {
      return new Term.Over(function, path, function == Term.Function.COUNT);
    }
    if (bucket == null && colon >= 0) {
      throw new Wrong("There is no " + how + ":.");
    }
    return new Term.Of(path, bucket);
  }

  private static <E extends Enum<E>> @Nullable E choice(String word, Class<E> type) {
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
        return value;
      }
    }
    return null;
  }

  /** Where a path leads to. */
  record Target(Path path, Entity entity, Field field) {}

  private Target place(Entity about, String name) throws Wrong {
    List<String> parts = List.of(name.split("\\.", -1));
    Entity at = about;
    for (String relation : parts.subList(0, parts.size() - 1)) {
      Step step = catalog.step(at.name(), relation);
      Entity next = step == null ? null : catalog.entity(step.to());
      if (next == null) {
        throw new Wrong("There is no relation " + relation + " at " + at.name() + ".");
      }
      at = next;
    }
    Field field = at.field(parts.getLast());
    if (field == null) {
      throw new Wrong("There is no field " + parts.getLast() + " at " + at.name() + ".");
    }
    return new Target(new Path(parts.subList(0, parts.size() - 1), field.name()), at, field);
  }

  private Predicate predicate(Entity about, JsonNode node, int depth) throws Wrong {
    only(node, CONDITION);
    String is = text(node, "is");
    String name = text(node, "field");
    Said said = said(node);
    if (is.equals("has") || is.equals("has_no")) {
      return has(about, name, node, is.equals("has"), said, depth);
    }
    List<String> values = new ArrayList<>();
    for (JsonNode value : items(node, "values")) {
      values.add(string(value));
    }
    Operator operator = choice(is, Operator.class);
    if (name.equals("count") || name.contains(":")) {
      if (operator == null) {
        throw new Wrong("What adds up is only compared.");
      }
      return new Predicate.Compare(
          term(about, name), operator, new Literal.Number(this.values.number(one(values))), said);
    }
    Target at = place(about, name);
    return switch (is) {
      case "empty", "not_empty" -> new Predicate.Empty(at.path(), is.equals("not_empty"), said);
      case "one_of", "none_of" -> {
        List<Literal> literals = new ArrayList<>();
        for (String value : values) {
          literals.add(this.values.literal(at, value));
        }
        yield new Predicate.OneOf(at.path(), literals, is.equals("none_of"), said);
      }
      case "contains", "starts_with", "ends_with" ->
          new Predicate.Matches(at.path(), where(is), this.values.spoken(one(values)), false, said);
      case "during", "before", "after" -> this.values.time(at, is, one(values), said);
      case "above_average", "below_average" ->
          new Predicate.Against(
              at.path(),
              is.startsWith("above") ? Operator.MORE : Operator.LESS,
              new Term.Over(Term.Function.AVG, at.path(), false),
              List.of(),
              said);
      default -> {
        if (operator == null) {
          throw new Wrong("There is no " + is + ".");
        }
        yield new Predicate.Compare(
            new Term.Of(at.path(), null), operator, this.values.literal(at, one(values)), said);
      }
    };
  }

  private static Predicate.Place where(String is) {
    return switch (is) {
      case "starts_with" -> Predicate.Place.START;
      case "ends_with" -> Predicate.Place.END;
      default -> Predicate.Place.ANYWHERE;
    };
  }

  private Predicate has(
      Entity about, String relation, JsonNode node, boolean some, Said said, int depth)
      throws Wrong {
    Step step = catalog.step(about.name(), relation);
    Entity to = step == null ? null : catalog.entity(step.to());
    if (to == null || depth >= DEEPEST) {
      throw new Wrong("There is no relation " + relation + " at " + about.name() + ".");
    }
    List<Predicate> where = new ArrayList<>();
    for (JsonNode one : items(node, "where")) {
      where.add(predicate(to, one, depth + 1));
    }
    return new Predicate.Has(
        relation, where, some ? Operator.AT_LEAST : Operator.EQUAL, some ? 1 : 0, said);
  }

  private Said said(JsonNode node) throws Wrong {
    JsonNode quoted = node.path("said");
    String text = quoted.isString() ? quoted.asString().strip() : "";
    int at = text.isEmpty() ? -1 : values.find(text);
    if (at < 0) {
      throw new Wrong("Copy into said the words of the question that say so.");
    }
    int end = at + text.length();
    return new Said(at, end, question.substring(at, end));
  }

  private static String one(List<String> values) throws Wrong {
    if (values.size() != 1) {
      throw new Wrong("Such a condition has one value.");
    }
    return values.getFirst();
  }
}
