package dev.tenlines.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.rendering.Dialect;
import dev.tenlines.sql.PostgresStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresTablesTest extends TablesContract {
  private static String url;
  private static Tables tables;

  private static Tables alone;

  @BeforeAll
  static void open() throws SQLException {
    url = fill("querying_shop", false);
    tables = open("reader");
    alone = Tables.open(CATALOG, fill("querying_north", true), "reader", "-", Limits.usual());
  }

  private static String fill(String name, boolean northAlone) throws SQLException {
    String admin = PostgresStore.blank(name).url();
    try (Connection connection = DriverManager.getConnection(admin);
        var statement = connection.createStatement()) {
      TestShop.fill(connection, Dialect.POSTGRESQL);
      for (String sql : TestShop.readers(!northAlone)) {
        statement.execute(sql);
      }
      if (northAlone) {
        TestShop.leaveNorth(connection);
      }
    }
    return admin.replaceAll("[?].*", "");
  }

  private static Tables open(String role) {
    return Tables.open(CATALOG, url, role, "secret-" + role, Limits.usual());
  }

  @AfterAll
  static void close() {
    tables.close();
    alone.close();
  }

  @Override
  Tables tables() {
    return tables;
  }

  @Override
  Tables alone() {
    return alone;
  }

  @Test
  void rolesThatMayWrite_areRefused() {
    refused("owner", "owns tables (public.customers");
    refused("member", "belongs to a role that may do more than read");
    refused("writer", "may write (public.products)");
    refused("editor", "may write (public.customers)");
    refused("maker", "may create things (schema public)");
    refused("bypass", "may do more than read (bypass)");
    refused("postgres", "may do more than read");
  }

  private static void refused(String role, String why) {
    assertThatThrownBy(() -> open(role))
        .as(role)
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining("TL-403")
        .hasMessageContaining(why);
  }

  @Test
  void columnsThatMayNotBeRead_areNamed() {
    assertThatThrownBy(() -> open("blind"))
        .hasMessageContaining("TL-404")
        .hasMessageContaining("(customers, country)")
        .hasMessageNotContaining("(customers, name)");
  }

  @Test
  void password_isNotTold() {
    String with = url + "?user=nobody&password=letmein-9";
    assertThatThrownBy(() -> Tables.open(CATALOG, with, null, null, Limits.usual()))
        .hasMessageContaining("TL-402")
        .hasMessageNotContaining("letmein-9");
    assertThatThrownBy(() -> Tables.open(CATALOG, url, "nobody", "letmein-9", Limits.usual()))
        .hasMessageContaining("TL-402")
        .hasMessageNotContaining("letmein-9");
  }

  @Test
  void databaseThatIsAway_isSaid() {
    String away = "jdbc:postgresql://localhost:1/shop?password=letmein-9";
    assertThatThrownBy(() -> Tables.open(CATALOG, away, null, null, Limits.usual()))
        .hasMessageContaining("TL-400")
        .hasMessageNotContaining("letmein-9");
    assertThatThrownBy(
            () -> Tables.open(CATALOG, url + "_gone", "reader", "secret-reader", Limits.usual()))
        .hasMessageContaining("TL-400");
  }

  @Test
  void costlyQuestion_isNotAsked() {
    try (Tables poor =
        Tables.open(CATALOG, url, "reader", "secret-reader", Limits.usual().withCost(0.5))) {
      assertThatThrownBy(() -> poor.run(QueryPlan.of("order"), TestShop.NORTH, 0, 1))
          .hasMessageContaining("TL-406");
    }
    assertThat(tables.run(QueryPlan.of("order"), TestShop.NORTH, 0, 1).rows()).hasSize(1);
  }
}
