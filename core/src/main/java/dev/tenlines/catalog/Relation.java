package dev.tenlines.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one entity that name a row of another.
 *
 * @param name what plans call the way from the naming row to the named one: {@code customer}
 * @param from the entity whose rows name
 * @param fromColumns their columns, as the database spells them
 * @param words what people call the named row in this role
 * @param inverse what plans call the way back: {@code orders}
 * @param inverseWords what people call the naming rows, seen from the named one
 */
public record Relation(
    String name,
    String from,
    List<String> fromColumns,
    String to,
    List<String> toColumns,
    List<String> words,
    String inverse,
    List<String> inverseWords) {
  public Relation {
    fromColumns = List.copyOf(fromColumns);
    toColumns = List.copyOf(toColumns);
    words = List.copyOf(words);
    inverseWords = List.copyOf(inverseWords);
  }

  /** The ways it offers at an entity: none, one, or both where it leads back to the same. */
  List<Step> steps(String entity) {
    List<Step> steps = new ArrayList<>();
    if (from.equals(entity)) {
      steps.add(new Step(name, to, fromColumns, toColumns, words, true));
    }
    if (to.equals(entity)) {
      steps.add(new Step(inverse, from, toColumns, fromColumns, inverseWords, false));
    }
    return steps;
  }
}
