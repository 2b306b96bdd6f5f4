package dev.tenlines.rendering;

import java.util.List;

/**
 * One SELECT for a database.
 *
 * @param parameters the values of its question marks, in their order
 */
public record Statement(String sql, List<Object> parameters, List<Column> columns) {
  public Statement {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }
}
