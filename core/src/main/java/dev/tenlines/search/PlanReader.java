package dev.tenlines.search;

import dev.tenlines.TenlinesException;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@link PlanWriter} writes, strictly: an unknown name, kind or form is refused with its
 * place. Whether the names are declared is another question.
 */
final class PlanReader {
  private static final int DEEPEST = 6;
  private static final int MOST_ITEMS = 200;
  private static final int LONGEST_NUMBER = 60;
  private static final int LARGEST_EXPONENT = 60;

  private PlanReader() {}

  /**
   * Reads a plan of names and values.
   *
   * @throws TenlinesException TL-420 where it is none
   */
  static QueryPlan read(Object plan) {
    return plan(JsonMapper.shared().valueToTree(plan));
  }

  private static QueryPlan plan(JsonNode node) {
    Place root = new Place("plan", node, 0);
    root.only("entity", "columns", "where", "groups", "having", "sort", "limit", "distinct");
    List<Predicate.Compare> having = new ArrayList<>();
    for (Predicate one : root.list("having", PlanReader::predicate)) {
      if (!(one instanceof Predicate.Compare compare)) {
        throw root.wrong("having", "compares only");
      }
      having.add(compare);
    }
    List<Term.Of> groups = new ArrayList<>();
    for (Term one : root.list("groups", PlanReader::bare)) {
      if (!(one instanceof Term.Of of)) {
        throw root.wrong("groups", "has fields only");
      }
      groups.add(of);
    }
    return new QueryPlan(
        root.text("entity"),
        root.list("columns", PlanReader::bare),
        root.list("where", PlanReader::predicate),
        groups,
        having,
        root.list("sort", PlanReader::sort),
        root.has("limit") ? root.count("limit") : 0,
        root.flag("distinct"));
  }

  private static Sort sort(Place at) {
    at.only("field", "by", "over", "distinct", "measure", "descending");
    return new Sort(term(at), at.flag("descending"));
  }

  private static Term bare(Place at) {
    at.only("field", "by", "over", "distinct", "measure");
    return term(at);
  }

  private static Term term(Place at) {
    if (at.has("measure")) {
      return new Term.Measured(at.text("measure"));
    }
    if (at.has("over")) {
      return new Term.Over(
          at.choice("over", Term.Function.class),
          at.has("field") ? at.path("field") : null,
          at.flag("distinct"));
    }
    return new Term.Of(at.path("field"), at.has("by") ? at.choice("by", Term.Bucket.class) : null);
  }

  private static Predicate predicate(Place at) {
    Said said = at.said();
    return switch (at.text("kind")) {
      case "compare" -> {
        at.only("kind", "said", "field", "by", "over", "distinct", "measure", "operator", "value");
        yield new Predicate.Compare(term(at), at.operator(), at.literal("value"), said);
      }
      case "range" -> {
        at.only("kind", "said", "field", "from", "to");
        yield new Predicate.Range(at.path("field"), at.maybe("from"), at.maybe("to"), said);
      }
      case "one_of" -> {
        at.only("kind", "said", "field", "values", "negated");
        yield new Predicate.OneOf(
            at.path("field"), at.list("values", Place::single), at.flag("negated"), said);
      }
      case "matches" -> {
        at.only("kind", "said", "field", "place", "text", "negated");
        yield new Predicate.Matches(
            at.path("field"),
            at.choice("place", Predicate.Place.class),
            at.text("text"),
            at.flag("negated"),
            said);
      }
      case "empty" -> {
        at.only("kind", "said", "field", "negated");
        yield new Predicate.Empty(at.path("field"), at.flag("negated"), said);
      }
      case "has" -> {
        at.only("kind", "said", "relation", "where", "operator", "count");
        yield new Predicate.Has(
            at.text("relation"),
            at.list("where", PlanReader::predicate),
            at.operator(),
            at.count("count"),
            said);
      }
      case "against" -> {
        at.only("kind", "said", "field", "operator", "over", "where");
        Place over = at.inner("over");
        if (!(bare(over) instanceof Term.Over what)) {
          throw at.wrong("over", "adds nothing up");
        }
        yield new Predicate.Against(
            at.path("field"), at.operator(), what, at.list("where", PlanReader::predicate), said);
      }
      case "any_of" -> {
        at.only("kind", "said", "any");
        yield new Predicate.AnyOf(at.list("any", PlanReader::predicate), said);
      }
      case "all_of" -> {
        at.only("kind", "said", "all");
        yield new Predicate.AllOf(at.list("all", PlanReader::predicate), said);
      }
      default -> throw at.wrong("kind", "is not known");
    };
  }

  /** An object of the plan and where it stands. */
  private record Place(String name, JsonNode node, int depth) {
    private Place {
      if (!node.isObject()) {
        throw wrong(name + " is not an object");
      }
      if (depth > DEEPEST) {
        throw wrong(name + " is nested too deep");
      }
    }

    private static TenlinesException wrong(String what) {
      return new TenlinesException(
          "TL-420",
          "The plan cannot be read: " + what + ".",
          "Maybe send back the plan of an answer, with only its values changed.");
    }

    private TenlinesException wrong(String key, String what) {
      return wrong(name + "." + key + " " + what);
    }

    private void only(String... names) {
      for (String key : node.propertyNames()) {
        if (!Set.of(names).contains(key)) {
          throw wrong(key, "is not known");
        }
      }
    }

    private boolean has(String key) {
      return node.has(key) && !node.get(key).isNull();
    }

    private String text(String key) {
      JsonNode text = node.path(key);
      if (!text.isString()) {
        throw wrong(key, "is not a text");
      }
      return text.asString();
    }

    private boolean flag(String key) {
      JsonNode flag = node.path(key);
      if (has(key) && !flag.isBoolean()) {
        throw wrong(key, "is not true or false");
      }
      return flag.asBoolean(false);
    }

    private int count(String key) {
      JsonNode count = node.path(key);
      if (!count.isInt() || count.intValue() < 0) {
        throw wrong(key, "is not a whole number");
      }
      return count.intValue();
    }

    private Path path(String key) {
      List<String> steps = List.of(text(key).split("\\.", -1));
      return new Path(steps.subList(0, steps.size() - 1), steps.getLast());
    }

    private Predicate.Operator operator() {
      return choice("operator", Predicate.Operator.class);
    }

    private <E extends Enum<E>> E choice(String key, Class<E> type) {
      String text = text(key);
      for (E value : type.getEnumConstants()) {
        if (PlanWriter.word(value).equals(text)) {
          return value;
        }
      }
      throw wrong(key, "(" + text + ") is not known");
    }

    private Place inner(String key) {
      return new Place(name + "." + key, node.path(key), depth + 1);
    }

    private <T> List<T> list(String key, Function<Place, T> reader) {
      if (!has(key)) {
        return List.of();
      }
      JsonNode list = node.get(key);
      if (!list.isArray() || list.size() > MOST_ITEMS) {
        throw wrong(key, "is not a list of at most " + MOST_ITEMS);
      }
      List<T> items = new ArrayList<>();
      for (JsonNode item : list) {
        Place at = new Place(name + "." + key + "[" + items.size() + "]", item, depth + 1);
        items.add(reader.apply(at));
      }
      return items;
    }

    private @Nullable Literal maybe(String key) {
      return has(key) ? literal(key) : null;
    }

    private Literal literal(String key) {
      return inner(key).single();
    }

    private Literal single() {
      only("text", "number", "truth", "day", "moment");
      if (node.size() != 1) {
        throw wrong(name + " is not one value");
      }
      try {
        if (has("text")) {
          return new Literal.Text(text("text"));
        }
        if (has("number")) {
          return new Literal.Number(number());
        }
        if (has("day")) {
          return new Literal.Day(LocalDate.parse(text("day")));
        }
        if (has("moment")) {
          return new Literal.Moment(LocalDateTime.parse(text("moment")));
        }
      } catch (DateTimeException | NumberFormatException e) {
        throw wrong(name + " is not such a value");
      }
      return new Literal.Truth(flag("truth"));
    }

    /** A number of JSON or its digits: an exponent must not become a million zeros. */
    private BigDecimal number() {
      JsonNode number = node.get("number");
      String digits = number.isNumber() ? number.asString() : text("number");
      BigDecimal value = digits.length() > LONGEST_NUMBER ? null : new BigDecimal(digits);
      if (value == null || Math.abs((long) value.scale()) > LARGEST_EXPONENT) {
        throw wrong(name + " is not a number of use");
      }
      return value;
    }

    private Said said() {
      if (!has("said")) {
        return Said.NOTHING;
      }
      Place at = inner("said");
      at.only("start", "end", "words");
      return new Said(at.count("start"), at.count("end"), at.text("words"));
    }
  }
}
