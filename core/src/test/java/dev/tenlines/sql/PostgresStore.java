package dev.tenlines.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A database of its own on the one PostgreSQL server of this process. */
public record PostgresStore(String url) implements TestStore {
  private static final Map<String, PostgresStore> STORES = new ConcurrentHashMap<>();

  /** Started by the first test that needs it; it ends with the process. */
  private static final class Running {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The database of a test class. */
  static PostgresStore of(Class<?> test) {
    String name = test.getName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    return STORES.computeIfAbsent(name, PostgresStore::blank);
  }

  /** A new database without a table. */
  public static PostgresStore blank(String name) {
    String admin = Running.SERVER.getJdbcUrl("postgres", "postgres");
    try (Connection connection = DriverManager.getConnection(admin);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new PostgresStore(Running.SERVER.getJdbcUrl("postgres", name));
  }

  @Override
  public Database open() {
    return Database.postgresql(url, null, null);
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** PostgreSQL has no character with the number zero. */
  @Override
  public String held(String text) {
    return text.replace('\0', '\uFFFD');
  }

  @Override
  public boolean shared() {
    return true;
  }
}
