package dev.tenlines.querying;

import dev.tenlines.Finding;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.rendering.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** H2: its users may be administrators, which is said but not refused. */
record H2Engine(Limits limits) implements Engine {
  private static final String MIGHTY =
      "SELECT USER_NAME FROM INFORMATION_SCHEMA.USERS"
          + " WHERE USER_NAME = CURRENT_USER AND IS_ADMIN"
          + " UNION SELECT GRANTEE FROM INFORMATION_SCHEMA.RIGHTS"
          + " WHERE RIGHTS IS NOT NULL AND RIGHTS <> 'SELECT'";

  @Override
  public Dialect dialect() {
    return Dialect.H2;
  }

  @Override
  public void opened(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      String zone = limits.zone().getId();
      statement.execute("SET TIME ZONE '" + (zone.equals("Z") ? "UTC" : zone) + "'");
    }
  }

  @Override
  public List<Finding> findings(Connection connection, Catalog catalog) throws SQLException {
    return Grants.list(connection, MIGHTY).isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Finding.Level.WARNING,
                "TL-403",
                "The user for questions may write to this H2 database.",
                "Open it with ;ACCESS_MODE_DATA=r, or make a user and GRANT SELECT alone."));
  }
}
