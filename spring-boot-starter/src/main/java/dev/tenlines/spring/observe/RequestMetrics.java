package dev.tenlines.spring.observe;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.spring.OutcomeListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/**
 * Counts and times requests. No tag holds a version, a score or a text: each would make a new time
 * series.
 */
public final class RequestMetrics implements OutcomeListener {
  private final MeterRegistry registry;

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void accept(Request request, Outcome<?> outcome) {
    Tags kind = Tags.of("feature", outcome.feature(), "outcome", kind(outcome));
    registry
        .counter("tenlines.requests", kind.and("rung", rung(outcome), "reason", reason(outcome)))
        .increment();
    Timer.builder("tenlines.request.duration")
        .description("From a request's arrival to its outcome")
        .tags(kind)
        .register(registry)
        .record(outcome.trace().took());
  }

  private static String kind(Outcome<?> outcome) {
    return switch (outcome) {
      case Answered<?> answered -> "answered";
      case Deferred<?> deferred -> "deferred";
      case Declined<?> declined -> "declined";
    };
  }

  private static String rung(Outcome<?> outcome) {
    return outcome instanceof Answered<?> answered ? name(answered.rung()) : "none";
  }

  /** Why it could leave, or why it could not. */
  private static String reason(Outcome<?> outcome) {
    return switch (outcome) {
      case Answered<?> answered ->
          answered.basis() instanceof Basis.Certified ? "certified" : "declared";
      case Declined<?> declined -> declined.reason().name().toLowerCase(Locale.ROOT);
      case Deferred<?> deferred -> deferred.proposal() == null ? "no_proposal" : "with_proposal";
    };
  }

  /** A rung's name without its version. */
  static String name(String rung) {
    int at = rung.lastIndexOf('@');
    return at < 0 ? rung : rung.substring(0, at);
  }
}
