package dev.tenlines.querying;

import dev.tenlines.rendering.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an answer.
 *
 * @param rows values in the order of the columns: texts, longs, decimals, booleans, days, moments
 *     or null
 * @param more whether there are rows after these
 */
public record Rows(List<Column> columns, List<List<@Nullable Object>> rows, boolean more) {
  public Rows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
