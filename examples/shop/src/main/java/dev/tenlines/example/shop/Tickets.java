package dev.tenlines.example.shop;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.example.shop.Ticket.Sorted;
import dev.tenlines.spring.ReviewDecided;
import dev.tenlines.webhook.DecidedReview;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Customers' messages, each sorted into a queue by the feature {@code triage}. */
@Component
final class Tickets {
  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
  private final Tenlines tenlines;
  private final Clock clock;

  Tickets(Tenlines tenlines, Clock clock) {
    this.tenlines = tenlines;
    this.clock = clock;
  }

  /** Opens a ticket and asks where it belongs. */
  Ticket open(String text, @Nullable Order order) {
    String id = UUID.randomUUID().toString();
    Map<String, Object> known = order == null ? Map.of() : Map.of("order_status", order.status());
    Outcome<?> outcome = tenlines.ask("triage", Request.of(text).withFields(known).withKey(id));
    Ticket ticket =
        new Ticket(id, text, order, outcome.id(), null, Sorted.WAITING, clock.instant());
    Ticket sorted =
        switch (outcome) {
          case Answered<?> answered -> ticket.sortedBy(Sorted.ALONE, Queue.of(answered.value()));
          case Deferred<?> deferred -> ticket;
          case Declined<?> declined -> ticket.sortedBy(Sorted.ALONE, Queue.FRONT);
        };
    tickets.put(id, sorted);
    return sorted;
  }

  /** A person decided. This may come twice, and the second time changes nothing. */
  @EventListener
  void decided(ReviewDecided event) {
    DecidedReview review = event.review();
    tickets.replaceAll((id, ticket) ->
        ticket.request().equals(review.request())
            ? ticket.sortedBy(Sorted.BY_PERSON, Queue.of(review.value()))
            : ticket);
  }

  Ticket find(String id) {
    Ticket ticket = tickets.get(id);
    if (ticket == null) {
      throw new NotHereException();
    }
    return ticket;
  }

  /** All tickets, newest first. */
  List<Ticket> all() {
    return tickets.values().stream()
        .sorted(Comparator.comparing(Ticket::opened).reversed())
        .toList();
  }
}
