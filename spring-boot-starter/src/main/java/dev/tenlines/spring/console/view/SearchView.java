package dev.tenlines.spring.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search as its page shows it.
 *
 * @param question as it was asked
 * @param proposed whether the plan waits for the asker's word: its chips are dashed then
 * @param rows null before the asker has said so
 * @param from the number of the first row, from 1
 * @param before where the page before begins, or null
 * @param after where the next page begins, or null
 * @param sql the statement; empty where there is none
 * @param parameters what is bound to it
 * @param readings what it may mean else, each as its chips
 * @param why what was in the way, or null
 */
public record SearchView(
    Shown question,
    boolean proposed,
    List<Chip> chips,
    @Nullable Table rows,
    int from,
    @Nullable Integer before,
    @Nullable Integer after,
    Shown sql,
    List<Shown> parameters,
    List<List<Shown>> readings,
    @Nullable Shown why) {
  public SearchView {
    chips = List.copyOf(chips);
    parameters = List.copyOf(parameters);
    readings = List.copyOf(readings);
  }

  /**
   * A piece of the plan.
   *
   * @param words what the question says for it
   * @param values what may be changed in it
   * @param dates whether those are days
   * @param emptying how many rows there are without it, where there are none with it; or null
   */
  public record Chip(
      String id,
      Shown label,
      Shown words,
      boolean removable,
      List<String> values,
      boolean dates,
      @Nullable Integer emptying) {
    public Chip {
      values = List.copyOf(values);
    }
  }

  /** Whether a plan was understood. */
  public boolean planned() {
    return !chips.isEmpty();
  }
}
