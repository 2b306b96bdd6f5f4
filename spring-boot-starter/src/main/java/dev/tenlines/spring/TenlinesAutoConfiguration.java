package dev.tenlines.spring;

import dev.tenlines.Tenlines;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.Provider;
import dev.tenlines.spring.model.ChatModels;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
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
      ObjectProvider<ChatModels> models,
      ObjectProvider<OutcomeListener> listeners,
      ApplicationEventPublisher events,
      ResourceLoader resources) {
    return new TenlinesOpening(
        properties,
        clock.getIfUnique(Clock::systemUTC),
        rungs(beans),
        providers(models),
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

  /** An application may have chat models of LangChain4j. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "dev.langchain4j.model.chat.ChatModel")
  static final class LangChain4j {

    @Bean
    ChatModels tenlinesLangChain4jModels(ListableBeanFactory beans) {
      return ChatModels.ofLangChain4j(beans);
    }
  }

  /** And of Spring AI. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.ai.chat.model.ChatModel")
  static final class SpringAi {

    @Bean
    ChatModels tenlinesSpringAiModels(ListableBeanFactory beans) {
      return ChatModels.ofSpringAi(beans);
    }
  }

  private static Map<String, Provider> providers(ObjectProvider<ChatModels> models) {
    Map<String, Provider> providers = new HashMap<>();
    models.stream().forEach(some -> providers.putAll(some.providers()));
    return providers;
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
