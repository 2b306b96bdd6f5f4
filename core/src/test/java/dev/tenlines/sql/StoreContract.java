package dev.tenlines.sql;

import dev.tenlines.ladder.TestClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Opens an empty database for each test. */
abstract class StoreContract {
  final TestClock clock = new TestClock();
  TestStore store;
  TestServer server;

  /** An empty database. */
  protected abstract TestStore store();

  @BeforeEach
  final void start() {
    store = store();
    server = new TestServer(store.lend(), clock);
  }

  @AfterEach
  final void stop() {
    store.giveBack(server.database);
  }

  /** Closes the server and opens its database anew. */
  final void restart() {
    shutDown();
    server = another();
  }

  final void shutDown() {
    if (store instanceof PostgresStore postgres) {
      postgres.forget();
    }
    server.close();
  }

  /** A second server on the same database. */
  final TestServer another() {
    return new TestServer(store.open(), clock);
  }

  /** Asks the database itself for a number. */
  final long count(String sql) throws SQLException {
    try (Connection connection = store.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
