package dev.tenlines.spring.console;

import dev.tenlines.Tenlines;
import dev.tenlines.spring.stream.StreamConfiguration;
import dev.tenlines.spring.stream.Streams;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The console in a Spring application: its pages, and the security chain of just these. */
@Configuration(proxyBeanMethods = false)
@Import(StreamConfiguration.class)
public final class ConsoleConfiguration {

  /** It goes first: it names its addresses, and an application's own chain may take all. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 20)
  SecurityFilterChain tenlinesConsoleSecurity(
      HttpSecurity http, Tenlines tenlines, ConsoleSettings settings, ConsolePages console)
      throws Exception {
    return new ConsoleSecurity(settings, tenlines.access(), console.pages()).chain(http);
  }

  @Bean
  RouterFunction<ServerResponse> tenlinesConsoleRoutes(
      ConsolePages console, ConsoleSettings settings) {
    return new ConsoleRoutes(console, settings).routes();
  }

  @Bean
  ConsolePages tenlinesConsolePages(
      Tenlines tenlines, Streams streams, Clock clock, ConsoleSettings settings) {
    return ConsolePages.of(tenlines, streams, clock, settings);
  }
}
