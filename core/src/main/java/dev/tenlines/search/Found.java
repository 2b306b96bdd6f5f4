package dev.tenlines.search;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.rendering.Chip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search was understood as, and what it found.
 *
 * @param chips the plan in pieces that people read, remove and change
 * @param plan what is or would be executed, to be sent back as it is or changed; null where nothing
 *     was understood
 * @param sql the one statement, in which nothing of the question stands
 * @param parameters what is bound to it, in its order
 * @param columns what stands in the rows
 * @param rows the first page; empty before the asker has said that the plan is meant
 * @param more whether there are further rows
 * @param readings what the question may mean else; the asker picks
 * @param emptying where there are no rows, the chips without each of which there are some
 * @param lacking what was in the way, or null
 */
@JsonPropertyOrder({
  "chips",
  "plan",
  "sql",
  "parameters",
  "columns",
  "rows",
  "more",
  "readings",
  "emptying",
  "lacking"
})
public record Found(
    List<Chip> chips,
    @Nullable Map<String, Object> plan,
    String sql,
    List<Object> parameters,
    List<Column> columns,
    List<List<@Nullable Object>> rows,
    boolean more,
    List<Reading> readings,
    List<Emptying> emptying,
    @Nullable Lacking lacking) {
  public Found {
    chips = List.copyOf(chips);
    plan = plan == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(plan));
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copies = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = List.copyOf(copies);
    readings = List.copyOf(readings);
    emptying = List.copyOf(emptying);
  }

  /**
   * A column of the rows.
   *
   * @param label what stands over it
   * @param type {@code text}, {@code integer}, {@code decimal}, {@code money}, {@code truth},
   *     {@code date}, {@code moment} or {@code key}
   * @param unit what its numbers count, or null
   */
  @JsonPropertyOrder({"name", "label", "type", "unit"})
  public record Column(String name, String label, String type, @Nullable String unit) {}

  /** A plan that a question may mean, with its chips. */
  @JsonPropertyOrder({"chips", "plan"})
  public record Reading(List<Chip> chips, Map<String, Object> plan) {
    public Reading {
      chips = List.copyOf(chips);
      plan = Collections.unmodifiableMap(new LinkedHashMap<>(plan));
    }
  }

  /** A chip by its id, and how many rows there are without it. */
  @JsonPropertyOrder({"chip", "rows"})
  public record Emptying(String chip, int rows) {}

  /** Words in the way of an answer, and why they are. */
  @JsonPropertyOrder({"words", "why"})
  public record Lacking(String words, String why) {}

  /** Nothing was understood. */
  static Found none(String words, String why) {
    return new Found(
        List.of(),
        null,
        "",
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of(),
        List.of(),
        new Lacking(words, why));
  }

  /** One of several plans may be meant. */
  static Found several(List<Reading> readings) {
    return new Found(
        List.of(), null, "", List.of(), List.of(), List.of(), false, readings, List.of(), null);
  }

  /** The same beside what else the question may mean. */
  Found beside(List<Reading> others) {
    return new Found(chips, plan, sql, parameters, columns, rows, more, others, emptying, lacking);
  }

  /** The plan as types, or null. */
  public @Nullable QueryPlan query() {
    return plan == null ? null : PlanReader.read(plan);
  }

  /** The chips, as people read them. */
  @Override
  public String toString() {
    return Wording.of(this);
  }
}
