package dev.tenlines.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The values that a database allows in its columns: enumerated types and checks. */
final class Constraints {
  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern LIST =
      Pattern.compile("\\bin\\b|\\bany\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHECK =
      Pattern.compile(
          "check\\s*\\(\\s*([\"`\\[]?\\w+[\"`\\]]?\\s+in\\s*\\([^)]*\\))",
          Pattern.CASE_INSENSITIVE);

  private static final String ENUMS =
      "select t.typname, e.enumlabel from pg_type t join pg_enum e on e.enumtypid = t.oid"
          + " order by t.typname, e.enumsortorder";

  private static final String CHECKS =
      "select t.table_name, c.check_clause from information_schema.check_constraints c"
          + " join information_schema.table_constraints t"
          + " on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name";

  private final List<String[]> enums;
  private final List<String[]> checks;

  private Constraints(List<String[]> enums, List<String[]> checks) {
    this.enums = enums;
    this.checks = checks;
  }

  static Constraints of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    return switch (product) {
      case "sqlite" ->
          new Constraints(
              List.of(), written(rows(connection, "select name, sql from sqlite_master")));
      case "postgresql" -> new Constraints(rows(connection, ENUMS), rows(connection, CHECKS));
      default -> new Constraints(List.of(), rows(connection, CHECKS));
    };
  }

  /** A database without these views only knows less. */
  private static List<String[]> rows(Connection connection, String sql) {
    List<String[]> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(new String[] {result.getString(1), result.getString(2)});
      }
    } catch (SQLException e) {
      return List.of();
    }
    return rows;
  }

  /** SQLite keeps checks only in the words that made the table. */
  private static List<String[]> written(List<String[]> tables) {
    List<String[]> checks = new ArrayList<>();
    for (String[] table : tables) {
      if (table[1] != null) {
        CHECK
            .matcher(table[1])
            .results()
            .forEach(m -> checks.add(new String[] {table[0], m.group(1)}));
      }
    }
    return checks;
  }

  Schema.Table fill(Schema.Table table) {
    return new Schema.Table(
        table.name(),
        table.remarks(),
        table.columns().stream().map(column -> column.withAllowed(allowed(table, column))).toList(),
        table.key(),
        table.references());
  }

  private List<String> allowed(Schema.Table table, Schema.Column column) {
    List<String> labels =
        enums.stream().filter(e -> names(column.typeName(), e[0])).map(e -> e[1]).toList();
    if (!labels.isEmpty()) {
      return labels;
    }
    for (String[] check : checks) {
      if (check[0].equalsIgnoreCase(table.ownName())
          && check[1] != null
          && LIST.matcher(check[1]).find()
          && isOnly(column, table, TEXT.matcher(check[1]).replaceAll("''"))) {
        return TEXT.matcher(check[1])
            .results()
            .map(m -> m.group(1).replace("''", "'"))
            .distinct()
            .toList();
      }
    }
    return List.of();
  }

  /** A type of another schema comes quoted, behind its schema. */
  private static boolean names(String type, String wanted) {
    return type.equals(wanted) || type.endsWith(".\"" + wanted + "\"");
  }

  /** Whether a check speaks of this column and of no other one. */
  private static boolean isOnly(Schema.Column column, Schema.Table table, String check) {
    return table.columns().stream()
        .allMatch(c -> mentions(check, c.name()) == c.name().equals(column.name()));
  }

  private static boolean mentions(String check, String column) {
    return Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(column) + "(?!\\w)")
        .matcher(check)
        .find();
  }
}
