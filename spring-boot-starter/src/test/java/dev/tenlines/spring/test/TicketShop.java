package dev.tenlines.spring.test;

import dev.tenlines.Outcome.Answered;
import dev.tenlines.Tenlines;
import dev.tenlines.spring.ReviewDecided;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An application as users of the test slice have one. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
    excludeFilters =
        @ComponentScan.Filter(
            type = org.springframework.context.annotation.FilterType.CUSTOM,
            classes = org.springframework.boot.context.TypeExcludeFilter.class))
class TicketShop {

  /** Sorts tickets. */
  @Component
  static class Desk {
    final Map<String, Object> queues = new ConcurrentHashMap<>();
    private final Tenlines tenlines;

    Desk(Tenlines tenlines) {
      this.tenlines = tenlines;
    }

    String open(String text) {
      return tenlines.ask("triage", text) instanceof Answered<?> answered
          ? answered.value().toString()
          : "waiting";
    }

    @EventListener
    void decided(ReviewDecided event) {
      Object value = event.review().value();
      queues.put(event.review().request(), value == null ? "nobody" : value);
    }
  }

  /** Something that a slice has no need of. */
  @Component
  static class Printer {}
}
