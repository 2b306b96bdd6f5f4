package dev.tenlines.schema;

import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.Values;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a database says about its tables, and the values of their first rows. */
public final class SchemaReader {
  private static final Set<String> OWN =
      Set.of("information_schema", "pg_catalog", "sys", "mysql", "performance_schema");

  private final Connection connection;
  private final DatabaseMetaData data;
  private final @Nullable String home;

  private SchemaReader(Connection connection) throws SQLException {
    this.connection = connection;
    this.data = connection.getMetaData();
    this.home = connection.getSchema();
  }

  /** Reads a database that nobody else needs to be connected to. */
  public static Schema read(String url, @Nullable String user, @Nullable String password) {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    if (url.startsWith("jdbc:sqlite:")) {
      // 1 opens the file only to read it, and makes none.
      properties.setProperty("open_mode", "1");
    }
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      connection.setReadOnly(true);
      return read(connection);
    } catch (SQLException e) {
      throw new TenlinesException(
          "TL-417",
          "The database (" + withoutSecrets(url) + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the address, --user and --password-from, and that its driver is there.");
    }
  }

  /** Addresses may carry passwords behind the question mark or before the at sign. */
  private static String withoutSecrets(String url) {
    return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
  }

  /** Reads through a connection, which stays open. */
  public static Schema read(Connection connection) throws SQLException {
    return new SchemaReader(connection).schema();
  }

  private Schema schema() throws SQLException {
    List<Schema.Table> tables = new ArrayList<>();
    Constraints constraints = Constraints.of(connection);
    try (ResultSet rows =
        data.getTables(
            connection.getCatalog(),
            null,
            "%",
            new String[] {"TABLE", "PARTITIONED TABLE", "VIEW", "BASE TABLE"})) {
      while (rows.next()) {
        String space = rows.getString("TABLE_SCHEM");
        String name = rows.getString("TABLE_NAME");
        if (!isOwn(space, name)) {
          Schema.Table table = table(space, name, text(rows.getString("REMARKS")));
          tables.add(constraints.fill(table));
        }
      }
    }
    Schema schema = new Schema(tables);
    Spelling spelling = Spelling.of(schema);
    Sampling sampling = Sampling.of(connection);
    return Links.fill(
        new Schema(tables.stream().map(table -> sampling.fill(table, spelling)).toList()),
        connection);
  }

  private static boolean isOwn(@Nullable String schema, String table) {
    return schema != null && OWN.contains(schema.toLowerCase(Locale.ROOT))
        || table.startsWith("sqlite_")
        || table.equals("flyway_schema_history");
  }

  private Schema.Table table(@Nullable String schema, String name, String remarks)
      throws SQLException {
    return new Schema.Table(
        qualified(schema, name),
        remarks,
        columns(schema, name),
        key(schema, name),
        references(schema, name));
  }

  private String qualified(@Nullable String schema, String name) {
    return schema == null || schema.isEmpty() || schema.equals(home) ? name : schema + "." + name;
  }

  private List<Schema.Column> columns(@Nullable String schema, String table) throws SQLException {
    Map<Integer, Schema.Column> columns = new TreeMap<>();
    try (ResultSet rows = data.getColumns(connection.getCatalog(), schema, literally(table), "%")) {
      while (rows.next()) {
        columns.put(
            rows.getInt("ORDINAL_POSITION"),
            new Schema.Column(
                rows.getString("COLUMN_NAME"),
                rows.getInt("DATA_TYPE"),
                text(rows.getString("TYPE_NAME")),
                rows.getInt("COLUMN_SIZE"),
                text(rows.getString("REMARKS")),
                List.of(),
                Values.NONE,
                false));
      }
    }
    return List.copyOf(columns.values());
  }

  /** An underscore stands for any letter in the patterns of metadata. */
  private String literally(String name) throws SQLException {
    String escape = data.getSearchStringEscape();
    return escape == null || escape.isEmpty() ? name : name.replace("_", escape + "_");
  }

  private List<String> key(@Nullable String schema, String table) throws SQLException {
    Map<Integer, String> key = new TreeMap<>();
    try (ResultSet rows = data.getPrimaryKeys(connection.getCatalog(), schema, table)) {
      while (rows.next()) {
        key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(key.values());
  }

  private List<Schema.Reference> references(@Nullable String schema, String table)
      throws SQLException {
    List<Schema.Reference> references = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<String> toColumns = new ArrayList<>();
    String to = "";
    try (ResultSet rows = data.getImportedKeys(connection.getCatalog(), schema, table)) {
      while (rows.next()) {
        if (rows.getInt("KEY_SEQ") <= 1 && !columns.isEmpty()) {
          references.add(new Schema.Reference(columns, to, toColumns));
          columns.clear();
          toColumns.clear();
        }
        columns.add(rows.getString("FKCOLUMN_NAME"));
        toColumns.add(text(rows.getString("PKCOLUMN_NAME")));
        to = qualified(rows.getString("PKTABLE_SCHEM"), rows.getString("PKTABLE_NAME"));
      }
    }
    if (!columns.isEmpty()) {
      references.add(new Schema.Reference(columns, to, toColumns));
    }
    return references;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
