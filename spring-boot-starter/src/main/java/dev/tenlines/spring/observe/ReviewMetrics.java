package dev.tenlines.spring.observe;

import dev.tenlines.Tenlines;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Gauges of what waits for people. */
public final class ReviewMetrics implements MeterBinder {
  private final Tenlines tenlines;

  ReviewMetrics(Tenlines tenlines) {
    this.tenlines = tenlines;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String feature : tenlines.features()) {
      Gauge.builder("tenlines.reviews.open", () -> Open.reviews(tenlines, feature))
          .description("Reviews that wait for a person")
          .tag("feature", feature)
          .register(registry);
    }
  }
}
