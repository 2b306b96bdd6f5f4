package dev.tenlines.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** SQLite in a file. */
public record SqliteStore(Path file) implements TestStore {

  @Override
  public Database open() {
    return Database.sqlite(file);
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  @Override
  public String held(String text) {
    return text;
  }

  @Override
  public boolean shared() {
    return false;
  }
}
