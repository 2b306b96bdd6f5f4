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
import dev.tenlines.query.Term.Function;
import dev.tenlines.querying.Plans;
import dev.tenlines.querying.TestShop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChipsTest {
  private static final Catalog CATALOG = TestShop.catalog();

  @Property(tries = 300)
  void chips_areThePiecesOfThePlan(@ForAll long seed) {
    QueryPlan plan = new Plans(CATALOG, seed).plan();
    List<Chip> chips = chips(plan);
    assertThat(chips).extracting(Chip::id).doesNotHaveDuplicates();
    assertThat(chips).filteredOn(chip -> chip.kind().equals("filter")).hasSize(predicates(plan));
    assertThat(chips).filteredOn(chip -> chip.kind().equals("group")).hasSize(plan.groups().size());
    assertThat(chips).filteredOn(chip -> chip.kind().equals("sort")).hasSize(plan.sort().size());
    assertThat(chips).extracting(Chip::label).allMatch(label -> !label.isBlank());
    for (Chip chip : chips) {
      boolean filter = chip.kind().equals("filter");
      assertThat(Chips.predicate(plan, chip.id()) != null).isEqualTo(filter);
    }
  }

  @Property(tries = 300)
  void removingAChip_removesItsPieceAlone(@ForAll long seed) {
    QueryPlan plan = new Plans(CATALOG, seed).plan();
    for (Chip chip : chips(plan)) {
      QueryPlan without = Chips.without(plan, chip.id());
      if (!chip.removable()) {
        assertThat(without).isEqualTo(plan);
        continue;
      }
      List<String> left = labels(without, "filter");
      if (chip.kind().equals("filter") && !chip.nested()) {
        List<String> expected = new ArrayList<>();
        chips(plan).stream()
            .filter(c -> c.kind().equals("filter"))
            .filter(c -> !c.id().equals(chip.id()) && !c.id().startsWith(chip.id() + "."))
            .forEach(c -> expected.add(c.label()));
        assertThat(left).isEqualTo(expected);
      } else if (!chip.kind().equals("filter")) {
        assertThat(left).isEqualTo(labels(plan, "filter"));
        List<Chip> rest = new ArrayList<>(chips(without));
        assertThat(rest).hasSizeLessThan(chips(plan).size());
      }
      if (chip.kind().equals("group")) {
        assertThat(labels(without, "column")).isEqualTo(labels(plan, "column"));
      }
      boolean fine = PlanCheck.of(CATALOG).wrong(plan).isEmpty();
      if (fine && chip.kind().equals("filter")) {
        assertThat(predicates(without)).isLessThan(predicates(plan));
      }
    }
  }

  @Test
  void dates_areSaidExactlyAndAsTheyWereAsked() {
    assertThat(filter(range("2025-11-10", "2025-11-17", "last week")))
        .isEqualTo("created_at 10–16 Nov 2025 (last week)");
    assertThat(filter(range("2025-10-28", "2025-11-17", "")))
        .isEqualTo("created_at 28 Oct–16 Nov 2025");
    assertThat(filter(range("2025-12-29", "2026-01-05", "")))
        .isEqualTo("created_at 29 Dec 2025–4 Jan 2026");
    assertThat(filter(range("2025-11-10", "2025-11-11", ""))).isEqualTo("created_at 10 Nov 2025");
    assertThat(filter(range("2025-11-01", "2025-12-01", "november")))
        .isEqualTo("created_at Nov 2025 (november)");
    assertThat(filter(range("2025-10-01", "2026-01-01", ""))).isEqualTo("created_at Oct–Dec 2025");
    assertThat(filter(range("2024-01-01", "2025-01-01", ""))).isEqualTo("created_at 2024");
    assertThat(filter(range("2023-01-01", "2025-01-01", ""))).isEqualTo("created_at 2023–2024");
    assertThat(filter(range("2025-11-10", null, "since monday")))
        .isEqualTo("created_at from 10 Nov 2025 (since monday)");
    assertThat(filter(range(null, "2025-11-10", ""))).isEqualTo("created_at before 10 Nov 2025");
    assertThat(
            filter(
                new Predicate.Range(
                    Path.of("created_at"),
                    new Literal.Moment(LocalDateTime.parse("2025-11-10T09:30")),
                    new Literal.Moment(LocalDateTime.parse("2025-11-10T17:00:01")),
                    Said.NOTHING)))
        .isEqualTo("created_at from 10 Nov 2025 09:30 to before 10 Nov 2025 17:00:01");
  }

  @Test
  void values_areWrittenOut() {
    assertThat(filter(compare("total", Operator.MORE, new BigDecimal("1100"))))
        .isEqualTo("total > 1,100.00 EUR");
    assertThat(filter(compare("pieces", Operator.AT_MOST, new BigDecimal("2.5"))))
        .isEqualTo("pieces ≤ 2.5");
    QueryPlan plan = where(compare("total", Operator.LESS, new BigDecimal("1234.5")));
    assertThat(Chips.of(CATALOG, plan, Locale.GERMANY).get(1).label())
        .isEqualTo("total < 1.234,50 EUR");
    assertThat(
            filter(new Predicate.Range(Path.of("pieces"), number("5"), number("10"), Said.NOTHING)))
        .isEqualTo("pieces from 5 to before 10");
    assertThat(
            filter(
                new Predicate.OneOf(
                    Path.of("status"), List.of(text("open"), text("new")), true, Said.NOTHING)))
        .isEqualTo("status none of “open”, “new”");
    assertThat(
            filter(new Predicate.Matches(Path.of("note"), Place.START, "a\nb", true, Said.NOTHING)))
        .isEqualTo("note does not start with “a b”");
    assertThat(
            filter(
                new Predicate.Matches(
                    Path.of("note"), Place.END, "x".repeat(100), false, Said.NOTHING)))
        .isEqualTo("note ends with “" + "x".repeat(60) + "…”");
    assertThat(filter(new Predicate.Empty(Path.of("note"), true, Said.NOTHING)))
        .isEqualTo("note is not empty");
  }

  @Test
  void conditionsWithin_areChipsToo() {
    Predicate large = compare("total", Operator.MORE, new BigDecimal("100"));
    Predicate open =
        new Predicate.Compare(
            Term.Of.field("status"), Operator.EQUAL, text("open"), new Said(0, 4, "open"));
    Predicate has =
        new Predicate.Has("orders", List.of(large, open), Operator.AT_LEAST, 1, Said.NOTHING);
    QueryPlan plan = QueryPlan.of("customer").withWhere(List.of(has));
    assertThat(chips(plan))
        .extracting(Chip::id)
        .containsExactly("entity", "where.0", "where.0.0", "where.0.1");
    assertThat(chips(plan).get(1).label())
        .isEqualTo("has orders with total > 100.00 EUR and status = “open”");
    assertThat(chips(plan).get(3).words()).isEqualTo("open");
    QueryPlan without = Chips.without(plan, "where.0.0");
    assertThat(chips(without))
        .extracting(Chip::label)
        .containsExactly("customer", "has orders with status = “open”", "status = “open”");
    assertThat(Chips.with(plan, "where.0.1", large).where().getFirst())
        .isEqualTo(
            new Predicate.Has("orders", List.of(large, large), Operator.AT_LEAST, 1, Said.NOTHING));
    QueryPlan choice = where(new Predicate.AnyOf(List.of(open), Said.NOTHING));
    assertThat(Chips.without(choice, "where.0.0").where()).isEmpty();
  }

  @Test
  void comparisonsWithMany_areSaid() {
    Term.Over average = new Term.Over(Function.AVG, Path.of("total"), false);
    assertThat(
            filter(
                new Predicate.Against(
                    Path.of("total"), Operator.MORE, average, List.of(), Said.NOTHING)))
        .isEqualTo("total > average total");
    assertThat(filter(new Predicate.Has("items", List.of(), Operator.EQUAL, 0, Said.NOTHING)))
        .isEqualTo("has no items");
    assertThat(filter(new Predicate.Has("items", List.of(), Operator.MORE, 3, Said.NOTHING)))
        .isEqualTo("has > 3 items");
  }

  @Test
  void restOfThePlan_hasItsChips() {
    Term.Of month = new Term.Of(Path.of("created_at"), Term.Bucket.MONTH);
    Term.Over revenue = new Term.Over(Function.SUM, Path.of("total"), false);
    QueryPlan plan =
        QueryPlan.of("order")
            .withGroups(List.of(month))
            .withColumns(List.of(month, revenue))
            .withHaving(
                List.of(new Predicate.Compare(revenue, Operator.MORE, number("10"), Said.NOTHING)))
            .withSort(List.of(new Sort(month, true), new Sort(revenue, true)))
            .withDistinct(true)
            .withLimit(5);
    assertThat(chips(plan))
        .extracting(Chip::label)
        .containsExactly(
            "order",
            "by created_at by month",
            "sum of total > 10.00 EUR",
            "sum of total",
            "each once",
            "created_at by month: newest first",
            "sum of total: highest first",
            "first 5");
    QueryPlan ungrouped = Chips.without(plan, "group.0");
    assertThat(ungrouped.columns()).containsExactly(revenue);
    assertThat(ungrouped.sort()).containsExactly(new Sort(revenue, true));
    assertThat(Chips.without(plan, "limit").limit()).isZero();
    assertThat(Chips.without(plan, "distinct").distinct()).isFalse();
    assertThat(Chips.without(plan, "having.0").having()).isEmpty();
    assertThat(Chips.without(plan, "column.1").columns()).containsExactly(month);
  }

  @Test
  void idOfNoPiece_changesNothing() {
    QueryPlan plan = where(compare("total", Operator.MORE, BigDecimal.ONE));
    for (String id :
        List.of(
            "",
            "where",
            "where.7",
            "where.-1",
            "where.x",
            "where.0.0",
            "sort.0",
            "group.3",
            "column.0",
            "entity",
            "order.1",
            "where.99999999999")) {
      assertThat(Chips.without(plan, id)).as(id).isEqualTo(plan);
    }
  }

  private static List<Chip> chips(QueryPlan plan) {
    return Chips.of(CATALOG, plan, Locale.ENGLISH);
  }

  private static List<String> labels(QueryPlan plan, String kind) {
    return chips(plan).stream().filter(c -> c.kind().equals(kind)).map(Chip::label).toList();
  }

  private static int predicates(QueryPlan plan) {
    return predicates(plan.where()) + plan.having().size();
  }

  private static int predicates(List<Predicate> predicates) {
    int count = predicates.size();
    for (Predicate predicate : predicates) {
      count +=
          switch (predicate) {
            case Predicate.AnyOf p -> predicates(p.any());
            case Predicate.AllOf p -> predicates(p.all());
            case Predicate.Has p -> predicates(p.where());
            case Predicate.Against p -> predicates(p.where());
            default -> 0;
          };
    }
    return count;
  }

  private static String filter(Predicate predicate) {
    return chips(where(predicate)).get(1).label();
  }

  private static QueryPlan where(Predicate predicate) {
    return QueryPlan.of("order").withWhere(List.of(predicate));
  }

  private static Predicate range(@Nullable String from, @Nullable String to, String said) {
    return new Predicate.Range(Path.of("created_at"), day(from), day(to), new Said(0, 0, said));
  }

  private static @Nullable Literal day(@Nullable String day) {
    return day == null ? null : new Literal.Day(LocalDate.parse(day));
  }

  private static Predicate compare(String field, Operator operator, BigDecimal value) {
    return new Predicate.Compare(
        Term.Of.field(field), operator, new Literal.Number(value), Said.NOTHING);
  }

  private static Literal number(String number) {
    return new Literal.Number(new BigDecimal(number));
  }

  private static Literal text(String text) {
    return new Literal.Text(text);
  }
}
