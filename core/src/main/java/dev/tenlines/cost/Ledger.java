package dev.tenlines.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of charges, append-only. Money is held in one durable step that checks every budget,
 * just before a call leaves; what comes of the call closes the hold exactly once. A hold that a
 * dead process left open is booked as a flagged estimate by {@link #recover}.
 */
public interface Ledger {

  /**
   * Holds the most an attempt may cost, all budgets or none, and returns when that would survive
   * the process. From here on the call counts as sent. The same attempt held twice is held once.
   *
   * @return what came of it
   */
  Hold hold(Reservation attempt);

  /** Books what was spent and frees the rest. Only the first closing of an attempt counts. */
  void settle(Reservation attempt, Charge charge);

  /** Frees the hold of an attempt of which the provider saw nothing. */
  void release(Reservation attempt);

  /**
   * Books what dead processes left open at the most it may have cost, flagged as unknown.
   *
   * @return how many there were
   */
  int recover();

  /** How far each budget is used in the window that runs now; scopes named by a budget only. */
  List<Use> budgets();

  /** What came of asking for money. */
  sealed interface Hold {
    /**
     * It is held.
     *
     * @param warnings budgets that this hold took over their warning line
     */
    record Held(List<Budget> warnings) implements Hold {
      public Held {
        warnings = List.copyOf(warnings);
      }
    }

    /**
     * A budget does not allow it. Where the model has no known price, any budget that can stop
     * refuses: what cannot be counted cannot be kept below a line.
     */
    record Refused(Budget budget, boolean unpriced) implements Hold {}
  }

  /**
   * How far a budget is used.
   *
   * @param used settled and held together, in the budget's currency
   */
  record Use(Budget budget, @Nullable Money used) {}
}
