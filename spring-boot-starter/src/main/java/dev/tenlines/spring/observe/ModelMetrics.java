package dev.tenlines.spring.observe;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import dev.tenlines.Trace;
import dev.tenlines.Trace.Result;
import dev.tenlines.spring.OutcomeListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Times the calls of {@code model:} rungs under the names of the OpenTelemetry conventions for
 * generative AI. Those are still under development: their names stand in this class alone. Tokens
 * are not counted yet, since no rung reports them.
 */
public final class ModelMetrics implements OutcomeListener {
  private static final String PREFIX = "model:";

  private final MeterRegistry registry;

  ModelMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void accept(Request request, Outcome<?> outcome) {
    for (Trace.Step step : outcome.trace().steps()) {
      if (step.rung().startsWith(PREFIX) && step.result() != Result.SKIPPED) {
        record(step);
      }
    }
  }

  private void record(Trace.Step step) {
    String model = RequestMetrics.name(step.rung()).substring(PREFIX.length());
    Tags tags =
        Tags.of(
            "gen_ai.operation.name",
            "classify",
            "gen_ai.provider.name",
            "application",
            "gen_ai.request.model",
            model,
            "error.type",
            step.result() == Result.FAILED ? "_OTHER" : "none");
    Timer.builder("gen_ai.client.operation.duration")
        .description("Duration of a model rung's attempt")
        .tags(tags)
        .register(registry)
        .record(step.took());
  }
}
