package dev.tenlines.schema;

import dev.tenlines.catalog.Values;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The distinct values of short texts in the first rows of a table; never of secret ones. */
final class Sampling {
  private static final int ROWS = 5_000;
  private static final int LONGEST = 60;
  private static final int FEW = 12;
  private static final int AGAIN = 5;

  private final Connection connection;
  private final String quote;

  private Sampling(Connection connection, String quote) {
    this.connection = connection;
    this.quote = quote;
  }

  static Sampling of(Connection connection) throws SQLException {
    return new Sampling(connection, connection.getMetaData().getIdentifierQuoteString());
  }

  Schema.Table fill(Schema.Table table, Spelling spelling) {
    List<Schema.Column> texts =
        table.columns().stream()
            .filter(column -> isRead(column, spelling.phrase(table, column)))
            .toList();
    if (texts.isEmpty()) {
      return table;
    }
    List<Set<String>> values = new ArrayList<>();
    texts.forEach(column -> values.add(new LinkedHashSet<>()));
    int rows = 0;
    String columns = String.join(", ", texts.stream().map(c -> quoted(c.name(), quote)).toList());
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(ROWS);
      statement.setFetchSize(ROWS);
      try (ResultSet result =
          statement.executeQuery(
              "select " + columns + " from " + quotedTable(table.name(), quote))) {
        while (result.next()) {
          rows++;
          for (int i = 0; i < texts.size(); i++) {
            String value = result.getString(i + 1);
            if (value != null && !value.isBlank()) {
              values
                  .get(i)
                  .add(value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value);
            }
          }
        }
      }
    } catch (SQLException e) {
      // A view that cannot be read is declared without values.
      return table;
    }
    List<Schema.Column> filled = new ArrayList<>();
    for (Schema.Column column : table.columns()) {
      int at = texts.indexOf(column);
      filled.add(at < 0 ? column : seen(column, values.get(at), rows));
    }
    return new Schema.Table(table.name(), table.remarks(), filled, table.key(), table.references());
  }

  private static Schema.Column seen(Schema.Column column, Set<String> values, int rows) {
    boolean repeated = !values.isEmpty() && values.size() <= FEW && values.size() * AGAIN <= rows;
    return column.withSeen(new Values(List.copyOf(values), rows < ROWS), repeated);
  }

  private static boolean isRead(Schema.Column column, String phrase) {
    boolean text =
        switch (column.sqlType()) {
          case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGVARCHAR -> true;
          default -> false;
        };
    return text && !Guesses.isSecret(phrase) && !Guesses.isPersonal(phrase);
  }

  static String quotedTable(String table, String quote) {
    return String.join(
        ".", List.of(table.split("\\.", 2)).stream().map(name -> quoted(name, quote)).toList());
  }

  static String quoted(String name, String quote) {
    return quote + name.replace(quote, quote + quote) + quote;
  }
}
