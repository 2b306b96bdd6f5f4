package dev.tenlines.catalog;

import java.util.List;

/**
 * The distinct values of a field, as they stand in the table.
 *
 * @param complete whether these are all; a value that is not among them means nothing otherwise
 */
public record Values(List<String> values, boolean complete) {
  public static final Values NONE = new Values(List.of(), false);

  public Values {
    values = List.copyOf(values);
  }
}
