package dev.tenlines.linking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Values;
import dev.tenlines.schema.Drafting;
import dev.tenlines.schema.Schema;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table beside another holds what the other's rows add up to. */
class PrecomputedTest {
  private static final Catalog CATALOG =
      Drafting.of(
              new Schema(
                  List.of(
                      table("players", "name", "country", "#age", "#marketvalue"),
                      table("player_age", "country", "#avg_age", "#max_age"),
                      table("player_marketvalue", "#sum_marketvalue", "#max_marketvalue"))))
          .catalog();

  private static final Linker LINKER =
      new Linker(
          CATALOG,
          Dictionary.of(
              CATALOG,
              (entity, field) ->
                  new Values(
                      field.name().equals("country") ? List.of("France", "Italy") : List.of(),
                      true)));

  @Test
  void stored_figure_isAnotherReading() {
    assertThat(Shop.read(LINKER, "What is the average age of players for each country?"))
        .isEqualTo(
            "players show [country, AVG(age)] by [country] / player_age show [country, avg_age]");
    assertThat(Shop.read(LINKER, "highest market value of the players"))
        .isEqualTo("players show [MAX(marketvalue)] / player_marketvalue show [max_marketvalue]");
  }

  @Test
  void condition_goesWithIt() {
    assertThat(Shop.read(LINKER, "average and maximum age of players from France"))
        .isEqualTo(
            "players show [AVG(age), MAX(age)] where [country EQUAL France]"
                + " / player_age show [avg_age, max_age] where [country EQUAL France]");
  }

  @Test
  void row_ofTheHighest_isLookedUp_whereNothingElseIsShown() {
    assertThat(
            Shop.read(
                LINKER, "What is the market value of the player with the highest market value?"))
        .contains("player_marketvalue show [max_marketvalue]");
  }

  @Test
  void table_thatDoesNotHoldIt_isNoReading() {
    assertThat(Shop.read(LINKER, "total market value of players from Italy"))
        .isEqualTo("players show [SUM(marketvalue)] where [country EQUAL Italy]");
    assertThat(Shop.read(LINKER, "average age of all players"))
        .as("one figure for each country is not the figure of all")
        .isEqualTo("players show [AVG(age)]");
    assertThat(Shop.read(LINKER, "lowest age of players for each country"))
        .isEqualTo("players show [country, MIN(age)] by [country]");
  }

  @Test
  void stored_figures_canBeAskedForAlone() {
    assertThat(Shop.read(LINKER, "show avg_age of player_age")).startsWith("player_age show");
  }

  private static Schema.Table table(String name, String... columns) {
    return new Schema.Table(
        name,
        "",
        Arrays.stream(columns).map(PrecomputedTest::column).toList(),
        List.of(),
        List.of());
  }

  private static Schema.Column column(String name) {
    boolean number = name.startsWith("#");
    return new Schema.Column(
        number ? name.substring(1) : name,
        number ? Types.DECIMAL : Types.VARCHAR,
        "",
        0,
        "",
        List.of(),
        Values.NONE,
        false);
  }
}
