package dev.tenlines.querying;

import dev.tenlines.Finding;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.rendering.Dialect;
import dev.tenlines.rendering.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL: the role is asked what it might do besides reading. */
record PostgresEngine(Limits limits) implements Engine {
  private static final Pattern COST = Pattern.compile("\"Total Cost\": ([0-9.]+)");
  private static final int NAMED = 3;

  private static final String OWN =
      " n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'"
          + " AND n.nspname NOT LIKE 'pg_temp%'";

  private static final String MIGHTY =
      "SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls OR rolcreaterole OR"
          + " rolcreatedb OR rolreplication) AND pg_has_role(current_user, oid, 'MEMBER')"
          + " UNION SELECT rolname FROM pg_roles WHERE rolname IN ('pg_write_all_data',"
          + " 'pg_write_server_files', 'pg_read_server_files', 'pg_execute_server_program',"
          + " 'pg_signal_backend', 'pg_maintain', 'pg_database_owner')"
          + " AND pg_has_role(current_user, oid, 'MEMBER')";

  private static final String OWNED =
      "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n"
          + " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND"
          + OWN
          + " AND pg_has_role(current_user, c.relowner, 'MEMBER') ORDER BY 1";

  private static final String WRITABLE =
      "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n"
          + " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND"
          + OWN
          + " AND (has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')"
          + " OR has_any_column_privilege(c.oid, 'INSERT, UPDATE')) ORDER BY 1";

  private static final String CREATES =
      "SELECT 'schema ' || n.nspname FROM pg_namespace n WHERE"
          + OWN
          + " AND has_schema_privilege(n.oid, 'CREATE') UNION ALL"
          + " SELECT 'database ' || current_database()"
          + " WHERE has_database_privilege(current_database(), 'CREATE')";

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  public Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "tenlines search");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", String.valueOf(limits.time().toSeconds() + 30));
    return properties;
  }

  @Override
  public void opened(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET default_transaction_read_only = on");
    }
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    String sql =
        "SELECT set_config('transaction_read_only', 'on', true),"
            + " set_config('statement_timeout', ?, true), set_config('TimeZone', ?, true)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, String.valueOf(limits.time().toMillis()));
      statement.setString(2, limits.zone().getId().equals("Z") ? "UTC" : limits.zone().getId());
      statement.execute();
    }
  }

  @Override
  public double cost(Connection connection, Statement statement) throws SQLException {
    String sql = "EXPLAIN (FORMAT JSON) " + statement.sql();
    try (PreparedStatement explain = connection.prepareStatement(sql)) {
      for (int i = 0; i < statement.parameters().size(); i++) {
        explain.setObject(i + 1, statement.parameters().get(i));
      }
      try (ResultSet result = explain.executeQuery()) {
        Matcher cost = COST.matcher(result.next() ? result.getString(1) : "");
        return cost.find() ? Double.parseDouble(cost.group(1)) : 0;
      }
    }
  }

  @Override
  public List<Finding> findings(Connection connection, Catalog catalog) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    refuse(
        findings,
        "is or belongs to a role that may do more than read",
        Grants.list(connection, MIGHTY),
        "Make a role of its own: CREATE ROLE search LOGIN NOINHERIT PASSWORD '…'.");
    refuse(
        findings,
        "owns tables",
        Grants.list(connection, OWNED),
        "Make a role of its own that owns nothing, and GRANT SELECT on what is declared.");
    refuse(
        findings,
        "may write",
        Grants.list(connection, WRITABLE),
        "REVOKE ALL on these tables from the role and from PUBLIC, then GRANT SELECT.");
    refuse(
        findings,
        "may create things",
        Grants.list(connection, CREATES),
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC, and on the database likewise.");
    return findings;
  }

  private static void refuse(List<Finding> findings, String does, List<String> what, String hint) {
    if (!what.isEmpty()) {
      String named = String.join(", ", what.subList(0, Math.min(NAMED, what.size())));
      String more = what.size() > NAMED ? " and " + (what.size() - NAMED) + " more" : "";
      findings.add(
          Engine.refused("The role for questions " + does + " (" + named + more + ").", hint));
    }
  }
}
