package dev.tenlines.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A shop of two tenants in a database of its own, with what may be searched of it. */
final class Shop {
  static final String ENTITIES =
      """
      entities:
        orders:
          words: [order, purchase]
          scope: { tenant: tenant }
          date: created
          shown: [number, total, status, created]
          fields:
            number: key
            total: { type: money, unit: EUR, words: [amount] }
            status: { values: { open: [pending], paid: , shipped: } }
            created: { type: date, verbs: [placed, ordered] }
            shipped: { column: shipped_on, type: date, verbs: [shipped, sent] }
            note: { type: text, hidden: true }
          relations:
            customer: { to: customers, columns: { customer_id: id }, words: [buyer], back-words: [] }
        customers:
          words: [customer, client]
          scope: { tenant: tenant }
          fields:
            name: { sample: true }
            city: { sample: true, words: [town] }
            password: { type: text, hidden: true }
      """;

  private static final String TABLES =
      """
      CREATE TABLE customers (id INTEGER PRIMARY KEY, tenant TEXT, name TEXT, city TEXT, password TEXT);
      CREATE TABLE orders (id INTEGER PRIMARY KEY, tenant TEXT, number TEXT, total DECIMAL(10,2),
        status TEXT, created TEXT, shipped_on TEXT, note TEXT, customer_id INTEGER);
      INSERT INTO customers VALUES (1, 'default', 'Ada Blum', 'Berlin', 'hunter2');
      INSERT INTO customers VALUES (2, 'default', 'Cem Demir', 'Hamburg', 'hunter3');
      INSERT INTO customers VALUES (3, 'rival', 'Eve Frost', 'Zurich', 'hunter4');
      INSERT INTO orders VALUES (1, 'default', 'A-1', 120.50, 'open', '2026-11-10', NULL, 'x', 1);
      INSERT INTO orders VALUES (2, 'default', 'A-2', 80.00, 'paid', '2026-11-11', '2026-11-12', 'x', 2);
      INSERT INTO orders VALUES (3, 'default', 'A-3', 300.10, 'shipped', '2026-11-12', '2026-11-18', 'x', 2);
      INSERT INTO orders VALUES (4, 'default', 'A-4', 45.00, 'open', '2026-11-20', NULL, 'x', 1);
      INSERT INTO orders VALUES (5, 'rival', 'R-1', 999.00, 'open', '2026-11-11', NULL, 'secret', 3);
      """;

  private Shop() {}

  /** Stores a text as the name of a customer. */
  static void store(Path directory, String name) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.db"));
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO customers VALUES (9, 'default', ?, 'Berlin', 'hunter9')")) {
      insert.setString(1, name);
      insert.executeUpdate();
    }
  }

  /** Writes its files into a directory. */
  static void in(Path directory) {
    try {
      Files.writeString(directory.resolve("shop.yaml"), ENTITIES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : TABLES.split(";\\s*\n")) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
