package dev.tenlines.linking;

import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import java.util.List;

/**
 * A plan that a question may mean.
 *
 * @param score how well it fits, from 0 to 1
 * @param unused words that say something which the plan does not; none where it is to be trusted
 * @param ignored words that nothing was made of because they only make a sentence
 */
public record Reading(QueryPlan plan, double score, List<Said> unused, List<Said> ignored) {
  public Reading {
    unused = List.copyOf(unused);
    ignored = List.copyOf(ignored);
  }

  /** Whether each of its words is used. */
  public boolean isWhole() {
    return unused.isEmpty();
  }
}
