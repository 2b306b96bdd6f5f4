package dev.tenlines.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.sql.PostgresStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaReaderTest {
  @TempDir private Path directory;

  @Test
  void sqlite_tellsTablesKeysAndChecks() throws SQLException {
    String url = "jdbc:sqlite:" + directory.resolve("shop.db");
    run(
        url,
        "create table customers (id integer primary key, name text, email text)",
        "create table orders (id integer primary key, customer_id integer references customers(id),"
            + " status text check (status in ('OPEN', 'DON''T')), password_hash text)",
        "insert into customers values (1, 'Ada', 'ada@example.org'), (2, 'Bob', null)");
    Schema schema = SchemaReader.read(url, null, null);

    assertThat(schema.tables()).extracting(Schema.Table::name).contains("customers", "orders");
    Schema.Table orders = table(schema, "orders");
    assertThat(orders.key()).containsExactly("id");
    assertThat(orders.references())
        .containsExactly(new Schema.Reference(List.of("customer_id"), "customers", List.of("id")));
    assertThat(column(orders, "status").allowed()).containsExactly("OPEN", "DON'T");
    Schema.Table customers = table(schema, "customers");
    assertThat(column(customers, "name").seen().values()).containsExactly("Ada", "Bob");
    assertThat(column(customers, "name").seen().complete()).isTrue();
    assertThat(column(customers, "email").seen().values()).isEmpty();
  }

  @Test
  void postgres_tellsSchemasEnumsChecksAndRemarks() throws SQLException {
    String url = PostgresStore.blank("schema_reader").url();
    run(
        url,
        "create schema trade",
        "create type trade.mood as enum ('calm', 'wild')",
        "create table trade.days (day date, place varchar(20), primary key (day, place))",
        "create table trade.deals (deal_id uuid primary key, mood trade.mood,"
            + " side varchar(4) check (side in ('buy', 'sell')), low int, high int check (high > low),"
            + " day date, place varchar(20), foreign key (day, place) references trade.days)",
        "create table plain (x int)",
        "comment on table trade.deals is 'closed deals'",
        "comment on column trade.deals.low is 'lowest bid'");
    Schema schema = SchemaReader.read(url, null, null);

    assertThat(schema.tables())
        .extracting(Schema.Table::name)
        .containsExactlyInAnyOrder("trade.days", "trade.deals", "plain");
    Schema.Table deals = table(schema, "trade.deals");
    assertThat(deals.remarks()).isEqualTo("closed deals");
    assertThat(column(deals, "low").remarks()).isEqualTo("lowest bid");
    assertThat(column(deals, "mood").allowed()).containsExactly("calm", "wild");
    assertThat(column(deals, "side").allowed()).containsExactly("buy", "sell");
    assertThat(column(deals, "high").allowed()).isEmpty();
    assertThat(deals.references())
        .containsExactly(
            new Schema.Reference(List.of("day", "place"), "trade.days", List.of("day", "place")));
  }

  @Test
  void relationsWithoutForeignKeys_areFoundInNames_andBelievedWhereRowsAgree() throws SQLException {
    String url = "jdbc:sqlite:" + directory.resolve("library.db");
    run(
        url,
        "create table member (memberid integer, membername text)",
        "create table book (bid integer, title text, first_member integer, shelf_code text)",
        "create table loan (bid integer, memberid integer, weeks integer)",
        "create table shelf (shelf_code text, floor integer)",
        "create table review (book_id integer, memberid integer, stars integer)",
        "insert into member values (1, 'Ada'), (2, 'Bob')",
        "insert into book values (10, 'Foxes', 1, 'A'), (11, 'Owls', 2, 'B'), (12, 'Bees', 1, 'B')",
        "insert into loan values (10, 1, 2), (11, 1, 1), (10, 2, 3)",
        "insert into shelf values ('A', 1), ('B', 2)",
        "insert into review values (10, 7, 5), (11, 8, 3), (11, 7, 4)");
    Schema schema = SchemaReader.read(url, null, null);

    assertThat(table(schema, "book").key()).containsExactly("bid");
    assertThat(table(schema, "member").key()).containsExactly("memberid");
    assertThat(table(schema, "loan").key()).isEmpty();
    assertThat(table(schema, "loan").references())
        .containsExactlyInAnyOrder(
            guess("bid", "book", "bid"), guess("memberid", "member", "memberid"));
    assertThat(table(schema, "book").references())
        .containsExactlyInAnyOrder(
            guess("first_member", "member", "memberid"),
            guess("shelf_code", "shelf", "shelf_code"));
    // Members 7 and 8 are not there: these numbers name something else.
    assertThat(table(schema, "review").references())
        .containsExactly(guess("book_id", "book", "bid"));
    Draft draft = Drafting.of(schema);
    assertThat(draft.declared())
        .contains("no foreign key declares")
        .contains("#   guessed: loan.memberid → member");
    assertThat(Objects.requireNonNull(draft.catalog().step("loan", "member")).to())
        .isEqualTo("member");
  }

  private static Schema.Reference guess(String column, String table, String key) {
    return new Schema.Reference(List.of(column), table, List.of(key), true);
  }

  @Test
  void databaseThatIsNotThere_isNamed_withoutItsPassword() {
    Path nowhere = directory.resolve("nowhere.db");
    assertThatThrownBy(
            () -> SchemaReader.read("jdbc:sqlite:" + nowhere + "?password=s3cret", "me", "s3cret"))
        .hasMessageContaining("TL-417")
        .hasMessageContaining("nowhere.db")
        .hasMessageNotContaining("s3cret");
    assertThat(Files.exists(nowhere)).isFalse();
  }

  private static Schema.Table table(Schema schema, String name) {
    return schema.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static Schema.Column column(Schema.Table table, String name) {
    return Objects.requireNonNull(table.column(name));
  }

  private static void run(String url, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
