package dev.tenlines.example.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message.
 *
 * @param id the address of its page, which nobody can guess
 * @param order the order it is about, or null
 * @param request Tenlines' id of the question where it belongs
 * @param queue who answers it, or null while that is not decided
 * @param sorted who decided that
 */
public record Ticket(
    String id,
    String text,
    @Nullable Order order,
    String request,
    @Nullable Queue queue,
    Sorted sorted,
    Instant opened) {

  /** Who decided where a ticket goes. */
  public enum Sorted {
    ALONE,
    WAITING,
    BY_PERSON
  }

  Ticket sortedBy(Sorted who, Queue into) {
    return new Ticket(id, text, order, request, into, who, opened);
  }
}
