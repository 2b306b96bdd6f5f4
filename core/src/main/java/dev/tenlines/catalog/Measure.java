package dev.tenlines.catalog;

import dev.tenlines.query.Predicate;
import dev.tenlines.query.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure over many rows that has a name: revenue, or the share of returned orders.
 *
 * @param over what is added up
 * @param where which rows count for it
 * @param under what that is divided by, or null for no ratio
 * @param underWhere which rows count there
 */
public record Measure(
    String name,
    List<String> words,
    Term.Over over,
    List<Predicate> where,
    Term.@Nullable Over under,
    List<Predicate> underWhere) {
  public Measure {
    words = List.copyOf(words);
    where = List.copyOf(where);
    underWhere = List.copyOf(underWhere);
  }
}
