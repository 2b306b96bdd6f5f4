package dev.tenlines.querying;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Predicate.Place;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import dev.tenlines.query.Term.Bucket;
import dev.tenlines.query.Term.Function;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/** Plans of every kind, most of them fit to be executed; the same for the same number. */
public final class Plans {
  /** What people put in to get out more. */
  public static final List<String> ATTACKS =
      List.of(
          "' OR '1'='1",
          "'; DROP TABLE customers; --",
          "\" OR \"\"=\"",
          "x' UNION SELECT password FROM customers --",
          "') OR shop <> ('",
          "/* */ 1=1 --",
          "%",
          "_",
          "\\",
          "!%",
          "a\u0000b",
          "\u202Eevil\u202C",
          "\uD83D\uDE00 \uD83D",
          "${jndi:ldap://x}",
          "?",
          "?1 :name $1 {fn user()}",
          "a".repeat(10_000));

  private static final List<String> WORDS =
      List.of(
          "Germany", "france", "open", "SHIPPED", "Lamp", "Ada Adler", "élodie roux", "south", "1");

  private final Catalog catalog;
  private final Random random;

  public Plans(Catalog catalog, long seed) {
    this.catalog = catalog;
    this.random = new Random(seed);
  }

  public QueryPlan plan() {
    Entity entity = pick(catalog.entities());
    QueryPlan plan =
        QueryPlan.of(entity.name())
            .withWhere(some(3, () -> predicate(entity, 1)))
            .withLimit(random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0);
    return random.nextBoolean() ? single(plan, entity) : grouped(plan, entity);
  }

  private QueryPlan single(QueryPlan plan, Entity entity) {
    List<Term> columns = some(4, () -> field(entity));
    return plan.withColumns(columns.stream().distinct().toList())
        .withSort(some(2, () -> new Sort(field(entity), random.nextBoolean())))
        .withDistinct(random.nextInt(5) == 0);
  }

  private QueryPlan grouped(QueryPlan plan, Entity entity) {
    List<Term.Of> groups = some(2, () -> field(entity)).stream().distinct().toList();
    List<Term> columns = new ArrayList<>(groups);
    columns.addAll(some(2, () -> figure(entity)));
    Literal few = new Literal.Number(BigDecimal.valueOf(random.nextInt(3)));
    return plan.withGroups(groups)
        .withColumns(columns.stream().distinct().toList())
        .withHaving(
            some(1, () -> new Predicate.Compare(figure(entity), operator(), few, Said.NOTHING)))
        .withSort(
            some(1, () -> new Sort(random.nextBoolean() ? figure(entity) : field(entity), true)));
  }

  private Term.Of field(Entity entity) {
    Path path = path(entity);
    boolean bucket = path.field().equals("created_at") && random.nextBoolean();
    return new Term.Of(path, bucket ? pick(List.of(Bucket.values())) : null);
  }

  private Term figure(Entity entity) {
    if (!entity.measures().isEmpty() && random.nextInt(3) == 0) {
      return new Term.Measured(pick(entity.measures()).name());
    }
    return random.nextInt(3) == 0 ? Term.Over.rows() : over(entity);
  }

  private Term.Over over(Entity entity) {
    return new Term.Over(pick(List.of(Function.values())), path(entity), random.nextInt(4) == 0);
  }

  /** Now and then a name that nobody declared. */
  private Path path(Entity entity) {
    List<String> relations = new ArrayList<>();
    Entity at = entity;
    while (random.nextInt(4) == 0 && !catalog.steps(at.name()).isEmpty()) {
      Step step = pick(catalog.steps(at.name()));
      relations.add(step.name());
      at = Objects.requireNonNull(catalog.entity(step.to()));
    }
    String field =
        random.nextInt(40) == 0
            ? pick(List.of("password", "shop", "cost", "margin", "*", "id\" --"))
            : pick(at.fields()).name();
    return new Path(relations, field);
  }

  private Predicate predicate(Entity entity, int depth) {
    Path path = path(entity);
    Field.Type type = type(entity, path);
    int kind = random.nextInt(depth < 3 ? 9 : 5);
    return switch (kind) {
      case 0, 1 ->
          new Predicate.Compare(new Term.Of(path, null), operator(), literal(type), said());
      case 2 -> new Predicate.Range(path, literal(type), literal(type), said());
      case 3 ->
          type == Field.Type.TEXT
              ? new Predicate.Matches(
                  path, pick(List.of(Place.values())), text(), random.nextBoolean(), said())
              : new Predicate.Empty(path, random.nextBoolean(), said());
      case 4 ->
          new Predicate.OneOf(
              path, List.of(literal(type), literal(type)), random.nextBoolean(), said());
      case 5 -> new Predicate.AnyOf(some(3, () -> predicate(entity, depth + 1)), said());
      case 6 -> new Predicate.AllOf(some(3, () -> predicate(entity, depth + 1)), said());
      case 7 ->
          new Predicate.Against(
              path, operator(), over(entity), some(2, () -> predicate(entity, depth + 1)), said());
      default -> has(entity, depth);
    };
  }

  private Predicate has(Entity entity, int depth) {
    Step step = pick(catalog.steps(entity.name()));
    Entity to = Objects.requireNonNull(catalog.entity(step.to()));
    return new Predicate.Has(
        step.name(),
        some(2, () -> predicate(to, depth + 1)),
        operator(),
        random.nextInt(3),
        said());
  }

  private Field.Type type(Entity entity, Path path) {
    Entity at = entity;
    for (String relation : path.relations()) {
      Step step = Objects.requireNonNull(catalog.step(at.name(), relation));
      at = Objects.requireNonNull(catalog.entity(step.to()));
    }
    Field field = at.field(path.field());
    return field == null ? Field.Type.TEXT : field.type();
  }

  private Literal literal(Field.Type type) {
    return switch (type) {
      case TEXT -> new Literal.Text(text());
      case KEY ->
          random.nextBoolean()
              ? new Literal.Text(text())
              : new Literal.Number(BigDecimal.valueOf(random.nextInt(13)));
      case INTEGER, DECIMAL, MONEY ->
          new Literal.Number(BigDecimal.valueOf(random.nextInt(40_000), random.nextInt(4)));
      case TRUTH -> new Literal.Truth(random.nextBoolean());
      case DATE -> new Literal.Day(day());
      case MOMENT ->
          random.nextBoolean()
              ? new Literal.Day(day())
              : new Literal.Moment(day().atTime(random.nextInt(24), 0));
    };
  }

  private LocalDate day() {
    return LocalDate.of(2025, 9, 20).plusDays(random.nextInt(70));
  }

  private String text() {
    return pick(random.nextBoolean() ? ATTACKS : WORDS);
  }

  private Operator operator() {
    return pick(List.of(Operator.values()));
  }

  private Said said() {
    return random.nextBoolean() ? Said.NOTHING : new Said(0, 4, "said");
  }

  private <T> List<T> some(int most, Supplier<T> one) {
    List<T> some = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      some.add(one.get());
    }
    return some;
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
