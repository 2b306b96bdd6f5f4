package dev.tenlines.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.CatalogYaml;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.catalog.Values;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemaDraftTest {
  private static final Schema SHOP =
      new Schema(
          List.of(
              table(
                  "customers",
                  List.of("id"),
                  column("id", Types.INTEGER),
                  seen("customer_name", List.of("Ada", "Bob"), false),
                  column("email", Types.VARCHAR),
                  column("customercode", Types.VARCHAR),
                  seen("comments", List.of("Nice"), false),
                  column("api_key", Types.VARCHAR),
                  column("password_hash", Types.VARCHAR)),
              new Schema.Table(
                  "sales.order_lines",
                  "",
                  List.of(
                      column("id", Types.INTEGER),
                      column("tenant_id", Types.INTEGER),
                      column("customer_id", Types.INTEGER),
                      column("billing_customer_id", Types.INTEGER),
                      column("product_code", Types.VARCHAR),
                      column("updated_at", Types.TIMESTAMP),
                      column("created_at", Types.TIMESTAMP),
                      column("shipped_on", Types.DATE),
                      column("qty", Types.INTEGER),
                      column("total_price", Types.DECIMAL),
                      column("currency", Types.CHAR),
                      column("weight_kg", Types.DECIMAL),
                      column("is_gift", Types.BOOLEAN),
                      seen("state", List.of("OPEN", "IN_TRANSIT"), true),
                      seen("day_text", List.of("2026-01-02"), false),
                      column("kind", Types.VARCHAR).withRemarks("possible values: web, phone"),
                      column("mcc", Types.INTEGER).withRemarks("merchant category code")),
                  List.of("id"),
                  List.of(
                      new Schema.Reference(
                          List.of("billing_customer_id"), "customers", List.of("id")))),
              table(
                  "products",
                  List.of("product_code"),
                  column("product_code", Types.VARCHAR),
                  column("price_usd", Types.DECIMAL))));

  private final Draft draft = Drafting.of(SHOP);
  private final Catalog catalog = draft.catalog();
  private final Entity lines = Objects.requireNonNull(catalog.entity("order_lines"));

  @Test
  void secrets_areNotEvenListed() {
    assertThat(draft.secrets()).containsExactly("customers.api_key", "customers.password_hash");
    assertThat(draft.declared()).contains("# Left out").doesNotContain("api_key:");
  }

  @Test
  void everythingIsHidden_untilItIsDeclared() {
    assertThatThrownBy(() -> CatalogYaml.parse("x.yaml", draft.hidden()))
        .hasMessageContaining("TL-410");
    assertThat(CatalogYaml.parse("x.yaml", draft.declared())).isEqualTo(catalog);
    assertThat(draft.hidden())
        .startsWith("# What people may search.")
        .contains("Maybe scope: { tenant: tenant_id }");
  }

  @Test
  void names_becomeWords() {
    assertThat(lines.table()).isEqualTo("sales.order_lines");
    assertThat(lines.words()).containsExactly("order lines", "order line", "line", "lines");
    assertThat(field("qty").words()).containsExactly("qty", "quantity");
    assertThat(field("is_gift").words()).containsExactly("is gift", "gift");
    assertThat(field("mcc").words()).containsExactly("mcc", "merchant category code");
    assertThat(field("shipped_on").verbs()).containsExactly("shipped");
    Entity customers = Objects.requireNonNull(catalog.entity("customers"));
    assertThat(Objects.requireNonNull(customers.field("customer_name")).words())
        .containsExactly("customer name", "name");
    assertThat(Objects.requireNonNull(customers.field("customercode")).words())
        .containsExactly("customercode", "customer code", "code");
    assertThat(Objects.requireNonNull(customers.field("id")).words())
        .containsExactly("id", "ids", "customer id", "customer ids");
  }

  @Test
  void types_areGuessed() {
    assertThat(field("id").type()).isEqualTo(Field.Type.KEY);
    assertThat(field("qty").type()).isEqualTo(Field.Type.INTEGER);
    assertThat(field("total_price").type()).isEqualTo(Field.Type.MONEY);
    assertThat(field("total_price").currency()).isEqualTo("currency");
    assertThat(field("weight_kg").unit()).isEqualTo("kg");
    assertThat(field("is_gift").type()).isEqualTo(Field.Type.TRUTH);
    assertThat(field("created_at").type()).isEqualTo(Field.Type.MOMENT);
    assertThat(field("day_text").type()).isEqualTo(Field.Type.DATE);
    Entity products = Objects.requireNonNull(catalog.entity("products"));
    assertThat(Objects.requireNonNull(products.field("price_usd")).unit()).isEqualTo("USD");
  }

  @Test
  void values_areListed_whereFewRepeatOrRemarksSaySo() {
    assertThat(field("state").choices())
        .containsExactly(
            new Field.Choice("OPEN", List.of()),
            new Field.Choice("IN_TRANSIT", List.of("in transit")));
    assertThat(field("kind").choices())
        .extracting(Field.Choice::value)
        .containsExactly("web", "phone");
  }

  @Test
  void personalTexts_areNotSampled() {
    Entity customers = Objects.requireNonNull(catalog.entity("customers"));
    assertThat(Objects.requireNonNull(customers.field("email")).sampled()).isFalse();
    assertThat(Objects.requireNonNull(customers.field("comments")).sampled()).isFalse();
    assertThat(Objects.requireNonNull(customers.field("customer_name")).sampled()).isTrue();
  }

  @Test
  void date_isWhenAThingCameToBe() {
    assertThat(lines.date()).isEqualTo("created_at");
  }

  @Test
  void relations_comeFromKeys_elseFromNames() {
    assertThat(catalog.steps("order_lines"))
        .extracting(Step::name, Step::to)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("billing_customer", "customers"),
            org.assertj.core.groups.Tuple.tuple("customer", "customers"),
            org.assertj.core.groups.Tuple.tuple("product", "products"));
    assertThat(catalog.steps("customers"))
        .extracting(Step::name)
        .containsExactlyInAnyOrder("order_lines", "order_lines_by_customer");
    assertThat(Objects.requireNonNull(catalog.step("order_lines", "billing_customer")).words())
        .containsExactly("billing customer", "billing");
  }

  @Test
  void prefixesThatAllNamesHave_areLeftOut() {
    Draft draft =
        Drafting.of(
            new Schema(
                List.of(
                    table(
                        "sbTicker",
                        List.of(),
                        column("sbTckId", Types.INTEGER),
                        column("sbTckSymbol", Types.VARCHAR),
                        column("sbTckQty", Types.INTEGER)),
                    table("sbTrade", List.of(), column("x", Types.INTEGER)),
                    table("sbDailyPrices", List.of(), column("x", Types.INTEGER)))));

    Entity ticker = Objects.requireNonNull(draft.catalog().entity("sbticker"));
    assertThat(ticker.words()).contains("ticker");
    assertThat(Objects.requireNonNull(ticker.field("sbtcksymbol")).words()).contains("symbol");
    assertThat(Objects.requireNonNull(ticker.field("sbtckqty")).words()).contains("quantity");
  }

  @Test
  void brokenForeignKey_isPassedOver_andOneWithoutColumnsMeansTheKey() {
    Schema.Table city = table("city", List.of("id"), column("id", Types.INTEGER));
    Schema.Table flight =
        new Schema.Table(
            "flight",
            "",
            List.of(column("start_at", Types.INTEGER), column("goal", Types.INTEGER)),
            List.of(),
            List.of(
                new Schema.Reference(List.of("start_at"), "city", List.of("nowhere")),
                new Schema.Reference(List.of("goal"), "city", List.of(""))));

    assertThat(Drafting.of(new Schema(List.of(city, flight))).catalog().steps("flight"))
        .extracting(Step::toColumns)
        .containsExactly(List.of("id"));
  }

  @Test
  void tableCalledByAVerb_isCalledByItsPastToo() {
    Draft draft =
        Drafting.of(
            new Schema(
                List.of(
                    table("author", List.of("id"), column("id", Types.INTEGER)),
                    table("writes", List.of(), column("author_id", Types.INTEGER)))));

    assertThat(Objects.requireNonNull(draft.catalog().entity("writes")).words())
        .contains("write", "wrote", "written");
    assertThat(Objects.requireNonNull(draft.catalog().step("author", "writes")).words())
        .contains("wrote");
  }

  @Test
  void namesWithoutBorders_areParted_whereEveryPartIsKnown() {
    Schema.Column email = seen("zqcliemail", List.of("a@example.org"), false);
    Draft draft =
        Drafting.of(
            new Schema(
                List.of(
                    table(
                        "zqclient",
                        List.of("zqcliid"),
                        column("zqcliid", Types.INTEGER),
                        column("zqcliname", Types.VARCHAR),
                        column("zqclijoindate", Types.DATE),
                        email),
                    table("zqorder", List.of(), column("firstname", Types.VARCHAR)),
                    table("zqdailyprice", List.of(), column("kumquat", Types.INTEGER)))));

    Entity client = Objects.requireNonNull(draft.catalog().entity("zqclient"));
    assertThat(client.words()).contains("client", "clients");
    assertThat(Objects.requireNonNull(client.field("zqclijoindate")).words()).contains("join date");
    assertThat(Objects.requireNonNull(client.field("zqcliname")).words()).contains("name");
    assertThat(Objects.requireNonNull(client.field("zqcliemail")).sampled()).isFalse();
    Entity order = Objects.requireNonNull(draft.catalog().entity("zqorder"));
    assertThat(Objects.requireNonNull(order.field("firstname")).words()).contains("first name");
    Entity price = Objects.requireNonNull(draft.catalog().entity("zqdailyprice"));
    assertThat(price.words()).contains("daily price");
    assertThat(Objects.requireNonNull(price.field("kumquat")).words()).containsExactly("kumquat");
  }

  @Test
  void remarks_tellOtherWordsUnitsAndValues() {
    Schema.Table bridge =
        table(
            "bridge",
            List.of("id"),
            column("id", Types.INTEGER),
            column("span", Types.INTEGER).withRemarks("The length of the bridge in meters"),
            column("lane_num", Types.INTEGER)
                .withRemarks("The number of lanes marked on the bridge, both ways"),
            column("opened", Types.INTEGER).withRemarks("0 for closed, 1 for in use"),
            column("owner_kind", Types.INTEGER).withRemarks("0 for inspector, 1 for city"),
            column("style", Types.VARCHAR).withRemarks("Either 'Arch', 'Beam' or 'Truss'."),
            column("bridge_type", Types.VARCHAR).withRemarks("The type of traffic served"),
            column("town_name", Types.VARCHAR));
    Schema.Table visit =
        table(
            "bridge_visit_daily",
            List.of(),
            column("inspector_id", Types.INTEGER).withRemarks("ID of the inspector who came"),
            column("count", Types.INTEGER).withRemarks("Total number of bridge visits that day"));
    Schema.Table inspector = table("inspector", List.of("id"), column("id", Types.INTEGER));
    Catalog drafted = Drafting.of(new Schema(List.of(bridge, visit, inspector))).catalog();
    Entity entity = Objects.requireNonNull(drafted.entity("bridge"));

    assertThat(Objects.requireNonNull(entity.field("span")).words()).contains("length");
    assertThat(Objects.requireNonNull(entity.field("span")).unit()).isEqualTo("meters");
    assertThat(Objects.requireNonNull(entity.field("lane_num")).words())
        .contains("number of lanes", "lanes");
    assertThat(Objects.requireNonNull(entity.field("opened")).choices())
        .containsExactly(
            new Field.Choice("0", List.of("closed")), new Field.Choice("1", List.of("in use")));
    assertThat(Objects.requireNonNull(entity.field("owner_kind")).choices()).isEmpty();
    assertThat(Objects.requireNonNull(entity.field("style")).choices())
        .extracting(Field.Choice::value)
        .containsExactly("Arch", "Beam", "Truss");
    assertThat(Objects.requireNonNull(entity.field("bridge_type")).words())
        .contains("type of traffic");
    assertThat(Objects.requireNonNull(entity.field("town_name")).words()).contains("town");
    Entity visits = Objects.requireNonNull(drafted.entity("bridge_visit_daily"));
    assertThat(visits.words()).contains("visit", "visits");
  }

  @Test
  void rowsThatStandForMany_areAddedUp() {
    Schema.Table tally =
        table(
            "checkin",
            List.of(),
            column("day", Types.VARCHAR),
            column("count", Types.INTEGER).withRemarks("Total number of check-ins on a day"));
    Entity checkin =
        Objects.requireNonNull(Drafting.of(new Schema(List.of(tally))).catalog().entity("checkin"));

    assertThat(checkin.measures())
        .singleElement()
        .satisfies(measure -> {
          assertThat(measure.words()).contains("how many check ins");
          assertThat(measure.over().path()).isEqualTo(dev.tenlines.query.Path.of("count"));
        });
  }

  private Field field(String name) {
    return Objects.requireNonNull(lines.field(name));
  }

  @Test
  void namesOfTheApplication_goBeforeThoseOfTheDatabase() {
    Schema.Table people = table("person", List.of("id"), column("id", Types.BIGINT));
    Schema.Table sales =
        new Schema.Table(
            "t_ord",
            "",
            List.of(
                column("id", Types.BIGINT),
                column("p", Types.BIGINT),
                column("crt", Types.TIMESTAMP).withCalled("placedAt"),
                column("q1", Types.VARCHAR).withCalled("passwordHash"),
                column("q2", Types.VARCHAR).withCalled("email")),
            List.of("id"),
            List.of(
                new Schema.Reference(
                    List.of("p"), "person", List.of("id"), false, "buyer", "purchases")),
            "SalesOrder");
    Draft draft = Drafting.of(new Schema(List.of(people, sales)));

    Entity order = Objects.requireNonNull(draft.catalog().entity("sales_order"));
    assertThat(order.words()).contains("sales order", "sales orders");
    assertThat(Objects.requireNonNull(order.field("placed_at")).words())
        .contains("placed at", "placed date");
    assertThat(Objects.requireNonNull(order.field("email")).sampled()).isFalse();
    assertThat(draft.secrets()).containsExactly("t_ord.q1");
    assertThat(draft.catalog().step("sales_order", "buyer")).isNotNull();
    Step purchases = Objects.requireNonNull(draft.catalog().step("person", "purchases"));
    assertThat(purchases.words()).contains("purchase");
  }

  private static Schema.Table table(String name, List<String> key, Schema.Column... columns) {
    return new Schema.Table(name, "", List.of(columns), key, List.of());
  }

  private static Schema.Column column(String name, int type) {
    return new Schema.Column(name, type, "", 20, "", List.of(), Values.NONE, false);
  }

  private static Schema.Column seen(String name, List<String> values, boolean repeated) {
    return new Schema.Column(
        name, Types.VARCHAR, "", 20, "", List.of(), new Values(values, true), repeated);
  }
}
