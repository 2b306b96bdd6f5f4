package dev.tenlines.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database for tests, opened as often as a test likes. */
public interface TestStore {
  /** Every table, those that point at others first. */
  List<String> TABLES =
      List.of(
          "skips",
          "deliveries",
          "sessions",
          "users",
          "api_keys",
          "ledger",
          "reservations",
          "budget_use",
          "reviews",
          "requests",
          "models",
          "shuts",
          "trainings");

  /** Opens it: again as after a restart, or once more as a second server does. */
  Database open();

  /** A connection beside everything under test. */
  Connection connect() throws SQLException;

  /** A text as this database can hold it. */
  String held(String text);

  /** Whether several servers may work on it at once. */
  boolean shared();

  /** Deletes every row. */
  default void empty() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("DELETE FROM " + table);
      }
    }
  }
}
