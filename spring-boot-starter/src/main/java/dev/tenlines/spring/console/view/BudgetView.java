package dev.tenlines.spring.console.view;

import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Ledger.Use;
import dev.tenlines.cost.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far a budget is used, as a bar with words.
 *
 * @param id for the bar's label
 * @param name what it counts
 * @param words how much of what is used
 * @param used millionths, for the bar
 * @param most where the bar ends, in millionths
 */
public record BudgetView(String id, String name, String words, long used, long most) {

  /** The view of a budget. */
  public static BudgetView of(Use use) {
    Budget budget = use.budget();
    Money used = use.used() == null ? new Money(0, budget.currency()) : use.used();
    Money line = budget.stop() == null ? budget.warn() : budget.stop();
    long most = line == null ? 1 : Math.max(1, line.micros());
    String words =
        used
            + " used"
            + (budget.warn() == null ? "" : ", warns at " + budget.warn())
            + (budget.stop() == null ? "" : ", stops at " + budget.stop());
    String id = "budget-" + Integer.toHexString(budget.scope().hashCode());
    return new BudgetView(id, name(budget), words, Math.min(used.micros(), most), most);
  }

  private static String name(Budget budget) {
    List<String> parts = new ArrayList<>();
    parts.add(budget.feature() == null ? "All features" : budget.feature());
    if (budget.tenant() != null) {
      parts.add("tenant " + budget.tenant());
    }
    if (budget.key() != null) {
      parts.add("key " + budget.key());
    }
    String window = budget.window().name().toLowerCase(Locale.ROOT);
    parts.add(budget.window() == Budget.Window.TOTAL ? "in all" : "each " + window);
    return String.join(", ", parts);
  }
}
