package dev.tenlines.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Tenlines;
import dev.tenlines.example.shop.Ticket.Sorted;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.spring.test.ScriptedReviewer;
import dev.tenlines.spring.test.ScriptedRungs;
import dev.tenlines.spring.test.TenlinesTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TenlinesTest
@Import(Tickets.class)
class TicketsTest {
  @Autowired Tickets tickets;
  @Autowired Tenlines tenlines;
  @Autowired ScriptedRungs rungs;
  @Autowired ScriptedReviewer reviewer;

  @Test
  void answeredTicket_goesToItsQueue() {
    rungs.answer("triage", "It never came", "delivery");

    Ticket ticket = tickets.open("It never came", null);

    assertThat(ticket.queue()).isEqualTo(Queue.DELIVERY);
  }

  @Test
  void deferredTicket_waitsForItsReviewer() {
    rungs.defer("triage", "It is green", "product");

    Ticket ticket = tickets.open("It is green", null);
    assertThat(ticket.sorted()).isEqualTo(Sorted.WAITING);

    reviewer.correct(review(ticket), "damaged");
    assertThat(tickets.find(ticket.id()).queue()).isEqualTo(Queue.DAMAGED);
  }

  @Test
  void rejectedTicket_goesToTheFrontDesk() {
    Ticket ticket = tickets.open("asdf", null);

    reviewer.reject(review(ticket), "not understandable");

    assertThat(tickets.find(ticket.id()).queue()).isEqualTo(Queue.FRONT);
  }

  private String review(Ticket ticket) {
    return tenlines.openReviews("default", "triage", 10).stream()
        .filter(item -> item.request().equals(ticket.request()))
        .map(ReviewItem::id)
        .findFirst()
        .orElseThrow();
  }
}
