package dev.tenlines.query;

import java.util.List;

/**
 * A field, seen from a plan's entity.
 *
 * @param relations the declared relations that lead there, one after the other; empty for a field
 *     of the entity itself
 */
public record Path(List<String> relations, String field) {
  public Path {
    relations = List.copyOf(relations);
  }

  /** A field of the entity itself. */
  public static Path of(String field) {
    return new Path(List.of(), field);
  }

  @Override
  public String toString() {
    return relations.isEmpty() ? field : String.join(".", relations) + "." + field;
  }
}
