package dev.tenlines.querying;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.rendering.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contract over a MySQL or MariaDB server that {@code tenlines.mysql} names: the JDBC address
 * of an empty server with its administrator, ending in a slash. Its driver has to be on the class
 * path; none is among our dependencies.
 */
@EnabledIfSystemProperty(named = "tenlines.mysql", matches = "jdbc:.*")
class MysqlTablesTest extends TablesContract {
  private static final String SERVER = System.getProperty("tenlines.mysql", "");
  private static final String USER = System.getProperty("tenlines.mysql.user", "root");
  private static Tables tables;
  private static Tables alone;

  @BeforeAll
  static void open() throws SQLException {
    try (Connection connection = DriverManager.getConnection(SERVER, USER, "");
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of("CREATE USER reader IDENTIFIED BY 'r'", "CREATE USER writer IDENTIFIED BY 'w'")) {
        statement.execute(sql);
      }
    }
    fill("shop", false);
    fill("north", true);
    tables = Tables.open(CATALOG, SERVER + "shop", "reader", "r", Limits.usual());
    alone = Tables.open(CATALOG, SERVER + "north", "reader", "r", Limits.usual());
  }

  private static void fill(String name, boolean northAlone) throws SQLException {
    try (Connection connection = DriverManager.getConnection(SERVER, USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
      statement.execute("USE " + name);
      TestShop.fill(connection, Dialect.MYSQL);
      if (northAlone) {
        TestShop.leaveNorth(connection);
      }
      for (String table : TestShop.TABLES) {
        statement.execute("GRANT SELECT ON " + name + "." + table + " TO reader");
        statement.execute("GRANT SELECT, INSERT ON " + name + "." + table + " TO writer");
      }
    }
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
  void userThatMayWrite_isRefused() {
    assertThatThrownBy(() -> Tables.open(CATALOG, SERVER + "shop", "writer", "w", Limits.usual()))
        .hasMessageContaining("TL-403")
        .hasMessageContaining("INSERT");
    assertThatThrownBy(() -> Tables.open(CATALOG, SERVER + "shop", "reader", "x-9", Limits.usual()))
        .hasMessageContaining("TL-402")
        .hasMessageNotContaining("x-9");
  }
}
