package dev.tenlines.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.catalog.Catalog;
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
import dev.tenlines.querying.TestShop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
  private static final Catalog CATALOG = TestShop.catalog();
  private static final QueryPlan ORDERS = QueryPlan.of("order");
  private static final Term.Over SUM = new Term.Over(Function.SUM, Path.of("total"), false);
  private static final Term.Of STATUS = Term.Of.field("status");

  @Test
  void namesThatAreNotDeclared_areRefused() {
    assertWrong(QueryPlan.of("secrets"), "There is no entity secrets.");
    assertWrong(ORDERS.withColumns(List.of(Term.Of.field("margin"))), "no field margin of order");
    assertWrong(
        ORDERS.withColumns(List.of(new Term.Of(new Path(List.of("spy"), "name"), null))),
        "no field spy.name of order");
    assertWrong(where(has("secrets", 1)), "no relation secrets of order");
    assertWrong(ORDERS.withColumns(List.of(new Term.Measured("profit"))), "no measure profit");
  }

  @Test
  void valuesOfOtherTypes_areRefused() {
    assertWrong(where(equal("total", text("much"))), "total is money and cannot be a text");
    assertWrong(
        where(equal("created_at", number("5"))), "created_at is moment and cannot be a number");
    assertWrong(where(equal("status", new Literal.Truth(true))), "cannot be true or false");
    assertWrong(where(equal("status", new Literal.Day(LocalDate.EPOCH))), "cannot be a day");
    assertWrong(
        where(new Predicate.Compare(STATUS, Operator.MORE, text("a"), Said.NOTHING)),
        "neither more nor less");
    assertWrong(where(range("status", text("a"))), "neither more nor less");
    assertWrong(
        where(new Predicate.Range(Path.of("total"), null, null, Said.NOTHING)), "no border");
    assertWrong(where(matches("total", "a")), "total is no text");
    assertFine(where(equal("id", text("a"))));
    assertFine(where(equal("id", number("1"))));
  }

  @Test
  void figuresOfNoNumbers_areRefused() {
    assertWrong(
        ORDERS.withColumns(List.of(new Term.Over(Function.SUM, Path.of("id"), false))),
        "id is no number: it has no sum");
    assertWrong(
        ORDERS.withColumns(List.of(new Term.Over(Function.MAX, Path.of("status"), false))),
        "status is no number: it has no max");
    assertWrong(ORDERS.withColumns(List.of(new Term.Over(Function.SUM, null, false))), "no sum");
    assertWrong(
        ORDERS.withColumns(List.of(new Term.Of(Path.of("total"), Bucket.MONTH))),
        "total is no date and has no month");
    assertFine(
        ORDERS.withColumns(List.of(new Term.Over(Function.MAX, Path.of("created_at"), false))));
    assertWrong(
        where(
            new Predicate.Against(
                Path.of("created_at"), Operator.MORE, SUM, List.of(), Said.NOTHING)),
        "cannot be compared with the sum of total");
  }

  @Test
  void groups_fitTheirColumns() {
    assertWrong(ORDERS.withColumns(List.of(STATUS, SUM)), "status is neither added up nor");
    assertFine(ORDERS.withColumns(List.of(STATUS, SUM)).withGroups(List.of(STATUS)));
    assertWrong(ORDERS.withColumns(List.of(SUM, SUM)), "shown twice");
    assertWrong(ORDERS.withGroups(List.of(STATUS, STATUS)), "status twice");
    assertWrong(
        ORDERS.withColumns(List.of(SUM)).withSort(List.of(new Sort(STATUS, true))),
        "Groups cannot be sorted by status");
    assertWrong(ORDERS.withSort(List.of(new Sort(SUM, true))), "Single rows cannot be sorted");
    assertWrong(
        ORDERS
            .withColumns(List.of(STATUS))
            .withDistinct(true)
            .withSort(List.of(new Sort(Term.Of.field("total"), true))),
        "sorted by what is shown");
    assertWrong(
        ORDERS.withSort(List.of(new Sort(STATUS, true), new Sort(STATUS, false))), "same twice");
    assertWrong(
        ORDERS.withHaving(List.of((Predicate.Compare) equal("status", text("open")))),
        "status of a group is no single value");
    assertWrong(
        where(new Predicate.Compare(SUM, Operator.MORE, number("1"), Said.NOTHING)),
        "sum of total is no value of a single row");
    assertWrong(
        ORDERS
            .withGroups(List.of(STATUS))
            .withHaving(
                List.of(new Predicate.Compare(SUM, Operator.MORE, text("x"), Said.NOTHING))),
        "sum of total is money");
  }

  @Test
  void rowsThatWouldCountTwice_areRefused() {
    Term.Of title = new Term.Of(new Path(List.of("items", "product"), "title"), null);
    assertFine(ORDERS.withColumns(List.of(Term.Of.field("id"), title)));
    assertWrong(
        ORDERS.withGroups(List.of(title)).withColumns(List.of(title, SUM)),
        "sum of total would count rows more than once");
    assertWrong(
        ORDERS.withGroups(List.of(title)).withColumns(List.of(title, Term.Over.rows())),
        "count would count rows more than once");
    Term.Over price = new Term.Over(Function.SUM, new Path(List.of("items"), "price"), false);
    assertFine(ORDERS.withGroups(List.of(title)).withColumns(List.of(title, price)));
    assertFine(ORDERS.withGroups(List.of(STATUS)).withColumns(List.of(STATUS, price)));
    assertWrong(
        ORDERS.withColumns(List.of(new Term.Measured("return_rate"), price)), "more than once");
    Predicate dear =
        new Predicate.Compare(
            new Term.Of(new Path(List.of("items"), "price"), null),
            Operator.MORE,
            number("5"),
            Said.NOTHING);
    assertWrong(where(dear), "items.price leads to many rows");
    assertWrong(where(new Predicate.AnyOf(List.of(dear), Said.NOTHING)), "leads to many rows");
    Predicate has = new Predicate.Has("orders", List.of(dear), Operator.AT_LEAST, 1, Said.NOTHING);
    assertWrong(QueryPlan.of("customer").withWhere(List.of(has)), "leads to many rows");
  }

  @Test
  void tooMuch_isRefused() {
    Predicate one = equal("total", number("1"));
    assertWrong(ORDERS.withWhere(Collections.nCopies(31, one)), "at most 30 filters");
    assertWrong(ORDERS.withLimit(-1), "at least 1");
    assertWrong(ORDERS.withLimit(1_000_000), "at most 10000 rows");
    assertWrong(where(matches("note", "x".repeat(201))), "1 to 200 characters");
    assertWrong(where(matches("note", " ")), "1 to 200 characters");
    assertWrong(where(equal("note", text("x".repeat(30_000)))), "too long or too large");
    assertWrong(where(equal("total", number("1e999999"))), "too long or too large");
    assertWrong(
        where(equal("created_at", new Literal.Day(LocalDate.MAX))), "too long or too large");
    assertWrong(
        where(new Predicate.OneOf(Path.of("status"), List.of(), false, Said.NOTHING)),
        "1 to 200 values");
    assertWrong(where(has("items", -1)), "at least 0");
    assertWrong(where(new Predicate.AnyOf(List.of(), Said.NOTHING)), "has none");
    Predicate deep = one;
    for (int i = 0; i < 5; i++) {
      deep = new Predicate.AllOf(List.of(deep), Said.NOTHING);
    }
    assertWrong(where(deep), "more than 4 deep");
  }

  @Test
  void tooManyJoins_areRefused() {
    List<Predicate> seven = Collections.nCopies(7, has("items", 1));
    assertWrong(ORDERS.withWhere(seven), "at most 6 relations, this one 7");
    assertFine(ORDERS.withWhere(seven.subList(0, 6)));
  }

  private static void assertWrong(QueryPlan plan, String why) {
    assertThat(PlanCheck.of(CATALOG).wrong(plan)).anyMatch(wrong -> wrong.contains(why));
  }

  private static void assertFine(QueryPlan plan) {
    assertThat(PlanCheck.of(CATALOG).wrong(plan)).isEmpty();
  }

  private static QueryPlan where(Predicate predicate) {
    return ORDERS.withWhere(List.of(predicate));
  }

  private static Predicate has(String relation, int count) {
    return new Predicate.Has(relation, List.of(), Operator.AT_LEAST, count, Said.NOTHING);
  }

  private static Predicate equal(String field, Literal value) {
    return new Predicate.Compare(Term.Of.field(field), Operator.EQUAL, value, Said.NOTHING);
  }

  private static Predicate range(String field, Literal from) {
    return new Predicate.Range(Path.of(field), from, null, Said.NOTHING);
  }

  private static Predicate matches(String field, String text) {
    return new Predicate.Matches(Path.of(field), Place.ANYWHERE, text, false, Said.NOTHING);
  }

  private static Literal text(String text) {
    return new Literal.Text(text);
  }

  private static Literal number(String number) {
    return new Literal.Number(new BigDecimal(number));
  }
}
