package dev.tenlines;

import dev.tenlines.cost.Money;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a climb, rung by rung.
 *
 * @param took from the request's arrival to its outcome
 */
public record Trace(List<Step> steps, Duration took) {

  public Trace {
    steps = List.copyOf(steps);
  }

  /** What the whole climb cost. */
  public Money charge() {
    return steps.stream().map(Step::charge).reduce(Money.ZERO, Money::plus);
  }

  /**
   * One rung's part.
   *
   * @param rung name and version
   * @param reason why it did not answer, or null when it did
   * @param score the rung's raw number, or null when it proposed nothing
   */
  public record Step(
      String rung,
      Result result,
      @Nullable String reason,
      @Nullable Double score,
      Money charge,
      Duration took) {}

  /** How a rung's part ended. */
  public enum Result {
    ANSWERED,
    PROPOSED,
    ABSTAINED,
    FAILED,
    SKIPPED
  }
}
