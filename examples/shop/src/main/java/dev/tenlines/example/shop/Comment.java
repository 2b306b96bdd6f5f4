package dev.tenlines.example.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote under a product.
 *
 * @param request Tenlines' id of the question whether it may stand there
 * @param label why it was removed, or null
 */
public record Comment(
    String product,
    String author,
    String text,
    String request,
    State state,
    @Nullable String label,
    Instant written) {

  /** Whether it can be read. */
  public enum State {
    SHOWN,
    HELD,
    REMOVED
  }

  Comment judged(@Nullable Object value) {
    State judged = "ok".equals(value) ? State.SHOWN : State.REMOVED;
    String why = judged == State.SHOWN || value == null ? null : value.toString();
    return new Comment(product, author, text, request, judged, why, written);
  }
}
