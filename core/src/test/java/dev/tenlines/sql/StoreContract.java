package dev.tenlines.sql;

import dev.tenlines.ladder.TestClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test an empty database, opened once for all tests of a class. */
abstract class StoreContract {
  private static final Map<TestStore, Database> OPEN = new ConcurrentHashMap<>();

  final TestClock clock = new TestClock();
  TestStore store;
  TestServer server;

  /** The database of this class. */
  protected abstract TestStore store();

  @BeforeEach
  final void start() throws SQLException {
    store = store();
    server = new TestServer(OPEN.computeIfAbsent(store, TestStore::open), clock);
    store.empty();
  }

  @AfterEach
  final void stop() {
    if (OPEN.get(store) != server.database) {
      server.close();
    }
  }

  /** Closes the server and opens its database anew. */
  final void restart() {
    shutDown();
    server = another();
  }

  final void shutDown() {
    OPEN.remove(store);
    server.close();
  }

  /** One more server on the same database. */
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
