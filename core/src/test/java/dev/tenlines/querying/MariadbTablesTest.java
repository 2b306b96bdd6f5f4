package dev.tenlines.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts are compared as MariaDB does where nobody says how: whatever their case and accents. */
class MariadbTablesTest extends TablesContract {
  private static final MariadbDriver DRIVER = new MariadbDriver();
  private static final String COLLATION =
      System.getProperty("tenlines.collation", "utf8mb4_general_ci");

  @TempDir static Path folder;
  private static @Nullable Mariadb server;
  private static MysqlShop shop;
  private static Tables tables;
  private static Tables alone;

  @BeforeAll
  static void open() throws SQLException, IOException, InterruptedException {
    server = Mariadb.start(folder);
    DriverManager.registerDriver(DRIVER);
    shop = new MysqlShop(server.url(), "root");
    shop.users();
    shop.fill("shop", COLLATION, false);
    shop.fill("north", COLLATION, true);
    tables = open("shop", "reader", Limits.usual());
    alone = open("north", "reader", Limits.usual());
  }

  private static Tables open(String database, String user, Limits limits) {
    return Tables.open(CATALOG, shop.url() + database, user, "secret-" + user, limits);
  }

  @AfterAll
  static void close() throws SQLException {
    if (server == null) {
      return;
    }
    server.close();
    DriverManager.deregisterDriver(DRIVER);
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
  void tenants_areToldApartLetterByLetter() {
    QueryPlan customers = QueryPlan.of("customer");
    assertThat(tables.run(customers, "North", 0, 10).rows())
        .containsExactly(List.of("Other Olga", "Germany"));
    for (String other : List.of("NORTH", "nórth", "north ", "north\0")) {
      assertThat(tables.run(customers, other, 0, 10).rows()).as(other).isEmpty();
    }
  }

  @Test
  void usersThatMayWrite_areRefused() throws SQLException {
    refused("writer", "INSERT");
    refused("editor", "UPDATE (`country`)");
    refused("lender", "WITH GRANT OPTION");
    refused("member", "`boss`");
    refused("caller", "EXECUTE");
    shop.execute("GRANT DELETE ON shop.products TO PUBLIC");
    try {
      refused("reader", "DELETE");
    } finally {
      shop.execute("REVOKE DELETE ON shop.products FROM PUBLIC");
    }
    assertThatThrownBy(() -> Tables.open(CATALOG, shop.url() + "shop", "root", "", Limits.usual()))
        .hasMessageContaining("TL-403")
        .hasMessageContaining("ALL PRIVILEGES");
  }

  private static void refused(String user, String why) {
    assertThatThrownBy(() -> open("shop", user, Limits.usual()))
        .as(user)
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining("TL-403")
        .hasMessageContaining(why)
        .hasMessageNotContaining("IDENTIFIED");
  }

  /** Were the user mightier than was seen, the transaction still would not let anything through. */
  @Test
  void transaction_cannotWrite() throws SQLException {
    try (Connection connection = DriverManager.getConnection(shop.url() + "shop", "root", "");
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "DELETE FROM customers",
              "INSERT INTO products VALUES (3, 'Desk', NULL)",
              "CREATE TABLE more (id INTEGER)",
              "DROP TABLE secrets")) {
        connection.setAutoCommit(false);
        new MysqlEngine(Limits.usual()).begin(connection);
        assertThatThrownBy(() -> statement.execute(sql))
            .as(sql)
            .hasMessageContaining("READ ONLY transaction");
      }
    }
  }

  @Test
  void columnsThatMayNotBeRead_areNamed() {
    assertThatThrownBy(() -> open("shop", "blind", Limits.usual()))
        .hasMessageContaining("TL-404")
        .hasMessageContaining("(customers, country)")
        .hasMessageNotContaining("(customers, name)");
  }

  @Test
  void password_isNotTold() {
    assertThatThrownBy(
            () -> Tables.open(CATALOG, shop.url() + "shop", "reader", "letmein-9", Limits.usual()))
        .hasMessageContaining("TL-402")
        .hasMessageNotContaining("letmein-9");
  }

  @Test
  void databaseThatIsAway_isSaid() {
    String away = "jdbc:mariadb://127.0.0.1:1/shop";
    assertThatThrownBy(() -> Tables.open(CATALOG, away, "reader", "letmein-9", Limits.usual()))
        .hasMessageContaining("TL-400")
        .hasMessageNotContaining("letmein-9");
    assertThatThrownBy(() -> open("gone", "reader", Limits.usual())).hasMessageContaining("TL-400");
  }

  @Test
  void longQuestion_isStopped() throws SQLException {
    shop.execute(
        "CREATE DATABASE slow",
        "CREATE TABLE slow.products (id INTEGER, title VARCHAR(9))",
        "INSERT INTO slow.products SELECT seq, 'Lamp' FROM slow.seq_1_to_1000");
    shop.fill("endless", COLLATION, false);
    shop.execute(
        "DROP TABLE endless.products",
        "CREATE VIEW endless.products AS SELECT a.id, b.title"
            + " FROM slow.products a, slow.products b, slow.products c, slow.products d",
        "GRANT SELECT ON endless.products TO reader");
    QueryPlan all = QueryPlan.of("product").withColumns(List.of(Term.Over.rows()));
    Limits hasty = Limits.usual().withTime(Duration.ofMillis(200));
    try (Tables endless = open("endless", "reader", hasty)) {
      assertThatThrownBy(() -> endless.run(all, TestShop.NORTH, 0, 1))
          .hasMessageContaining("TL-405");
      assertThat(endless.run(QueryPlan.of("order"), TestShop.NORTH, 0, 1).rows()).hasSize(1);
    }
  }
}
