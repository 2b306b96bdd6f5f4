package dev.tenlines.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Plans as names and values: written, read back, changed chip by chip. */
final class PlanEditsTest {
  private static final Said SAID = new Said(3, 7, "last");
  private static final Predicate TOTAL =
      new Predicate.Compare(
          Term.Of.field("total"),
          Operator.MORE,
          new Literal.Number(new BigDecimal("100.50")),
          SAID);
  private static final QueryPlan PLAN =
      new QueryPlan(
          "orders",
          List.of(
              Term.Of.field("total"),
              new Term.Of(new Path(List.of("customer"), "name"), null),
              Term.Over.rows(),
              new Term.Over(Term.Function.SUM, Path.of("total"), true),
              new Term.Measured("revenue")),
          List.of(
              TOTAL,
              new Predicate.Range(
                  Path.of("created"),
                  new Literal.Day(LocalDate.of(2026, 11, 9)),
                  new Literal.Day(LocalDate.of(2026, 11, 16)),
                  SAID),
              new Predicate.OneOf(
                  Path.of("status"),
                  List.of(new Literal.Text("open"), new Literal.Text("paid")),
                  true,
                  SAID),
              new Predicate.Matches(
                  Path.of("name"), Predicate.Place.START, "Gm", true, Said.NOTHING),
              new Predicate.Empty(Path.of("shipped"), true, SAID),
              new Predicate.Has("items", List.of(TOTAL), Operator.EQUAL, 0, SAID),
              new Predicate.Against(
                  Path.of("total"),
                  Operator.MORE,
                  new Term.Over(Term.Function.AVG, Path.of("total"), false),
                  List.of(TOTAL),
                  SAID),
              new Predicate.AnyOf(List.of(TOTAL, new Predicate.AllOf(List.of(TOTAL), SAID)), SAID),
              new Predicate.Range(
                  Path.of("seen"),
                  null,
                  new Literal.Moment(LocalDateTime.of(2026, 11, 16, 0, 0)),
                  SAID),
              new Predicate.Compare(
                  Term.Of.field("paid"), Operator.EQUAL, new Literal.Truth(true), SAID)),
          List.of(new Term.Of(Path.of("created"), Term.Bucket.MONTH)),
          List.of(
              new Predicate.Compare(
                  Term.Over.rows(),
                  Operator.AT_LEAST,
                  new Literal.Number(new BigDecimal(2)),
                  SAID)),
          List.of(new Sort(Term.Over.rows(), true), new Sort(Term.Of.field("total"), false)),
          7,
          true);

  @Test
  void plan_writtenAndRead_isTheSame_throughTextToo() {
    Map<String, Object> written = PlanWriter.write(PLAN);
    String text = JsonMapper.shared().writeValueAsString(written);

    assertThat(PlanReader.read(written)).isEqualTo(PLAN);
    assertThat(PlanReader.read(JsonMapper.shared().readTree(text))).isEqualTo(PLAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"entity\": 1}",
        "{\"entity\": \"a\", \"sql\": \"x\"}",
        "{\"entity\": \"a\", \"limit\": -1}",
        "{\"entity\": \"a\", \"limit\": 1.5}",
        "{\"entity\": \"a\", \"distinct\": \"yes\"}",
        "{\"entity\": \"a\", \"where\": {}}",
        "{\"entity\": \"a\", \"where\": [1]}",
        "{\"entity\": \"a\", \"where\": [{\"kind\": \"raw\"}]}",
        "{\"entity\": \"a\", \"where\": [{\"kind\": \"compare\", \"field\": \"b\", \"operator\": \"like\"}]}",
        "{\"entity\": \"a\", \"where\": [{\"kind\": \"compare\", \"field\": \"b\", \"operator\": \"more\", \"value\": {}}]}",
        "{\"entity\": \"a\", \"where\": [{\"kind\": \"compare\", \"field\": \"b\", \"operator\": \"more\", \"value\": {\"number\": \"1e999\"}}]}",
        "{\"entity\": \"a\", \"where\": [{\"kind\": \"compare\", \"field\": \"b\", \"operator\": \"more\", \"value\": {\"number\": \"many\"}}]}",
        "{\"entity\": \"a\", \"where\": [{\"kind\": \"compare\", \"field\": \"b\", \"operator\": \"more\", \"value\": {\"day\": \"soon\"}}]}",
        "{\"entity\": \"a\", \"where\": [{\"kind\": \"against\", \"field\": \"b\", \"operator\": \"more\", \"over\": {\"field\": \"c\"}}]}",
        "{\"entity\": \"a\", \"groups\": [{\"over\": \"count\"}]}",
        "{\"entity\": \"a\", \"having\": [{\"kind\": \"empty\", \"field\": \"b\"}]}",
        "{\"entity\": \"a\", \"where\": [{\"kind\": \"any_of\", \"any\": [{\"kind\": \"any_of\", \"any\": [{\"kind\": \"any_of\", \"any\": [{\"kind\": \"any_of\", \"any\": [{\"kind\": \"any_of\", \"any\": [{\"kind\": \"any_of\", \"any\": [{\"kind\": \"any_of\", \"any\": []}]}]}]}]}]}]}]}",
      })
  void whatIsNoPlan_isRefused(String json) {
    assertThatThrownBy(() -> PlanReader.read(JsonMapper.shared().readTree(json)))
        .hasMessageContaining("TL-420");
  }

  @Test
  void chip_isRemoved() {
    Map<String, Object> without = PlanEdits.without(PlanWriter.write(PLAN), "where.0");

    assertThat(PlanReader.read(without).where()).hasSize(9).doesNotContain(TOTAL);
  }

  @Test
  void values_areShownAsPeopleWriteThem_andChanged() {
    Map<String, Object> plan = PlanWriter.write(PLAN);

    assertThat(PlanEdits.values(plan, "where.0")).containsExactly("100.50");
    assertThat(PlanEdits.values(plan, "where.1")).containsExactly("2026-11-09", "2026-11-15");
    assertThat(PlanEdits.values(plan, "where.2")).containsExactly("open", "paid");
    assertThat(PlanEdits.values(plan, "where.3")).containsExactly("Gm");
    assertThat(PlanEdits.values(plan, "where.4")).isEmpty();
    assertThat(PlanEdits.values(plan, "where.8")).containsExactly("", "2026-11-15");
    for (String chip : List.of("where.0", "where.1", "where.2", "where.3", "where.8", "where.9")) {
      List<String> values = PlanEdits.values(plan, chip);
      Map<String, Object> same = PlanEdits.with(plan, chip, values);
      assertThat(Unsaid.of(same)).isEqualTo(Unsaid.of(plan));
    }
    Map<String, Object> later = PlanEdits.with(plan, "where.1", List.of("2026-11-01", ""));
    assertThat(PlanReader.read(later).where().get(1))
        .isEqualTo(
            new Predicate.Range(
                Path.of("created"),
                new Literal.Day(LocalDate.of(2026, 11, 1)),
                null,
                Said.NOTHING));
  }

  @Test
  void valuesThatAreNone_areRefused() {
    Map<String, Object> plan = PlanWriter.write(PLAN);

    for (List<String> wrong : List.of(List.of("many"), List.of(""), List.of("1", "2"))) {
      assertThatThrownBy(() -> PlanEdits.with(plan, "where.0", wrong))
          .hasMessageContaining("TL-424");
    }
    assertThatThrownBy(() -> PlanEdits.with(plan, "where.1", List.of("soon", "")))
        .hasMessageContaining("TL-424");
    assertThatThrownBy(() -> PlanEdits.with(plan, "sort.0", List.of("x")))
        .hasMessageContaining("TL-424");
  }
}
