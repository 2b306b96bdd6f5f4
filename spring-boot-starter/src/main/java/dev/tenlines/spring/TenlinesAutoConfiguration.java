package dev.tenlines.spring;

import dev.tenlines.Tenlines;
import dev.tenlines.ladder.Rung;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** Opens {@link Tenlines} for an application and closes it when the application stops. */
@AutoConfiguration
@EnableConfigurationProperties(TenlinesProperties.class)
public final class TenlinesAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  Clock tenlinesClock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  TenlinesOpening tenlinesOpening(
      TenlinesProperties properties,
      ObjectProvider<Clock> clock,
      ListableBeanFactory beans,
      ObjectProvider<OutcomeListener> listeners,
      ApplicationEventPublisher events,
      ResourceLoader resources) {
    return new TenlinesOpening(
        properties,
        clock.getIfUnique(Clock::systemUTC),
        rungs(beans),
        listeners.orderedStream().toList(),
        events,
        resources);
  }

  /** An application that brings a Tenlines of its own starts and closes it by itself. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(Tenlines.class)
  static final class Opened {

    @Bean
    Tenlines tenlines(TenlinesOpening opening) {
      return opening.open();
    }

    @Bean
    TenlinesLifecycle tenlinesLifecycle(Tenlines tenlines) {
      return new TenlinesLifecycle(tenlines);
    }
  }

  /** A bean's name is the name under which features list the rung, {@code model:mine}. */
  private static Map<String, Rung<?>> rungs(ListableBeanFactory beans) {
    Map<String, Rung<?>> rungs = new HashMap<>();
    for (String name : beans.getBeanNamesForType(Rung.class)) {
      rungs.put(name, beans.getBean(name, Rung.class));
    }
    return rungs;
  }
}
