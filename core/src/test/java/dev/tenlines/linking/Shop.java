package dev.tenlines.linking;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Field.Choice;
import dev.tenlines.catalog.Field.Type;
import dev.tenlines.catalog.Measure;
import dev.tenlines.catalog.Relation;
import dev.tenlines.catalog.Scope;
import dev.tenlines.catalog.Values;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import dev.tenlines.text.Setting;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small shop to ask questions of, and plans of it in one line. */
final class Shop {
  /** A Wednesday. */
  static final Setting SETTING =
      new Setting(Locale.ENGLISH, ZonedDateTime.of(2026, 3, 18, 15, 30, 0, 0, ZoneOffset.UTC));

  static final Catalog CATALOG =
      new Catalog(
          List.of(
              entity(
                  "customers",
                  List.of("customer", "customers", "client"),
                  null,
                  List.of("name", "city"),
                  field("id", Type.KEY, "id", "customer number"),
                  field("name", Type.TEXT, "name"),
                  field("city", Type.TEXT, "city", "town"),
                  field("country", Type.TEXT, "country"),
                  field("email", Type.TEXT, "email", "mail address"),
                  field("age", Type.INTEGER, "age"),
                  verbs("joined", Type.DATE, List.of("joined", "signed up"), "join date")),
              entity(
                  "orders",
                  List.of("order", "orders", "purchase"),
                  "created_at",
                  List.of("id", "status", "total"),
                  field("id", Type.KEY, "id", "order number"),
                  new Field(
                      "total",
                      "total",
                      Type.MONEY,
                      List.of("total", "amount", "value"),
                      List.of(),
                      null,
                      "currency",
                      List.of(),
                      false),
                  field("currency", Type.TEXT, "currency"),
                  new Field(
                      "status",
                      "status",
                      Type.TEXT,
                      List.of("status", "state"),
                      List.of(),
                      null,
                      null,
                      List.of(
                          new Choice("open", List.of("pending")),
                          new Choice("shipped", List.of()),
                          new Choice("cancelled", List.of("canceled", "called off"))),
                      false),
                  verbs("created_at", Type.MOMENT, List.of("created", "placed"), "order date"),
                  verbs("shipped_at", Type.MOMENT, List.of("shipped", "sent"), "shipping date")),
              entity(
                  "products",
                  List.of("product", "products", "article"),
                  null,
                  List.of("name", "price"),
                  field("id", Type.KEY, "id"),
                  field("name", Type.TEXT, "name", "title"),
                  field("category", Type.TEXT, "category"),
                  field("price", Type.MONEY, "price", "cost"),
                  field("stock", Type.INTEGER, "stock", "units"),
                  field("description", Type.TEXT, "description"))),
          List.of(
              relation("customer", "orders", "customers", "orders"),
              relation("product", "orders", "products", "orders")));

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "customers.city", List.of("Berlin", "Paris", "New York"),
          "customers.country", List.of("Germany", "France", "USA"),
          "customers.name", List.of("Anna Schmidt", "Paris Hilton", "Bob Miller"),
          "products.category", List.of("Toys", "Books"),
          "products.name", List.of("Red Lamp", "Blue Lamp"));

  static final Linker LINKER =
      new Linker(
          CATALOG,
          Dictionary.of(
              CATALOG,
              (entity, field) ->
                  new Values(
                      VALUES.getOrDefault(entity.name() + "." + field.name(), List.of()), true)));

  private Shop() {}

  private static Entity entity(
      String name, List<String> words, @Nullable String date, List<String> shown, Field... fields) {
    Measure revenue =
        new Measure(
            "revenue",
            List.of("revenue", "turnover"),
            new Term.Over(Term.Function.SUM, Path.of("total"), false),
            List.of(),
            null,
            List.of());
    List<Measure> measures = name.equals("orders") ? List.of(revenue) : List.of();
    return new Entity(
        name, name, words, new Scope.Everyone(), List.of(fields), measures, date, shown);
  }

  private static Field field(String name, Type type, String... words) {
    boolean sampled = type == Type.TEXT;
    return new Field(name, name, type, List.of(words), List.of(), null, null, List.of(), sampled);
  }

  private static Field verbs(String name, Type type, List<String> verbs, String... words) {
    return new Field(name, name, type, List.of(words), verbs, null, null, List.of(), false);
  }

  private static Relation relation(String name, String from, String to, String inverse) {
    return new Relation(
        name,
        from,
        List.of(name + "_id"),
        to,
        List.of("id"),
        List.of(name),
        inverse,
        List.of(inverse));
  }

  /** What a question is read as: plans in one line each, or the reason why not. */
  static String read(String question) {
    return read(LINKER, question);
  }

  /** The same over other tables. */
  static String read(Linker linker, String question) {
    return switch (linker.read(question, SETTING)) {
      case Understood.Read read ->
          read.readings().stream().map(r -> line(r.plan())).collect(Collectors.joining(" / "));
      case Understood.Refused refused -> refused.reason() + " " + refused.words();
    };
  }

  private static String line(QueryPlan plan) {
    StringBuilder line = new StringBuilder(plan.entity());
    if (!plan.columns().isEmpty()) {
      line.append(" show ").append(plan.columns().stream().map(Shop::term).toList());
    }
    if (!plan.where().isEmpty()) {
      line.append(" where ").append(plan.where().stream().map(Shop::predicate).toList());
    }
    if (!plan.groups().isEmpty()) {
      line.append(" by ").append(plan.groups().stream().map(Shop::term).toList());
    }
    if (!plan.having().isEmpty()) {
      line.append(" having ").append(plan.having().stream().map(Shop::predicate).toList());
    }
    for (Sort sort : plan.sort()) {
      line.append(sort.descending() ? " down " : " up ").append(term(sort.term()));
    }
    line.append(plan.limit() > 0 ? " limit " + plan.limit() : "");
    return line.append(plan.distinct() ? " distinct" : "").toString();
  }

  private static String term(Term term) {
    return switch (term) {
      case Term.Of of -> of.path() + (of.bucket() == null ? "" : "/" + of.bucket());
      case Term.Over over ->
          over.function()
              + (over.path() == null
                  ? ""
                  : "(" + (over.distinct() ? "different " : "") + over.path() + ")");
      case Term.Measured measured -> measured.measure();
    };
  }

  private static String predicate(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Compare c -> term(c.term()) + " " + c.operator() + " " + literal(c.value());
      case Predicate.Range r -> r.path() + " " + literal(r.from()) + ".." + literal(r.to());
      case Predicate.OneOf o ->
          o.path()
              + (o.negated() ? " not in " : " in ")
              + o.values().stream().map(Shop::literal).toList();
      case Predicate.Matches m ->
          m.path() + (m.negated() ? " not " : " ") + m.place() + " '" + m.text() + "'";
      case Predicate.Empty e -> e.path() + (e.negated() ? " filled" : " empty");
      case Predicate.Has h ->
          h.relation()
              + " "
              + h.operator()
              + " "
              + h.count()
              + h.where().stream().map(Shop::predicate).toList();
      case Predicate.Against a -> a.path() + " " + a.operator() + " " + term(a.over());
      case Predicate.AnyOf any -> "any" + any.any().stream().map(Shop::predicate).toList();
      case Predicate.AllOf all -> "all" + all.all().stream().map(Shop::predicate).toList();
    };
  }

  private static String literal(@Nullable Literal literal) {
    return switch (literal) {
      case null -> "";
      case Literal.Text text -> text.text();
      case Literal.Number number -> number.number().toPlainString();
      case Literal.Truth truth -> String.valueOf(truth.truth());
      case Literal.Day day -> day.day().toString();
      case Literal.Moment moment -> moment.moment().toString();
    };
  }
}
