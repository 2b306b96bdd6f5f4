package dev.tenlines.spring.console.searches;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Tenlines;
import dev.tenlines.ladder.History.Entry;
import dev.tenlines.rendering.Chip;
import dev.tenlines.search.Found;
import dev.tenlines.search.PlanEdits;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.SearchView;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes searches of the record ready to be shown. */
public final class Searches {
  static final int PAGE = 50;
  private static final Set<String> FIGURES = Set.of("integer", "decimal", "money");

  private Searches() {}

  /** Whether a feature searches tables. */
  public static boolean searches(@Nullable Feature feature) {
    return feature != null && feature.kind() == Feature.Kind.SEARCH;
  }

  /** What was found or proposed, or null where nothing was. */
  static @Nullable Found found(Outcome<?> outcome) {
    Object value =
        switch (outcome) {
          case Answered<?> answered -> answered.value();
          case Deferred<?> deferred -> deferred.proposal();
          case Declined<?> declined -> declined.proposal();
        };
    return value == null ? null : JsonMapper.shared().convertValue(value, Found.class);
  }

  /** A search with its first rows of the record, or with others that are read now. */
  public static @Nullable SearchView of(
      Tenlines tenlines, Entry entry, String tenant, String from) {
    Found found = found(entry.outcome());
    if (found == null) {
      return null;
    }
    int offset = from.matches("[0-9]{1,7}") ? Integer.parseInt(from) : 0;
    boolean answered = entry.outcome() instanceof Answered<?>;
    Found page =
        answered && offset > 0 ? tenlines.rows(tenant, entry.outcome().id(), offset, PAGE) : found;
    return view(entry, found, page == null ? found : page, answered, offset);
  }

  private static SearchView view(
      Entry entry, Found found, Found page, boolean answered, int offset) {
    Found.Lacking lacking = found.lacking();
    return new SearchView(
        Shown.of(entry.request().input()),
        !answered,
        found.chips().stream()
            .filter(chip -> !chip.nested())
            .map(chip -> chip(found, chip))
            .toList(),
        answered ? rows(page) : null,
        offset + 1,
        offset == 0 ? null : Math.max(0, offset - PAGE),
        page.more() ? offset + page.rows().size() : null,
        Shown.of(found.sql()),
        found.parameters().stream().map(Shown::value).toList(),
        found.readings().stream().map(Searches::labels).toList(),
        lacking == null ? null : Shown.of(lacking.why()));
  }

  private static SearchView.Chip chip(Found found, Chip chip) {
    Map<String, Object> plan = found.plan();
    List<String> values =
        plan == null || !chip.kind().equals("filter")
            ? List.of()
            : PlanEdits.values(plan, chip.id());
    return new SearchView.Chip(
        chip.id(),
        Shown.of(chip.label()),
        Shown.of(chip.words()),
        chip.removable(),
        values,
        values.stream().anyMatch(value -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")),
        found.emptying().stream()
            .filter(one -> one.chip().equals(chip.id()))
            .map(Found.Emptying::rows)
            .findFirst()
            .orElse(null));
  }

  private static List<Shown> labels(Found.Reading reading) {
    return reading.chips().stream()
        .filter(chip -> !chip.nested())
        .map(chip -> Shown.of(chip.label()))
        .toList();
  }

  private static Table rows(Found page) {
    String[] head =
        page.columns().stream()
            .map(one -> one.label() + (FIGURES.contains(one.type()) ? "#" : ""))
            .toArray(String[]::new);
    Table.Rows rows = Table.of("Rows", head).otherwise("No rows.");
    for (List<@Nullable Object> row : page.rows()) {
      rows.row(
          row.stream()
              .map(cell -> cell == null ? Cell.none() : Cell.text(cell))
              .toArray(Cell[]::new));
    }
    return rows.table();
  }
}
