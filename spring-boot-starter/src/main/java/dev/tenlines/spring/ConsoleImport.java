package dev.tenlines.spring;

import dev.tenlines.Tenlines;
import dev.tenlines.spring.console.ConsoleConfiguration;
import dev.tenlines.spring.console.ConsoleSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The console, in an application that serves HTTP. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(ConsoleConfiguration.class)
final class ConsoleImport {

  @Bean
  ConsoleSettings tenlinesConsoleSettings(TenlinesProperties properties) {
    return new ConsoleSettings(properties.console().path());
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "tenlines.console.first-user", matchIfMissing = true)
  FirstUser tenlinesFirstUser(Tenlines tenlines, TenlinesProperties properties) {
    return new FirstUser(tenlines, properties.console().path());
  }
}
