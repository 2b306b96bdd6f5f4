package dev.tenlines.querying;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Field.Type;
import dev.tenlines.catalog.Measure;
import dev.tenlines.catalog.Relation;
import dev.tenlines.catalog.Scope;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import dev.tenlines.rendering.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Two shops in the same tables, with columns and a table that nobody declares. */
public final class TestShop {
  public static final String NORTH = "north";
  public static final String SOUTH = "south";

  /** Those that are declared. */
  static final List<String> TABLES = List.of("customers", "orders", "order_items", "products");

  private TestShop() {}

  public static Catalog catalog() {
    return new Catalog(
        List.of(customer(), order(), item(), product()),
        List.of(
            relation("customer", "order", "customer_id", "customer", "orders"),
            relation("order", "item", "order_id", "order", "items"),
            relation("product", "item", "product_id", "product", "items")));
  }

  private static Entity customer() {
    return new Entity(
        "customer",
        "customers",
        List.of("customer", "customers"),
        new Scope.Tenant("shop"),
        List.of(
            field("id", Type.KEY),
            field("name", Type.TEXT),
            field("country", Type.TEXT),
            field("active", Type.TRUTH),
            field("born", Type.DATE)),
        List.of(),
        null,
        List.of("name", "country"));
  }

  private static Entity order() {
    Predicate returned =
        new Predicate.Compare(
            Term.Of.field("status"),
            Predicate.Operator.EQUAL,
            new Literal.Text("returned"),
            Said.NOTHING);
    Term.Over total = new Term.Over(Term.Function.SUM, Path.of("total"), false);
    return new Entity(
        "order",
        "orders",
        List.of("order", "orders"),
        new Scope.Tenant("shop"),
        List.of(
            field("id", Type.KEY),
            field("number", Type.KEY),
            field("status", Type.TEXT),
            new Field(
                "total",
                "total",
                Type.MONEY,
                List.of("total"),
                List.of(),
                "EUR",
                null,
                List.of(),
                false),
            field("pieces", Type.INTEGER),
            field("score", Type.DECIMAL),
            field("created_at", Type.MOMENT),
            field("shipped_on", Type.DATE),
            field("note", Type.TEXT)),
        List.of(
            new Measure("revenue", List.of(), total, List.of(), null, List.of()),
            new Measure(
                "return_rate",
                List.of(),
                Term.Over.rows(),
                List.of(returned),
                Term.Over.rows(),
                List.of())),
        "created_at",
        List.of("number", "status", "total", "created_at"));
  }

  private static Entity item() {
    return new Entity(
        "item",
        "order_items",
        List.of("item"),
        new Scope.Tenant("shop"),
        List.of(field("quantity", Type.INTEGER), field("price", Type.MONEY)),
        List.of(),
        null,
        List.of());
  }

  private static Entity product() {
    return new Entity(
        "product",
        "products",
        List.of("product"),
        new Scope.Everyone(),
        List.of(field("id", Type.KEY), field("title", Type.TEXT)),
        List.of(),
        null,
        List.of("title"));
  }

  private static Field field(String name, Type type) {
    return new Field(name, name, type, List.of(name), List.of(), null, null, List.of(), true);
  }

  private static Relation relation(
      String name, String from, String column, String to, String inverse) {
    return new Relation(
        name, from, List.of(column), to, List.of("id"), List.of(name), inverse, List.of(inverse));
  }

  /** Makes the tables and fills them. */
  public static void fill(Connection connection, Dialect dialect) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements(dialect)) {
        statement.execute(sql);
      }
    }
  }

  /** Takes everybody else's rows out. */
  static void leaveNorth(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : List.of("customers", "orders", "order_items")) {
        statement.execute("DELETE FROM " + table + " WHERE shop <> 'north'");
      }
    }
  }

  private static List<String> statements(Dialect dialect) {
    boolean sqlite = dialect == Dialect.SQLITE;
    boolean postgres = dialect == Dialect.POSTGRESQL;
    String text = "VARCHAR(200)";
    String moment = sqlite ? "TEXT" : dialect == Dialect.MYSQL ? "DATETIME" : "TIMESTAMP";
    String date = sqlite ? "TEXT" : "DATE";
    String truth = sqlite ? "INTEGER" : "BOOLEAN";
    String decimal = sqlite ? "REAL" : "DECIMAL(12, 2)";
    String number = postgres ? "uuid" : text;
    String status = postgres ? "order_status" : text;
    List<String> sql = new ArrayList<>();
    if (postgres) {
      sql.add("CREATE TYPE order_status AS ENUM ('open', 'shipped', 'returned')");
    }
    sql.add("CREATE TABLE secrets (id INTEGER, word " + text + ")");
    sql.add("INSERT INTO secrets VALUES (1, 'hidden-table')");
    sql.add(
        "CREATE TABLE customers (id INTEGER PRIMARY KEY, shop "
            + text
            + ", name "
            + text
            + ", country "
            + text
            + ", active "
            + truth
            + ", born "
            + date
            + ", password "
            + text
            + ")");
    sql.add(
        "CREATE TABLE products (id INTEGER PRIMARY KEY, title " + text + ", cost " + text + ")");
    // A score is a number in a text, as spreadsheets leave it.
    sql.add(
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, shop "
            + text
            + ", customer_id INTEGER,"
            + " number "
            + number
            + ", status "
            + status
            + ", total "
            + decimal
            + ", pieces INTEGER, score "
            + text
            + ", created_at "
            + moment
            + ", shipped_on "
            + date
            + ", note "
            + text
            + ", margin "
            + text
            + ")");
    sql.add(
        "CREATE TABLE order_items (id INTEGER PRIMARY KEY, shop "
            + text
            + ", order_id INTEGER,"
            + " product_id INTEGER, quantity INTEGER, price "
            + decimal
            + ")");
    customers(sql, dialect);
    sql.add("INSERT INTO products VALUES (1, 'Lamp', 'hidden-cost'), (2, 'Chair', 'hidden-cost')");
    orders(sql);
    sql.add(
        "INSERT INTO order_items VALUES (1, 'north', 1, 1, 2, 25.00), (2, 'north', 1, 2, 1, 70.50),"
            + " (3, 'north', 2, 1, 1, 25.00), (4, 'south', 11, 2, 5, 70.50)");
    return sql;
  }

  private static void customers(List<String> sql, Dialect dialect) {
    String yes = dialect == Dialect.SQLITE ? "1" : "TRUE";
    String no = dialect == Dialect.SQLITE ? "0" : "FALSE";
    String into = "INSERT INTO customers VALUES ";
    sql.add(into + "(1, 'north', 'Ada Adler', 'Germany', " + yes + ", '1990-05-01', 'hidden-a')");
    sql.add(into + "(2, 'north', 'Élodie Roux', 'FRANCE', " + no + ", '1985-12-31', 'hidden-b')");
    sql.add(into + "(3, 'north', '100%_sure', NULL, " + yes + ", NULL, 'hidden-c')");
    sql.add(into + "(11, 'south', 'South Sam', 'Germany', " + yes + ", '1970-01-01', 'hidden-d')");
    sql.add(into + "(12, 'North', 'Other Olga', 'Germany', " + yes + ", '1970-01-01', 'hidden-e')");
  }

  private static void orders(List<String> sql) {
    String into = "INSERT INTO orders VALUES ";
    sql.add(
        into
            + order(
                1,
                "north",
                1,
                "open",
                "120.50",
                "3",
                "'12'",
                "2025-11-10 00:00:00",
                "NULL",
                "'Ring twice'"));
    sql.add(
        into
            + order(
                2,
                "north",
                1,
                "shipped",
                "25.00",
                "1",
                "'9.5'",
                "2025-11-16 23:59:59",
                "'2025-11-18'",
                "''"));
    sql.add(
        into
            + order(
                3,
                "north",
                2,
                "returned",
                "80.00",
                "2",
                "'n/a'",
                "2025-11-17 00:00:00",
                "'2025-11-19'",
                "NULL"));
    sql.add(
        into
            + order(
                4,
                "north",
                3,
                "shipped",
                "300.00",
                "7",
                "NULL",
                "2025-10-01 12:00:00",
                "'2025-10-02'",
                "NULL"));
    sql.add(
        into
            + order(
                11,
                "south",
                11,
                "open",
                "999.00",
                "5",
                "'1'",
                "2025-11-11 10:00:00",
                "NULL",
                "'south-note'"));
    sql.add(
        into
            + order(
                12,
                "south",
                11,
                "returned",
                "1.00",
                "1",
                "'2'",
                "2025-11-12 10:00:00",
                "NULL",
                "'south-note'"));
  }

  private static String order(
      int id,
      String shop,
      int customer,
      String status,
      String total,
      String pieces,
      String score,
      String created,
      String shipped,
      String note) {
    return String.format(
        "(%d, '%s', %d, '%s', '%s', %s, %s, %s, '%s', %s, %s, 'hidden-margin')",
        id, shop, customer, number(id), status, total, pieces, score, created, shipped, note);
  }

  /**
   * Roles of PostgreSQL: one that only reads, and some that could do more.
   *
   * @param create whether the server does not have them yet
   */
  static List<String> readers(boolean create) {
    List<String> sql = new ArrayList<>();
    sql.add("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    List<String> roles =
        List.of("reader", "owner", "member", "writer", "editor", "maker", "bypass", "blind");
    for (String role : roles) {
      if (create) {
        sql.add("CREATE ROLE " + role + " LOGIN PASSWORD 'secret-" + role + "'");
      }
      if (!role.equals("blind")) {
        TABLES.forEach(table -> sql.add("GRANT SELECT ON " + table + " TO " + role));
      }
    }
    sql.add("GRANT SELECT (id, shop, name) ON customers TO blind");
    sql.add("GRANT SELECT ON orders, order_items, products TO blind");
    sql.add("ALTER TABLE customers OWNER TO owner");
    sql.add("ALTER ROLE member NOINHERIT");
    sql.add("GRANT pg_write_all_data TO member");
    sql.add("GRANT INSERT ON products TO writer");
    sql.add("GRANT UPDATE (country) ON customers TO editor");
    sql.add("GRANT CREATE ON SCHEMA public TO maker");
    sql.add("ALTER ROLE bypass BYPASSRLS");
    return sql;
  }

  /** The number of an order. */
  static String number(int id) {
    return String.format("0a000000-0000-4000-8000-%012d", id);
  }
}
