package dev.tenlines.spring.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Metrics by the API, where an application has Micrometer's registry for Prometheus. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(PrometheusMeterRegistry.class)
final class MetricsConfiguration {

  @Bean
  MetricsResource tenlinesMetricsResource(ObjectProvider<PrometheusMeterRegistry> registry) {
    return new MetricsResource(registry);
  }
}
