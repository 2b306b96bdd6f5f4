package dev.tenlines.ladder;

import dev.tenlines.Request;
import dev.tenlines.ladder.Attempt.Absent;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Failed;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Attempt.Unfit;
import java.time.Duration;
import java.util.function.BiFunction;

/**
 * A rung from outside, whose proposals are read as the feature's values. What cannot be read is a
 * failure of the rung.
 *
 * @param <V> the feature's value
 */
public record OtherRung<V>(Rung<?> rung, BiFunction<Request, Proposed<?>, Proposed<V>> reader)
    implements Rung<V> {
  @Override
  public String name() {
    return rung.name();
  }

  @Override
  public String version() {
    return rung.version();
  }

  @Override
  public String id() {
    return rung.id();
  }

  @Override
  public Duration expected() {
    return rung.expected();
  }

  @Override
  public Attempt<V> attempt(Ask ask) {
    return switch (rung.attempt(ask)) {
      case Proposed<?> p -> reader.apply(ask.request(), p);
      case Abstained<?> a -> new Abstained<>(a.reason(), a.charge());
      case Failed<?> f -> new Failed<>(f.cause(), f.charge());
      case Absent<?> a -> new Abstained<>(a.why(), a.charge());
      case Unfit<?> u -> new Unfit<>(u.reason(), u.why(), u.charge());
    };
  }
}
