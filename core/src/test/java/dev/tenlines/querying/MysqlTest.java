package dev.tenlines.querying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.rendering.Dialect;
import dev.tenlines.rendering.PlanCheck;
import dev.tenlines.rendering.Renderer;
import dev.tenlines.rendering.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of statements and grants without a server. */
class MysqlTest {
  private static final Catalog CATALOG = TestShop.catalog();
  private static final int MADE_UP = Integer.getInteger("tenlines.plans", 300);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anyPlan_isOneStatementOverRowsInScope(Dialect dialect) {
    Renderer renderer = new Renderer(CATALOG, dialect);
    for (int seed = 0; seed < MADE_UP; seed++) {
      QueryPlan plan = new Plans(CATALOG, seed).plan();
      if (PlanCheck.of(CATALOG).wrong(plan).isEmpty()) {
        Statement statement = renderer.render(plan, "north", 0, 10);
        assertThat(Parsed.strange(statement.sql())).as(statement.sql()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT USAGE ON *.* TO `reader`@`%`",
        "GRANT SELECT ON `shop`.`orders` TO 'reader'@'%'",
        "GRANT SELECT (`id`, `name`), SHOW VIEW ON `shop`.`customers` TO `reader`@`%`",
        "GRANT USAGE ON *.* TO `reader`@`%` IDENTIFIED BY PASSWORD '*AB'"
      })
  void rightsToRead_areHarmless(String grant) {
    assertThat(MysqlEngine.harmless(grant)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION",
        "GRANT SELECT, INSERT ON `shop`.* TO `writer`@`%`",
        "GRANT SELECT (`id`), UPDATE (`name`) ON `shop`.`customers` TO `editor`@`%`",
        "GRANT SELECT ON `shop`.* TO `lender`@`%` WITH GRANT OPTION",
        "GRANT FILE ON *.* TO `filer`@`%`",
        "GRANT `admin`@`%` TO `member`@`%`",
        "GRANT PROXY ON ''@'%' TO 'root'@'localhost'",
        "anything else"
      })
  void otherRights_areNot(String grant) {
    assertThat(MysqlEngine.harmless(grant)).isFalse();
  }

  @Test
  void databases_areToldByAddressOrProduct() {
    assertThat(Dialect.of("jdbc:mysql://db/shop")).isEqualTo(Dialect.MYSQL);
    assertThat(Dialect.of("jdbc:mariadb://db/shop")).isEqualTo(Dialect.MYSQL);
    assertThat(Dialect.of("MariaDB")).isEqualTo(Dialect.MYSQL);
    assertThat(Dialect.of("PostgreSQL")).isEqualTo(Dialect.POSTGRESQL);
    assertThat(Dialect.of("jdbc:h2:mem:x")).isEqualTo(Dialect.H2);
    assertThat(Dialect.of("Oracle")).isNull();
  }
}
