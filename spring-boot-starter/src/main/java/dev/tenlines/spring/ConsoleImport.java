package dev.tenlines.spring;

import dev.tenlines.spring.console.ConsoleConfiguration;
import dev.tenlines.spring.console.ConsoleSettings;
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
}
