package dev.tenlines.server.terminal;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.rendering.Chip;
import dev.tenlines.search.Found;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints what a search was understood as, its statement and its rows. */
public final class SearchText {
  private SearchText() {}

  /** Prints a search's outcome; nothing of any other. */
  public static void print(Console console, Outcome<?> outcome) {
    Object value =
        switch (outcome) {
          case Answered<?> answered -> answered.value();
          case Deferred<?> deferred -> deferred.proposal();
          case Declined<?> declined -> declined.proposal();
        };
    if (value instanceof Found found) {
      print(console, found, outcome instanceof Answered<?>);
    }
  }

  private static void print(Console console, Found found, boolean answered) {
    if (found.lacking() != null) {
      console.line(found.lacking().why());
    }
    if (found.plan() != null) {
      console.line("chips: " + chips(found.chips()));
      console.line("query: " + found.sql());
      console.line("bound: " + found.parameters());
    }
    for (int i = 0; i < found.readings().size(); i++) {
      console.line("reading " + (i + 1) + ": " + chips(found.readings().get(i).chips()));
    }
    if (!answered) {
      return;
    }
    if (found.rows().isEmpty()) {
      console.line(
          "no rows"
              + found.emptying().stream()
                  .map(one -> without(found, one))
                  .collect(Collectors.joining()));
      return;
    }
    console.table(
        found.columns().stream().map(Found.Column::label).toList(),
        found.rows().stream().map(SearchText::row).toList());
    if (found.more()) {
      console.line("… and further rows");
    }
  }

  /** What stands within another chip is said by it already. */
  private static String chips(List<Chip> chips) {
    return chips.stream()
        .filter(chip -> !chip.nested())
        .map(chip -> "[" + chip.label() + "]")
        .collect(Collectors.joining(" "));
  }

  private static String without(Found found, Found.Emptying one) {
    return found.chips().stream()
        .filter(chip -> chip.id().equals(one.chip()))
        .map(chip -> "; without [" + chip.label() + "] there are " + one.rows())
        .collect(Collectors.joining());
  }

  private static List<String> row(List<@Nullable Object> cells) {
    return cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList();
  }
}
