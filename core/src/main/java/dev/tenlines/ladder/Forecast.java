package dev.tenlines.ladder;

import dev.tenlines.cost.Money;
import org.jspecify.annotations.Nullable;

/**
 * What asking a rung is going to take.
 *
 * @param calls how many calls of a model, if none has to be repeated
 * @param most the most they cost, or null where the model has no known price
 */
public record Forecast(int calls, @Nullable Money most) {
  /** In words: {@code 5 calls, at most 0.02 USD}. */
  @Override
  public String toString() {
    String cost = most == null ? "at no known price" : "at most " + most;
    return calls + (calls == 1 ? " call, " : " calls, ") + cost;
  }
}
