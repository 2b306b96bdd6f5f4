package dev.tenlines.spring.observe;

import dev.tenlines.Tenlines;
import dev.tenlines.spring.TenlinesAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Metrics of Tenlines, where Micrometer is there. */
@AutoConfiguration(
    after = TenlinesAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
    })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({Tenlines.class, MeterRegistry.class})
public final class TenlinesMetricsAutoConfiguration {

  @Bean
  RequestMetrics tenlinesRequestMetrics(MeterRegistry registry) {
    return new RequestMetrics(registry);
  }

  @Bean
  ModelMetrics tenlinesModelMetrics(MeterRegistry registry) {
    return new ModelMetrics(registry);
  }

  @Bean
  ReviewMetrics tenlinesReviewMetrics(Tenlines tenlines) {
    return new ReviewMetrics(tenlines);
  }
}
