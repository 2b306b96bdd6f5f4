package dev.tenlines.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogYamlTest {
  private static final String SHOP =
      """
      entities:
        orders:
          table: shop.orders
          words: [order, purchase]
          scope: { tenant: shop_id }
          date: created
          shown: [number, total, secret_note]
          fields:
            number: key
            total: { column: total_amount, type: money, unit: EUR, words: [amount] }
            created: { column: created_at, type: moment, verbs: [placed, ordered] }
            paid: truth
            status: { values: { OPEN: [pending, not done], DONE: } }
            kind: { values: [web, phone] }
            secret_note: { type: text, hidden: true }
          measures:
            revenue: { of: sum(total), where: { status: DONE, total: { more: 0, at-most: 1000 } } }
            return rate:
              words: returns
              of: count
              where: { status: [OPEN], customer.country: { not: [DE, FR] }, paid: { empty: false } }
              per: count(distinct number)
              per-where: { paid: true, created: { at-least: "2026-01-01T00:00" } }
          relations:
            customer: { to: customers, columns: { customer_id: id }, words: [buyer], back-words: [bought] }
            salary: { to: salaries, columns: { x: y } }
        customers:
          scope: none
          fields:
            country: { sample: true }
        salaries:
          hidden: true
      """;

  private final Catalog shop = CatalogYaml.parse("shop.yaml", SHOP);
  private final Entity orders = Objects.requireNonNull(shop.entity("orders"));

  @Test
  void entity_hasWhatIsDeclared() {
    assertThat(orders.table()).isEqualTo("shop.orders");
    assertThat(orders.words()).containsExactly("orders", "order", "purchase");
    assertThat(orders.scope()).isEqualTo(new Scope.Tenant("shop_id"));
    assertThat(orders.date()).isEqualTo("created");
    assertThat(orders.field("total"))
        .isEqualTo(
            new Field(
                "total",
                "total_amount",
                Field.Type.MONEY,
                List.of("total", "amount"),
                List.of(),
                "EUR",
                null,
                List.of(),
                false));
    assertThat(Objects.requireNonNull(orders.field("status")).choices())
        .containsExactly(
            new Field.Choice("OPEN", List.of("pending", "not done")),
            new Field.Choice("DONE", List.of()));
  }

  @Test
  void hiddenThings_doNotExist() {
    assertThat(shop.entity("salaries")).isNull();
    assertThat(orders.field("secret_note")).isNull();
    assertThat(orders.shown()).containsExactly("number", "total");
    assertThat(shop.step("orders", "salary")).isNull();
  }

  @Test
  void relation_hasANameAtBothEnds() {
    assertThat(shop.step("orders", "customer"))
        .isEqualTo(
            new Step(
                "customer",
                "customers",
                List.of("customer_id"),
                List.of("id"),
                List.of("customer", "buyer"),
                true));
    assertThat(Objects.requireNonNull(shop.step("customers", "orders")).words())
        .containsExactly("orders", "bought");
  }

  @Test
  void measure_saysWhatCounts() {
    assertThat(Objects.requireNonNull(orders.measure("revenue")))
        .isEqualTo(
            new Measure(
                "revenue",
                List.of("revenue"),
                new Term.Over(Term.Function.SUM, Path.of("total"), false),
                List.of(
                    compare("status", Predicate.Operator.EQUAL, new Literal.Text("DONE")),
                    compare("total", Predicate.Operator.MORE, number("0")),
                    compare("total", Predicate.Operator.AT_MOST, number("1000"))),
                null,
                List.of()));
    assertThat(Objects.requireNonNull(orders.measure("return rate")).where())
        .contains(
            new Predicate.OneOf(
                new Path(List.of("customer"), "country"),
                List.of(new Literal.Text("DE"), new Literal.Text("FR")),
                true,
                Said.NOTHING),
            new Predicate.Empty(Path.of("paid"), true, Said.NOTHING));
  }

  @Test
  void file_isWrittenAsItIsRead(@TempDir java.nio.file.Path directory) throws IOException {
    java.nio.file.Path file = directory.resolve("shop.yaml");
    Files.writeString(file, CatalogYaml.write(shop));
    assertThat(CatalogYaml.read(file)).isEqualTo(shop);
  }

  @Test
  void hiddenFile_declaresNothing_untilSomebodyDoes() {
    String file = CatalogYaml.writeHidden(shop, java.util.Map.of("orders", "shop_id"));
    assertThat(file).contains("# Whose rows are these? Maybe scope: { tenant: shop_id }");
    assertThatThrownBy(() -> CatalogYaml.parse("x.yaml", file)).hasMessageContaining("TL-410");
    String declared =
        file.replace("    hidden: true\n", "    scope: none\n").replace(", hidden: true", "");
    assertThat(CatalogYaml.parse("x.yaml", declared).entities()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | TL-410
          entities: { a: { fields: { x: text } } } | TL-411
          entities: { a: { scope: everybody } } | TL-411
          entities: { a: { scope: { tenant: } } } | TL-411
          entities: { a: { scope: none, date: d } } | TL-412
          entities: { a: { scope: none, shown: [d] } } | TL-412
          entities: { a: { scope: none, fields: { x: { type: money, currency: c } } } } | TL-412
          entities: { a: { scope: none, fields: { x: texts } } } | TL-413
          entities: { a: { scope: none, fields: { x: text }, date: x } } | TL-413
          entities: { a: { scope: none, fields: { x: { type: date, sample: true } } } } | TL-413
          entities: { a: { scope: none, fields: { x: { type: text, unit: kg } } } } | TL-413
          entities: { a: { scope: none, relations: { b: { to: c, columns: { d: e } } } } } | TL-414
          entities: { a: { scope: none, relations: { b: { to: a, columns: { } } } } } | TL-414
          entities: { a: { scope: none, fields: { x.y: text } } } | TL-415
          entities: { a: { scope: none, relations: { a: { to: a, columns: { d: e } } } } } | TL-415
          entities: { a: { scope: none, measures: { m: { words: x } } } } | TL-416
          entities: { a: { scope: none, measures: { m: { of: total(x) } } } } | TL-416
          entities: { a: { scope: none, measures: { m: { of: sum } } } } | TL-416
          entities: { a: { scope: none, measures: { m: { of: sum(x) } } } } | TL-412
          entities: { a: { scope: none, measures: { m: { of: sum(b.x) } } } } | TL-412
          entities: { a: { scope: none, fields: { x: integer }, measures: { m: { of: count, where: { x: many } } } } } | TL-416
          entities: { a: { scope: none, fields: { x: integer }, measures: { m: { of: count, where: { x: { over: 1 } } } } } } | TL-416
          entities: { a: { scope: none, fields: { x: integer }, measures: { m: { of: count, where: { x: { more: [1] } } } } } } | TL-416
          entities: { a: { scope: none, hidden: maybe } } | TL-113
          entities: { a: { scope: none, colour: red } } | TL-112
          """)
  void mistake_isNamed(String text, String id) {
    assertThatThrownBy(() -> CatalogYaml.parse("x.yaml", text))
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining(id);
  }

  @Test
  void mistake_saysItsLine() {
    assertThatThrownBy(() -> CatalogYaml.parse("x.yaml", SHOP.replace("unit: EUR", "units: EUR")))
        .hasMessageContaining("x.yaml:10:")
        .hasMessageContaining("units");
  }

  private static Predicate compare(String field, Predicate.Operator operator, Literal value) {
    return new Predicate.Compare(Term.Of.field(field), operator, value, Said.NOTHING);
  }

  private static Literal number(String digits) {
    return new Literal.Number(new BigDecimal(digits));
  }
}
