package dev.tenlines.querying;

import static dev.tenlines.querying.TestShop.NORTH;
import static dev.tenlines.querying.TestShop.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
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
import dev.tenlines.rendering.Chip;
import dev.tenlines.rendering.PlanCheck;
import dev.tenlines.rendering.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What answers are, whichever database the tables are in. */
abstract class TablesContract {
  static final Catalog CATALOG = TestShop.catalog();

  /** How many plans are made up; a system property for long runs. */
  private static final int MADE_UP = Integer.getInteger("tenlines.plans", 400);

  abstract Tables tables();

  /** The same tables where nothing but the north's rows ever stood. */
  abstract Tables alone();

  @Test
  void anyPlan_seesNothingButItsTenantsRows() {
    PlanCheck check = PlanCheck.of(CATALOG);
    int executed = 0;
    for (int seed = 0; seed < MADE_UP; seed++) {
      QueryPlan plan = new Plans(CATALOG, seed).plan();
      if (!check.wrong(plan).isEmpty()) {
        continue;
      }
      executed++;
      String about = "seed " + seed + ": " + plan;
      Statement statement = tables().statement(plan, NORTH, 0, 50);
      assertThat(Parsed.strange(statement.sql())).as(about).isEmpty();
      assertThat(statement.sql().chars().filter(c -> c == '?').count())
          .as(about)
          .isEqualTo(statement.parameters().size());
      Rows rows = tables().run(plan, NORTH, 0, 50);
      assertThat(rows.rows())
          .as(about)
          .containsExactlyInAnyOrderElementsOf(alone().run(plan, NORTH, 0, 50).rows());
      assertThat(rows.rows().toString()).as(about).doesNotContain("hidden");
      assertThat(tables().count(plan, NORTH)).as(about).isEqualTo(rows.rows().size());
    }
    assertThat(executed).isGreaterThan(MADE_UP / 3);
  }

  @Test
  void attacks_areTextsLikeOthers() {
    for (String attack : Plans.ATTACKS) {
      assertThat(customers(equal("name", text(attack)))).as(attack).isEmpty();
      assertThat(orders(equal("number", text(attack)))).as(attack).isEmpty();
      assertThat(orders(equal("id", text(attack)))).as(attack).isEmpty();
      assertThat(first(QueryPlan.of("customer"), attack)).as(attack).isEmpty();
      QueryPlan plan = QueryPlan.of("customer").withWhere(List.of(equal("name", text(attack))));
      assertThat(tables().statement(plan, attack, 0, 1).sql()).as(attack).matches("[ -~]+");
      assertThat(Parsed.strange(tables().statement(plan, attack, 0, 1).sql())).isEmpty();
    }
  }

  @Test
  void allRows_areThoseOfTheTenant() {
    assertThat(first(QueryPlan.of("customer"), NORTH))
        .containsExactly("Ada Adler", "Élodie Roux", "100%_sure");
    assertThat(first(QueryPlan.of("customer"), SOUTH)).containsExactly("South Sam");
    assertThat(first(QueryPlan.of("customer"), "west")).isEmpty();
    assertThat(first(QueryPlan.of("customer"), "north ")).isEmpty();
  }

  @Test
  void everyonesRows_areThereForEveryTenant() {
    assertThat(first(QueryPlan.of("product"), "west")).containsExactly("Lamp", "Chair");
  }

  @Test
  void columns_haveTheirTypesAndLabels() {
    Rows rows = tables().run(QueryPlan.of("order"), NORTH, 0, 1);
    assertThat(rows.columns())
        .extracting("label")
        .containsExactly("number", "status", "total", "created_at");
    assertThat(rows.columns().get(2).unit()).isEqualTo("EUR");
    assertThat(rows.rows().getFirst())
        .containsExactly(
            TestShop.number(1), "open", new BigDecimal("120.5"), moment("2025-11-10T00:00"));
    assertThat(rows.more()).isTrue();
  }

  @Test
  void typedFields_comeAsTheirTypes() {
    QueryPlan plan =
        QueryPlan.of("customer")
            .withColumns(List.of(Term.Of.field("active"), Term.Of.field("born")));
    List<List<@Nullable Object>> rows = tables().run(plan, NORTH, 0, 10).rows();
    assertThat(rows.get(0)).containsExactly(true, LocalDate.of(1990, 5, 1));
    assertThat(rows.get(1)).containsExactly(false, LocalDate.of(1985, 12, 31));
    assertThat(rows.get(2)).containsExactly(true, null);
  }

  @Test
  void text_isEqualWhateverItsCase() {
    assertThat(customers(equal("country", text("germany")))).containsExactly("Ada Adler");
    assertThat(customers(equal("country", text("France")))).containsExactly("Élodie Roux");
    assertThat(customers(equal("name", text("élodie roux")))).containsExactly("Élodie Roux");
    assertThat(customers(equal("name", text("ÉLODIE ROUX")))).containsExactly("Élodie Roux");
  }

  @Test
  void whatIsNotTheValue_mayBeNothing() {
    assertThat(customers(compare("country", Operator.NOT_EQUAL, text("germany"))))
        .containsExactly("Élodie Roux", "100%_sure");
    assertThat(
            customers(
                new Predicate.OneOf(
                    Path.of("country"),
                    List.of(text("germany"), text("france")),
                    true,
                    Said.NOTHING)))
        .containsExactly("100%_sure");
    assertThat(
            customers(
                new Predicate.Matches(
                    Path.of("country"), Place.ANYWHERE, "man", true, Said.NOTHING)))
        .containsExactly("Élodie Roux", "100%_sure");
  }

  @Test
  void matches_takeLettersAsTheyAre() {
    assertThat(customers(matches("name", Place.ANYWHERE, "%"))).containsExactly("100%_sure");
    assertThat(customers(matches("name", Place.ANYWHERE, "_"))).containsExactly("100%_sure");
    assertThat(customers(matches("name", Place.ANYWHERE, "!"))).isEmpty();
    assertThat(customers(matches("name", Place.ANYWHERE, "\\"))).isEmpty();
    assertThat(customers(matches("name", Place.START, "ADA"))).containsExactly("Ada Adler");
    assertThat(customers(matches("name", Place.START, "adler"))).isEmpty();
    assertThat(customers(matches("name", Place.END, "ADLER"))).containsExactly("Ada Adler");
    assertThat(customers(matches("name", Place.START, "éLODIE"))).containsExactly("Élodie Roux");
  }

  @Test
  void keys_areFoundByTextOrNumber() {
    assertThat(orders(equal("id", number("2")))).containsExactly(2L);
    assertThat(orders(equal("id", text("2")))).containsExactly(2L);
    assertThat(orders(equal("id", text("2 or 1=1")))).isEmpty();
    assertThat(orders(equal("number", text(TestShop.number(3).toUpperCase(java.util.Locale.ROOT)))))
        .containsExactly(3L);
    assertThat(orders(equal("number", text("x' OR 'a'='a")))).isEmpty();
    assertThat(
            orders(
                new Predicate.OneOf(
                    Path.of("id"),
                    List.of(number("1"), number("4"), number("11")),
                    false,
                    Said.NOTHING)))
        .containsExactly(1L, 4L);
  }

  @Test
  void figures_areCompared() {
    assertThat(orders(compare("total", Operator.MORE, number("100")))).containsExactly(1L, 4L);
    assertThat(orders(compare("total", Operator.AT_MOST, number("80.00")))).containsExactly(2L, 3L);
    assertThat(orders(equal("total", number("120.50")))).containsExactly(1L);
    assertThat(orders(compare("pieces", Operator.LESS, number("2.5")))).containsExactly(2L, 3L);
    assertThat(
            orders(new Predicate.Range(Path.of("pieces"), number("2"), number("7"), Said.NOTHING)))
        .containsExactly(1L, 3L);
  }

  @Test
  void numbersInTexts_areNumbers() {
    assertThat(orders(compare("score", Operator.MORE, number("9")))).containsExactly(1L, 2L);
    assertThat(orders(compare("score", Operator.LESS, number("10")))).containsExactly(2L);
    QueryPlan sorted = ordersPlan().withSort(List.of(new Sort(Term.Of.field("score"), true)));
    assertThat(first(sorted, NORTH)).startsWith(1L, 2L);
    assertThat(one(new Term.Over(Function.SUM, Path.of("score"), false)))
        .isEqualTo(new BigDecimal("21.5"));
  }

  @Test
  void days_areWholeAndHalfOpen() {
    Predicate week =
        new Predicate.Range(
            Path.of("created_at"), day("2025-11-10"), day("2025-11-17"), Said.NOTHING);
    assertThat(orders(week)).containsExactly(1L, 2L);
    assertThat(orders(equal("created_at", day("2025-11-16")))).containsExactly(2L);
    assertThat(orders(compare("created_at", Operator.NOT_EQUAL, day("2025-11-16"))))
        .containsExactly(1L, 3L, 4L);
    assertThat(orders(compare("created_at", Operator.MORE, day("2025-11-16")))).containsExactly(3L);
    assertThat(orders(compare("created_at", Operator.AT_MOST, day("2025-11-16"))))
        .containsExactly(1L, 2L, 4L);
    assertThat(orders(compare("created_at", Operator.LESS, day("2025-11-16"))))
        .containsExactly(1L, 4L);
    assertThat(orders(compare("shipped_on", Operator.AT_LEAST, day("2025-11-19"))))
        .containsExactly(3L);
    assertThat(
            orders(
                new Predicate.Range(Path.of("shipped_on"), null, day("2025-11-18"), Said.NOTHING)))
        .containsExactly(4L);
  }

  @Test
  void moments_areComparedToTheSecond() {
    assertThat(
            orders(
                compare(
                    "created_at",
                    Operator.MORE,
                    new Literal.Moment(moment("2025-11-16T23:59:58")))))
        .containsExactly(2L, 3L);
    assertThat(orders(equal("created_at", new Literal.Moment(moment("2025-11-16T23:59:59")))))
        .containsExactly(2L);
  }

  @Test
  void truths_areTrueOrFalse() {
    assertThat(customers(equal("active", new Literal.Truth(false)))).containsExactly("Élodie Roux");
    assertThat(customers(equal("active", new Literal.Truth(true))))
        .containsExactly("Ada Adler", "100%_sure");
  }

  @Test
  void empty_isNothingOrAnEmptyText() {
    assertThat(orders(new Predicate.Empty(Path.of("note"), false, Said.NOTHING)))
        .containsExactly(2L, 3L, 4L);
    assertThat(orders(new Predicate.Empty(Path.of("note"), true, Said.NOTHING)))
        .containsExactly(1L);
    assertThat(orders(new Predicate.Empty(Path.of("shipped_on"), false, Said.NOTHING)))
        .containsExactly(1L);
    assertThat(orders(new Predicate.Empty(Path.of("shipped_on"), true, Said.NOTHING)))
        .containsExactly(2L, 3L, 4L);
  }

  @Test
  void relatedFields_areJoined() {
    Path country = new Path(List.of("customer"), "country");
    Predicate german =
        new Predicate.Compare(
            new Term.Of(country, null), Operator.EQUAL, text("germany"), Said.NOTHING);
    assertThat(orders(german)).containsExactly(1L, 2L);
    QueryPlan named =
        QueryPlan.of("order")
            .withColumns(List.of(new Term.Of(new Path(List.of("customer"), "name"), null)))
            .withWhere(List.of(equal("id", number("4"))));
    assertThat(first(named, NORTH)).containsExactly("100%_sure");
    QueryPlan far =
        QueryPlan.of("item")
            .withColumns(
                List.of(new Term.Of(new Path(List.of("order", "customer"), "name"), null)));
    assertThat(first(far, SOUTH)).containsExactly("South Sam");
  }

  @Test
  void has_asksForRelatedRows() {
    assertThat(customers(has("orders", Operator.AT_LEAST, 1)))
        .containsExactly("Ada Adler", "Élodie Roux", "100%_sure");
    assertThat(customers(has("orders", Operator.MORE, 1))).containsExactly("Ada Adler");
    Predicate large = compare("total", Operator.MORE, number("200"));
    assertThat(customers(has("orders", Operator.AT_LEAST, 1, large))).containsExactly("100%_sure");
    assertThat(customers(has("orders", Operator.EQUAL, 0, large)))
        .containsExactly("Ada Adler", "Élodie Roux");
    Path title = new Path(List.of("product"), "title");
    Predicate lamp =
        has(
            "items",
            Operator.AT_LEAST,
            1,
            new Predicate.Matches(title, Place.ANYWHERE, "lamp", false, Said.NOTHING));
    assertThat(orders(lamp)).containsExactly(1L, 2L);
    assertThat(customers(has("orders", Operator.EQUAL, 2, lamp))).containsExactly("Ada Adler");
  }

  @Test
  void against_comparesWithTheTenantsOwnRows() {
    Term.Over average = new Term.Over(Function.AVG, Path.of("total"), false);
    assertThat(
            orders(
                new Predicate.Against(
                    Path.of("total"), Operator.MORE, average, List.of(), Said.NOTHING)))
        .containsExactly(4L);
    assertThat(
            orders(
                new Predicate.Against(
                    Path.of("total"),
                    Operator.EQUAL,
                    new Term.Over(Function.MAX, Path.of("total"), false),
                    List.of(equal("status", text("shipped"))),
                    Said.NOTHING)))
        .containsExactly(4L);
    assertThat(
            orders(
                new Predicate.Against(
                    Path.of("created_at"),
                    Operator.EQUAL,
                    new Term.Over(Function.MAX, Path.of("created_at"), false),
                    List.of(),
                    Said.NOTHING)))
        .containsExactly(3L);
  }

  @Test
  void choices_holdWhereOneDoes() {
    Predicate any =
        new Predicate.AnyOf(
            List.of(
                equal("status", text("open")),
                new Predicate.AllOf(
                    List.of(
                        equal("status", text("shipped")),
                        compare("total", Operator.MORE, number("100"))),
                    Said.NOTHING)),
            Said.NOTHING);
    assertThat(orders(any)).containsExactly(1L, 4L);
  }

  @Test
  void figures_areAddedUp() {
    assertThat(one(Term.Over.rows())).isEqualTo(4L);
    assertThat(one(new Term.Over(Function.COUNT, Path.of("shipped_on"), false))).isEqualTo(3L);
    assertThat(one(new Term.Over(Function.COUNT, Path.of("status"), true))).isEqualTo(3L);
    assertThat(one(new Term.Over(Function.SUM, Path.of("total"), false)))
        .isEqualTo(new BigDecimal("525.5"));
    assertThat(one(new Term.Over(Function.MIN, Path.of("created_at"), false)))
        .isEqualTo(moment("2025-10-01T12:00"));
    assertThat(one(new Term.Measured("revenue"))).isEqualTo(new BigDecimal("525.5"));
    assertThat(one(new Term.Measured("return_rate"))).isEqualTo(new BigDecimal("0.25"));
  }

  @Test
  void ratioOfNothing_isNothing() {
    QueryPlan plan = QueryPlan.of("order").withColumns(List.of(new Term.Measured("return_rate")));
    assertThat(tables().run(plan, "west", 0, 10).rows().getFirst()).containsExactly((Object) null);
  }

  @Test
  void groups_areSortedAndCounted() {
    QueryPlan plan =
        QueryPlan.of("order")
            .withGroups(List.of(Term.Of.field("status")))
            .withSort(List.of(new Sort(Term.Over.rows(), true)));
    assertThat(tables().run(plan, NORTH, 0, 10).rows())
        .containsExactly(List.of("shipped", 2L), List.of("open", 1L), List.of("returned", 1L));
    QueryPlan many =
        plan.withHaving(
            List.of(
                new Predicate.Compare(Term.Over.rows(), Operator.MORE, number("1"), Said.NOTHING)));
    assertThat(first(many, NORTH)).containsExactly("shipped");
  }

  @Test
  void buckets_areFirstDays() {
    assertThat(buckets(Bucket.DAY))
        .containsExactly("2025-10-01", "2025-11-10", "2025-11-16", "2025-11-17");
    assertThat(buckets(Bucket.WEEK)).containsExactly("2025-09-29", "2025-11-10", "2025-11-17");
    assertThat(buckets(Bucket.MONTH)).containsExactly("2025-10-01", "2025-11-01");
    assertThat(buckets(Bucket.QUARTER)).containsExactly("2025-10-01");
    assertThat(buckets(Bucket.YEAR)).containsExactly("2025-01-01");
  }

  @Test
  void sorting_putsNothingLast() {
    QueryPlan plan = ordersPlan().withSort(List.of(new Sort(Term.Of.field("shipped_on"), false)));
    assertThat(first(plan, NORTH)).containsExactly(4L, 2L, 3L, 1L);
    assertThat(first(plan.withSort(List.of(new Sort(Term.Of.field("shipped_on"), true))), NORTH))
        .containsExactly(3L, 2L, 4L, 1L);
    QueryPlan customers =
        QueryPlan.of("customer").withSort(List.of(new Sort(Term.Of.field("country"), false)));
    assertThat(tables().run(customers, NORTH, 0, 10).rows().get(2).get(1)).isNull();
  }

  @Test
  void pages_followEachOther() {
    Rows page = tables().run(ordersPlan(), NORTH, 1, 2);
    assertThat(page.rows()).extracting(row -> row.get(0)).containsExactly(2L, 3L);
    assertThat(page.more()).isTrue();
    assertThat(tables().run(ordersPlan(), NORTH, 3, 2).more()).isFalse();
    Rows limited = tables().run(ordersPlan().withLimit(3), NORTH, 2, 2);
    assertThat(limited.rows()).extracting(row -> row.get(0)).containsExactly(3L);
    assertThat(limited.more()).isFalse();
    assertThat(tables().run(ordersPlan().withLimit(3), NORTH, 5, 2).rows()).isEmpty();
  }

  @Test
  void counts_areOfThePlan() {
    assertThat(tables().count(ordersPlan(), NORTH)).isEqualTo(4);
    assertThat(tables().count(ordersPlan().withLimit(3), NORTH)).isEqualTo(3);
    QueryPlan groups = QueryPlan.of("order").withGroups(List.of(Term.Of.field("status")));
    assertThat(tables().count(groups, NORTH)).isEqualTo(3);
  }

  @Test
  void different_rowsAreShownOnce() {
    QueryPlan plan =
        QueryPlan.of("order").withColumns(List.of(Term.Of.field("status"))).withDistinct(true);
    assertThat(first(plan, NORTH)).containsExactlyInAnyOrder("open", "shipped", "returned");
  }

  @Test
  void values_areTheTenantsOwn() {
    Entity customer = Objects.requireNonNull(CATALOG.entity("customer"));
    var country = Objects.requireNonNull(customer.field("country"));
    assertThat(tables().values(customer, country, NORTH, 10).values())
        .containsExactlyInAnyOrder("Germany", "FRANCE");
    assertThat(tables().values(customer, country, NORTH, 10).complete()).isTrue();
    assertThat(tables().values(customer, country, NORTH, 1).values()).hasSize(1);
    assertThat(tables().values(customer, country, NORTH, 1).complete()).isFalse();
    Entity order = Objects.requireNonNull(CATALOG.entity("order"));
    assertThat(
            tables()
                .values(order, Objects.requireNonNull(order.field("status")), NORTH, 10)
                .values())
        .containsExactlyInAnyOrder("open", "shipped", "returned");
  }

  @Test
  void emptying_namesTheFilterThatRemovesAll() {
    QueryPlan plan =
        ordersPlan()
            .withWhere(
                List.of(
                    equal("status", text("open")),
                    compare("total", Operator.MORE, number("5000"))));
    assertThat(tables().run(plan, NORTH, 0, 10).rows()).isEmpty();
    List<Emptying> emptying = tables().emptying(plan, NORTH);
    assertThat(emptying).extracting(Emptying::chip).extracting(Chip::id).containsExactly("where.1");
    assertThat(emptying.getFirst().rows()).isEqualTo(1);
  }

  @Test
  void planOfUndeclaredNames_isRefused() {
    for (String hidden : List.of("password", "shop", "margin", "secrets")) {
      QueryPlan plan = QueryPlan.of("customer").withColumns(List.of(Term.Of.field(hidden)));
      assertThatThrownBy(() -> tables().run(plan, NORTH, 0, 1))
          .isInstanceOf(TenlinesException.class)
          .hasMessageContaining("TL-407")
          .hasMessageContaining(hidden);
    }
  }

  private List<@Nullable Object> buckets(Bucket bucket) {
    Term.Of by = new Term.Of(Path.of("created_at"), bucket);
    QueryPlan plan =
        QueryPlan.of("order").withGroups(List.of(by)).withSort(List.of(new Sort(by, false)));
    return tables().run(plan, NORTH, 0, 100).rows().stream()
        .<@Nullable Object>map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  private Object one(Term term) {
    QueryPlan plan = QueryPlan.of("order").withColumns(List.of(term));
    return Objects.requireNonNull(tables().run(plan, NORTH, 0, 10).rows().getFirst().getFirst());
  }

  private List<@Nullable Object> customers(Predicate where) {
    return first(QueryPlan.of("customer").withWhere(List.of(where)), NORTH);
  }

  private List<@Nullable Object> orders(Predicate where) {
    return first(ordersPlan().withWhere(List.of(where)), NORTH);
  }

  private static QueryPlan ordersPlan() {
    return QueryPlan.of("order").withColumns(List.of(Term.Of.field("id")));
  }

  private List<@Nullable Object> first(QueryPlan plan, String tenant) {
    return tables().run(plan, tenant, 0, 100).rows().stream()
        .<@Nullable Object>map(row -> row.get(0))
        .toList();
  }

  private static Predicate equal(String field, Literal value) {
    return compare(field, Operator.EQUAL, value);
  }

  private static Predicate compare(String field, Operator operator, Literal value) {
    return new Predicate.Compare(Term.Of.field(field), operator, value, Said.NOTHING);
  }

  private static Predicate matches(String field, Place place, String text) {
    return new Predicate.Matches(Path.of(field), place, text, false, Said.NOTHING);
  }

  private static Predicate has(String relation, Operator operator, int count, Predicate... where) {
    return new Predicate.Has(relation, List.of(where), operator, count, Said.NOTHING);
  }

  private static Literal text(String text) {
    return new Literal.Text(text);
  }

  private static Literal number(String number) {
    return new Literal.Number(new BigDecimal(number));
  }

  private static Literal day(String day) {
    return new Literal.Day(LocalDate.parse(day));
  }

  private static LocalDateTime moment(String moment) {
    return LocalDateTime.parse(moment);
  }
}
