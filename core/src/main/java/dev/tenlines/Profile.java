package dev.tenlines;

import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The five facts about a task, from which the plan follows.
 *
 * @param languageTask whether the task is about language; arithmetic and look-ups are not
 * @param rule whether a deterministic rule exists
 * @param wrongAnswerCost what one wrong answer costs, or null when not stated
 * @param reviewCost what one person's decision costs, or null when not stated
 * @param latencyBudget the deadline of the whole climb
 * @param volume how many requests come, or null when not stated
 */
public record Profile(
    boolean languageTask,
    Rule rule,
    @Nullable Money wrongAnswerCost,
    @Nullable Money reviewCost,
    Duration latencyBudget,
    @Nullable Volume volume) {

  /** A language task with some rules, a two-second budget and nothing said about money. */
  public static final Profile UNSTATED =
      new Profile(true, Rule.PARTIAL, null, null, Duration.ofSeconds(2), null);

  /** How much of the task a deterministic rule decides. */
  public enum Rule {
    COMPLETE,
    PARTIAL,
    NONE
  }

  /** The error share at which a wrong answer and a review cost the same, or null when unknown. */
  public @Nullable Double impliedError() {
    return wrongAnswerCost == null
            || reviewCost == null
            || wrongAnswerCost.isZero()
            || reviewCost.isZero()
        ? null
        : Math.min(0.5, reviewCost.dividedBy(wrongAnswerCost).doubleValue());
  }

  /**
   * Whether a wrong answer is so dear that a person has to stand behind the ladder: it costs ten
   * reviews or more, or no review cost is stated at all and it costs a whole unit of money.
   */
  public boolean highStakes() {
    if (wrongAnswerCost == null) {
      return false;
    }
    return reviewCost == null
        ? wrongAnswerCost.compareTo(Money.of("1", wrongAnswerCost.currency())) >= 0
        : wrongAnswerCost.compareTo(reviewCost.times(10)) >= 0;
  }
}
