package dev.tenlines.querying;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contract over a MySQL server that {@code tenlines.mysql} names: the JDBC address of an empty
 * server with its administrator, ending in a slash. Its driver has to be on the class path; none is
 * among our dependencies. MariaDB, which needs no such help, is in {@link MariadbTablesTest}.
 */
@EnabledIfSystemProperty(named = "tenlines.mysql", matches = "jdbc:.*")
class MysqlTablesTest extends TablesContract {
  private static final String SERVER = System.getProperty("tenlines.mysql", "");
  private static final String USER = System.getProperty("tenlines.mysql.user", "root");
  private static Tables tables;
  private static Tables alone;

  @BeforeAll
  static void open() throws SQLException {
    MysqlShop shop = new MysqlShop(SERVER, USER);
    shop.users();
    shop.fill("shop", "utf8mb4_0900_ai_ci", false);
    shop.fill("north", "utf8mb4_0900_ai_ci", true);
    tables = Tables.open(CATALOG, SERVER + "shop", "reader", "secret-reader", Limits.usual());
    alone = Tables.open(CATALOG, SERVER + "north", "reader", "secret-reader", Limits.usual());
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
    assertThatThrownBy(
            () -> Tables.open(CATALOG, SERVER + "shop", "writer", "secret-writer", Limits.usual()))
        .hasMessageContaining("TL-403")
        .hasMessageContaining("INSERT");
    assertThatThrownBy(() -> Tables.open(CATALOG, SERVER + "shop", "reader", "x-9", Limits.usual()))
        .hasMessageContaining("TL-402")
        .hasMessageNotContaining("x-9");
  }
}
