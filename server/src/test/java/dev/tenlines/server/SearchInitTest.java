package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.catalog.CatalogYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code search init}: a declaration out of a database. */
class SearchInitTest {
  @TempDir private Path directory;

  private String url = "";

  @BeforeEach
  void database() throws SQLException {
    url = "jdbc:sqlite:" + directory.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table customers (id integer primary key, name text, api_key text)");
      statement.execute(
          "create table orders (id integer primary key, tenant_id integer,"
              + " customer_id integer references customers(id), total decimal(10,2))");
    }
  }

  @Test
  void everythingIsHidden_untilSomebodyDeclaresIt() throws IOException {
    Path file = directory.resolve("search/shop.yaml");

    Cli init = Cli.run("search", "init", "--jdbc", url, "--out", file);

    assertThat(init.out())
        .contains("2 entities with 6 fields and 1 relations, all of them hidden")
        .contains("left out: customers.api_key")
        .contains("orders: does tenant_id say whose rows they are?");
    assertThat(Files.readString(file))
        .contains("hidden: true")
        .contains("scope: { tenant: tenant_id }");
  }

  @Test
  void declaredAll_isReadAsItStands() {
    Path file = directory.resolve("all.yaml");

    Cli init = Cli.run("search", "init", "--jdbc", url, "--out", file, "--declare-all", "--json");

    assertThat(init.json().get("hidden").asBoolean()).isFalse();
    assertThat(CatalogYaml.read(file).entities()).hasSize(2);
  }

  @Test
  void fileThatIsThere_isNotWrittenOver_unlessSaid() throws IOException {
    Path file = Files.writeString(directory.resolve("mine.yaml"), "mine");

    assertThat(Cli.run("search", "init", "--jdbc", url, "--out", file).err()).contains("TL-305");
    assertThat(Files.readString(file)).isEqualTo("mine");
    assertThat(Cli.run("search", "init", "--jdbc", url, "--out", file, "--replace").code())
        .isZero();
  }

  @Test
  void passwordThatIsNotThere_isNamedByItsVariable() {
    Cli init = Cli.run("search", "init", "--jdbc", url, "--password-from", "NO_SUCH_VARIABLE_HERE");

    assertThat(init.err()).contains("TL-418").contains("NO_SUCH_VARIABLE_HERE");
  }

  @Test
  void doctor_refusesAFeatureThatSearchesNothing() throws IOException {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        "features: { triage: { labels: { a: \"\", b: \"\" } } }");

    assertThat(Cli.run("search", "doctor", "triage", "--project", directory).err())
        .contains("TL-419")
        .contains("triage");
  }

  @Test
  void searchAlone_tellsItsCommands() {
    assertThat(Cli.run("search").out()).contains("init").contains("doctor");
  }
}
