package dev.tenlines.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a database does not declare: guessed by names, and believed where the rows agree. Of a
 * key each value stands once; of what names rows each value stands there.
 */
final class Links {
  private static final int ROWS = 20_000;

  private final Connection connection;
  private final String quote;
  private final Map<List<String>, Sample> samples = new HashMap<>();

  private Links(Connection connection) throws SQLException {
    this.connection = connection;
    this.quote = connection.getMetaData().getIdentifierQuoteString();
  }

  /**
   * The values of a column in a table's first rows.
   *
   * @param unique whether each stands once, and in every row
   * @param complete whether there are no more rows
   */
  private record Sample(Set<String> values, boolean unique, boolean complete) {
    static final Sample NONE = new Sample(Set.of(), false, false);
  }

  static Schema fill(Schema schema, Connection connection) throws SQLException {
    Links links = new Links(connection);
    Schema keyed = links.keyed(schema);
    Candidates candidates = new Candidates(keyed);
    return new Schema(
        keyed.tables().stream().map(table -> links.linked(table, candidates)).toList(), true);
  }

  private Schema keyed(Schema schema) {
    Candidates candidates = new Candidates(schema);
    List<Schema.Table> tables = new ArrayList<>();
    for (Schema.Table table : schema.tables()) {
      List<String> key = table.key().isEmpty() ? key(table, candidates) : table.key();
      tables.add(
          new Schema.Table(
              table.name(), table.remarks(), table.columns(), key, table.references()));
    }
    return new Schema(tables);
  }

  private List<String> key(Schema.Table table, Candidates candidates) {
    return candidates.keys(table).stream()
        .filter(column -> sample(table, column.name()).unique())
        .findFirst()
        .map(column -> List.of(column.name()))
        .orElse(List.of());
  }

  private Schema.Table linked(Schema.Table table, Candidates candidates) {
    List<Schema.Reference> references = new ArrayList<>(table.references());
    for (Schema.Column column : table.columns()) {
      if (table.references().stream().noneMatch(r -> r.columns().contains(column.name()))) {
        candidates.references(table, column).stream()
            .filter(guess -> holds(table, column.name(), guess, candidates))
            .findFirst()
            .ifPresent(guess -> references.add(guess.reference()));
      }
    }
    return new Schema.Table(
        table.name(), table.remarks(), table.columns(), table.key(), references);
  }

  /** Without rows, names have to say it all. */
  private boolean holds(
      Schema.Table table, String column, Candidates.Guess guess, Candidates candidates) {
    Schema.@Nullable Table to = candidates.table(guess.reference().table());
    if (to == null) {
      return false;
    }
    Sample child = sample(table, column);
    Sample parent = sample(to, guess.reference().toColumns().getFirst());
    if (child.values().isEmpty() || parent.values().isEmpty() || !parent.complete()) {
      return guess.certain() >= 3;
    }
    return parent.values().containsAll(child.values());
  }

  private Sample sample(Schema.Table table, String column) {
    List<String> place = List.of(table.name(), column);
    Sample known = samples.get(place);
    if (known != null) {
      return known;
    }
    Sample sample = read(table.name(), column);
    samples.put(place, sample);
    return sample;
  }

  private Sample read(String table, String column) {
    Set<String> values = new HashSet<>();
    int rows = 0;
    boolean unique = true;
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(ROWS);
      try (ResultSet result =
          statement.executeQuery(
              "select "
                  + Sampling.quoted(column, quote)
                  + " from "
                  + Sampling.quotedTable(table, quote))) {
        while (result.next()) {
          rows++;
          String value = result.getString(1);
          unique &= value != null && values.add(value);
          if (value != null) {
            values.add(value);
          }
        }
      }
    } catch (SQLException e) {
      // A view that cannot be read tells nothing.
      return Sample.NONE;
    }
    return new Sample(values, unique && rows > 0, rows < ROWS);
  }
}
