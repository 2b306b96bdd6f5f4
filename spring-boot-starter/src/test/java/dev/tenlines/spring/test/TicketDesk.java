package dev.tenlines.spring.test;

import dev.tenlines.Outcome.Answered;
import dev.tenlines.Tenlines;
import dev.tenlines.spring.ReviewDecided;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sorts tickets. */
@Component
class TicketDesk {
  final Map<String, Object> queues = new ConcurrentHashMap<>();
  private final Tenlines tenlines;

  TicketDesk(Tenlines tenlines) {
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
