package dev.tenlines.querying;

import dev.tenlines.Finding;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.rendering.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** SQLite: there are no roles, so the file is opened to be read only. */
record SqliteEngine() implements Engine {
  private static final String READ_ONLY = "1";

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("open_mode", READ_ONLY);
    return properties;
  }

  @Override
  public void opened(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
      statement.execute("PRAGMA trusted_schema = OFF");
    }
  }

  @Override
  public List<Finding> findings(Connection connection, Catalog catalog) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA query_only")) {
      return result.next() && result.getInt(1) == 1
          ? List.of()
          : List.of(
              Engine.refused(
                  "The connections to SQLite can write.",
                  "Name the file with jdbc:sqlite:, or open the source with query_only."));
    }
  }
}
