package dev.tenlines.spring.stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The streams of an application, which its API and its console share. */
@Configuration(proxyBeanMethods = false)
public final class StreamConfiguration {

  @Bean
  Streams tenlinesStreams() {
    return new Streams();
  }
}
