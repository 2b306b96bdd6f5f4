package dev.tenlines.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Scope;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import dev.tenlines.rendering.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTablesTest extends TablesContract {
  @TempDir static Path folder;
  private static Path file;
  private static byte[] before;
  private static Tables tables;
  private static Tables alone;

  @BeforeAll
  static void open() throws SQLException, IOException {
    file = folder.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      TestShop.fill(connection, Dialect.SQLITE);
    }
    before = Files.readAllBytes(file);
    Path other = folder.resolve("north.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other)) {
      TestShop.fill(connection, Dialect.SQLITE);
      TestShop.leaveNorth(connection);
    }
    tables = open(CATALOG, file, Limits.usual());
    alone = open(CATALOG, other, Limits.usual());
  }

  /** Nothing that any test asked has changed a byte. */
  @AfterAll
  static void close() throws IOException {
    tables.close();
    alone.close();
    assertThat(Arrays.equals(before, Files.readAllBytes(file))).isTrue();
  }

  private static Tables open(Catalog catalog, Path file, Limits limits) {
    return Tables.open(catalog, "jdbc:sqlite:" + file, null, null, limits);
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
  void connection_cannotWrite() throws SQLException {
    SqliteEngine engine = new SqliteEngine();
    Connect connect = new Connect.ByUrl("jdbc:sqlite:" + file, null, null);
    try (Connection connection = connect.open(engine.properties());
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM customers"))
          .hasMessageContaining("READONLY");
      engine.opened(connection);
      assertThatThrownBy(() -> statement.execute("CREATE TEMP TABLE x (a INT)"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void fileThatIsNotThere_isNotMade() {
    Path none = folder.resolve("none.db");
    assertThatThrownBy(() -> open(CATALOG, none, Limits.usual()))
        .hasMessageContaining("TL-400")
        .hasMessageContaining("none.db");
    assertThat(none).doesNotExist();
  }

  @Test
  void otherDatabases_areNotSearched() {
    assertThatThrownBy(
            () -> Tables.open(CATALOG, "jdbc:oracle:thin:a/b@host", null, null, Limits.usual()))
        .hasMessageContaining("TL-400")
        .hasMessageNotContaining("a/b@");
  }

  @Test
  void columnThatIsNotThere_isNamed() {
    Catalog wrong = new Catalog(List.of(thing("customers", new Scope.Tenant("tenant"))), List.of());
    assertThatThrownBy(() -> open(wrong, file, Limits.usual()))
        .hasMessageContaining("TL-404")
        .hasMessageContaining("(customers, made)")
        .hasMessageContaining("(customers, tenant)");
  }

  private static Entity thing(String table, Scope scope) {
    return new Entity(
        "thing",
        table,
        List.of(),
        scope,
        List.of(
            new Field(
                "made",
                "made",
                Field.Type.MOMENT,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                false),
            new Field(
                "sold",
                "sold",
                Field.Type.MOMENT,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                false),
            new Field(
                "done",
                "done",
                Field.Type.TRUTH,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                false),
            new Field(
                "text",
                "text",
                Field.Type.TEXT,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                false)),
        List.of(),
        null,
        List.of());
  }

  private static Path things(String name, String... rows) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE things (made INTEGER, sold INTEGER, done TEXT, text TEXT)");
      for (String row : rows) {
        statement.execute("INSERT INTO things VALUES (" + row + ")");
      }
    }
    return file;
  }

  @Test
  void datesInSecondsOrMillis_areDates() throws SQLException {
    Path file =
        things(
            "epochs.db",
            "1763251199, 1763251199000, 'yes', 'late on the fifteenth'",
            "1763251200, 1763251200000, 'no', 'the sixteenth'");
    Catalog catalog = new Catalog(List.of(thing("things", new Scope.Everyone())), List.of());
    try (Tables tables = open(catalog, file, Limits.usual())) {
      for (String field : List.of("made", "sold")) {
        assertThat(texts(tables, compare(field, new Literal.Day(LocalDate.of(2025, 11, 16)))))
            .containsExactly("the sixteenth");
        Literal moment = new Literal.Moment(LocalDateTime.parse("2025-11-15T23:59:59"));
        assertThat(texts(tables, compare(field, moment))).containsExactly("late on the fifteenth");
      }
      assertThat(texts(tables, compare("done", new Literal.Truth(true))))
          .containsExactly("late on the fifteenth");
      QueryPlan days =
          QueryPlan.of("thing")
              .withGroups(
                  List.of(new Term.Of(dev.tenlines.query.Path.of("sold"), Term.Bucket.MONTH)));
      assertThat(tables.run(days, "", 0, 10).rows())
          .containsExactly(List.of(LocalDate.of(2025, 11, 1), 2L));
    }
  }

  @Test
  void longValues_areCut() throws SQLException {
    Path file = things("long.db", "NULL, NULL, NULL, '" + "x".repeat(5000) + "'");
    Catalog catalog = new Catalog(List.of(thing("things", new Scope.Everyone())), List.of());
    try (Tables tables = open(catalog, file, Limits.usual().withText(100))) {
      assertThat(
              texts(
                  tables,
                  new Predicate.Empty(dev.tenlines.query.Path.of("text"), true, Said.NOTHING)))
          .containsExactly("x".repeat(100) + "…");
    }
  }

  @Test
  void longQuestion_isStopped() throws SQLException {
    Path file = folder.resolve("many.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE VIEW things AS WITH RECURSIVE n(made, sold, done, text) AS (SELECT 1, 1, 1, 'x'"
              + " UNION ALL SELECT made + 1, 1, 1, 'x' FROM n) SELECT * FROM n");
    }
    Catalog catalog = new Catalog(List.of(thing("things", new Scope.Everyone())), List.of());
    Limits hasty = Limits.usual().withTime(Duration.ofMillis(200));
    try (Tables tables = open(catalog, file, hasty)) {
      QueryPlan all = QueryPlan.of("thing").withColumns(List.of(Term.Over.rows()));
      assertThatThrownBy(() -> tables.run(all, "", 0, 1))
          .isInstanceOf(TenlinesException.class)
          .hasMessageContaining("TL-405");
      QueryPlan first = QueryPlan.of("thing").withColumns(List.of(Term.Of.field("text")));
      assertThat(tables.run(first, "", 0, 1).rows()).hasSize(1);
    }
  }

  @Test
  void closedTables_sayIt() {
    Tables closed = open(CATALOG, file, Limits.usual());
    closed.close();
    assertThatThrownBy(() -> closed.count(QueryPlan.of("order"), TestShop.NORTH))
        .hasMessageContaining("TL-409");
  }

  private static Predicate compare(String field, Literal value) {
    return new Predicate.Compare(
        Term.Of.field(field), Predicate.Operator.EQUAL, value, Said.NOTHING);
  }

  private static List<@Nullable Object> texts(Tables tables, Predicate where) {
    QueryPlan plan =
        QueryPlan.of("thing").withColumns(List.of(Term.Of.field("text"))).withWhere(List.of(where));
    return tables.run(plan, "", 0, 10).rows().stream()
        .<@Nullable Object>map(row -> row.get(0))
        .toList();
  }
}
