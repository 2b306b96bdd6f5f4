package dev.tenlines.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Finding;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.rendering.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class H2TablesTest extends TablesContract {
  private static final List<Connection> KEPT = new ArrayList<>();
  private static Tables tables;
  private static Tables alone;

  @BeforeAll
  static void open() throws SQLException {
    tables = open("shop", false);
    alone = open("north", true);
  }

  private static String url(String name) {
    return "jdbc:h2:mem:" + name + ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=FALSE";
  }

  private static Tables open(String name, boolean northAlone) throws SQLException {
    Connection connection = DriverManager.getConnection(url(name), "sa", "");
    KEPT.add(connection);
    TestShop.fill(connection, Dialect.H2);
    if (northAlone) {
      TestShop.leaveNorth(connection);
    }
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE USER reader PASSWORD 'r'");
      for (String table : TestShop.TABLES) {
        statement.execute("GRANT SELECT ON \"" + table + "\" TO reader");
      }
    }
    return Tables.open(CATALOG, url(name), "reader", "r", Limits.usual());
  }

  @AfterAll
  static void close() throws SQLException {
    tables.close();
    alone.close();
    for (Connection connection : KEPT) {
      connection.close();
    }
  }

  @Override
  Tables alone() {
    return alone;
  }

  @Override
  Tables tables() {
    return tables;
  }

  @Test
  void administrator_isWarnedOf() {
    assertThat(tables.warnings()).isEmpty();
    try (Tables mighty = Tables.open(CATALOG, url("shop"), "sa", "", Limits.usual())) {
      assertThat(mighty.warnings()).extracting(Finding::id).containsExactly("TL-403");
    }
  }

  @Test
  void source_isUsedAsConnectionsAre() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url("shop"));
    source.setUser("reader");
    source.setPassword("r");
    try (Tables lent = Tables.of(CATALOG, source, Limits.usual())) {
      assertThat(lent.dialect()).isEqualTo(Dialect.H2);
      assertThat(lent.count(QueryPlan.of("order"), TestShop.NORTH)).isEqualTo(4);
      assertThat(lent.count(QueryPlan.of("order"), TestShop.SOUTH)).isEqualTo(2);
    }
    source.setPassword("wrong-9");
    assertThatThrownBy(() -> Tables.of(CATALOG, source, Limits.usual()))
        .hasMessageContaining("TL-402")
        .hasMessageNotContaining("wrong-9");
  }
}
