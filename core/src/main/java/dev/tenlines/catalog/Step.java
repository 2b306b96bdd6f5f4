package dev.tenlines.catalog;

import java.util.List;

/**
 * A relation, seen from one of its ends.
 *
 * @param name what plans call it there
 * @param to the entity it leads to
 * @param columns of the entity it starts at
 * @param toColumns of the entity it leads to
 * @param one whether it leads to one row at most
 */
public record Step(
    String name,
    String to,
    List<String> columns,
    List<String> toColumns,
    List<String> words,
    boolean one) {
  public Step {
    columns = List.copyOf(columns);
    toColumns = List.copyOf(toColumns);
    words = List.copyOf(words);
  }
}
