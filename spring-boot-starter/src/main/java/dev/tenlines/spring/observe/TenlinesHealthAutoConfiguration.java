package dev.tenlines.spring.observe;

import dev.tenlines.Tenlines;
import dev.tenlines.spring.TenlinesAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Health of Tenlines, where Actuator is there. */
@AutoConfiguration(after = TenlinesAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(Tenlines.class)
@ConditionalOnEnabledHealthIndicator("tenlines")
public final class TenlinesHealthAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  TenlinesHealthIndicator tenlinesHealthIndicator(Tenlines tenlines) {
    return new TenlinesHealthIndicator(tenlines);
  }
}
