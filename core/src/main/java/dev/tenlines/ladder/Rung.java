package dev.tenlines.ladder;

import dev.tenlines.Request;
import dev.tenlines.cost.Money;

/**
 * One stage of the cascade: a way to answer that proposes, abstains or fails.
 *
 * @param <V> the feature's value
 */
public interface Rung<V> {
  /** The rung's name as the feature lists it, {@code classifier}. */
  String name();

  /** What changes when its answers may change, {@code 12}. */
  String version();

  /** Name and version, {@code classifier@12}: what certificates and traces speak of. */
  default String id() {
    return name() + "@" + version();
  }

  /** The most one attempt may cost; held before it starts. */
  default Money ceiling() {
    return Money.ZERO;
  }

  /** Tries to answer before the deadline. An exception counts as a failure. */
  Attempt<V> attempt(Request request, Deadline deadline);
}
