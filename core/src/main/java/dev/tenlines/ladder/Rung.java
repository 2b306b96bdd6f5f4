package dev.tenlines.ladder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

  /** How long an attempt is likely to take: it is not begun where less time is left. */
  default Duration expected() {
    return Duration.ZERO;
  }

  /** What keeps a value from leaving without a certificate, in words; null where nothing does. */
  default @Nullable String doubt(V value) {
    return null;
  }

  /**
   * Whether its answer waits for the rungs above, and leaves only where none of them answers: it is
   * what there is when they fail, cost too much, or come too late.
   */
  default boolean waits() {
    return false;
  }

  /** What asking is going to take, known before anything is spent; null where it takes nothing. */
  default @Nullable Forecast forecast(Ask ask) {
    return null;
  }

  /** Tries to answer before the deadline. An exception counts as a failure. */
  Attempt<V> attempt(Ask ask);
}
