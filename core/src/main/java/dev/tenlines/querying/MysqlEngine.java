package dev.tenlines.querying;

import dev.tenlines.Finding;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.rendering.Dialect;
import dev.tenlines.rendering.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MySQL and MariaDB: what was granted to the user is read. */
record MysqlEngine(Limits limits) implements Engine {
  private static final Pattern COST = Pattern.compile("\"query_cost\": \"?([0-9.]+)");
  private static final Pattern GRANT =
      Pattern.compile("(?is)^GRANT (.+?) ON .+? TO .+?(WITH GRANT OPTION.*)?$");

  /**
   * A view may be read by who may not read what is behind it; to such a user it is not explained.
   */
  private static final int VIEW_NOT_EXPLAINED = 1345;

  private static final Set<String> HARMLESS = Set.of("USAGE", "SELECT", "SHOW VIEW");

  @Override
  public Dialect dialect() {
    return Dialect.MYSQL;
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    boolean maria =
        connection
                .getMetaData()
                .getDatabaseProductVersion()
                .toLowerCase(Locale.ROOT)
                .contains("mariadb")
            || connection.getMetaData().getDatabaseProductName().equals("MariaDB");
    try (var statement = connection.createStatement()) {
      connection.rollback();
      // The session, not the transaction alone: a CREATE or DROP ends that one and goes through.
      statement.execute("SET SESSION TRANSACTION READ ONLY");
      long millis = limits.time().toMillis();
      statement.execute(
          maria
              ? "SET SESSION max_statement_time = " + millis / 1000.0
              : "SET SESSION max_execution_time = " + millis);
    }
  }

  @Override
  public double cost(Connection connection, Statement statement) throws SQLException {
    try (PreparedStatement explain =
        connection.prepareStatement("EXPLAIN FORMAT=JSON " + statement.sql())) {
      for (int i = 0; i < statement.parameters().size(); i++) {
        explain.setObject(i + 1, statement.parameters().get(i));
      }
      try (ResultSet result = explain.executeQuery()) {
        Matcher cost = COST.matcher(result.next() ? result.getString(1) : "");
        return cost.find() ? Double.parseDouble(cost.group(1)) : 0;
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == VIEW_NOT_EXPLAINED) {
        return 0;
      }
      throw e;
    }
  }

  @Override
  public List<Finding> findings(Connection connection, Catalog catalog) throws SQLException {
    return Grants.list(connection, "SHOW GRANTS").stream()
        .filter(grant -> !harmless(grant))
        .map(grant ->
            Engine.refused(
                "The user for questions may do more than read ("
                    + grant.replaceAll("(?i) IDENTIFIED .*", "")
                    + ").",
                "Make a user of its own and GRANT SELECT on what is declared, nothing else."))
        .toList();
  }

  /** Whether a grant allows reading alone; roles are not, since they may be given more later. */
  static boolean harmless(String grant) {
    Matcher matcher = GRANT.matcher(grant);
    return matcher.matches()
        && matcher.group(2) == null
        && Arrays.stream(matcher.group(1).replaceAll("\\([^)]*\\)", "").split(","))
            .map(right -> right.strip().toUpperCase(Locale.ROOT))
            .allMatch(HARMLESS::contains);
  }
}
