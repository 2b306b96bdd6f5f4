package dev.tenlines.example.shop;

import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.spring.ReviewDecided;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Receipts with a friendly word: the shop computes the figures, the feature {@code receipt} drafts
 * the text around them, and a person sends it.
 */
@Component
final class Receipts {
  static final String FEATURE = "receipt";

  private final Map<String, String> orders = new ConcurrentHashMap<>();
  private final Map<String, String> sent = new ConcurrentHashMap<>();
  private final Tenlines tenlines;

  Receipts(Tenlines tenlines) {
    this.tenlines = tenlines;
  }

  /** Asks for the receipt of a cart, once. */
  void write(Cart cart) {
    Request request =
        Request.of("A receipt for the order " + cart.order())
            .withFields(cart.fields())
            .withKey("receipt " + cart.order());
    orders.put(tenlines.ask(FEATURE, request).id(), cart.order());
  }

  /** A person read it, perhaps changed it, and let it go. */
  @EventListener
  void decided(ReviewDecided event) {
    String order = orders.get(event.review().request());
    if (order != null && event.review().value() instanceof Map<?, ?> draft) {
      sent.put(order, String.valueOf(draft.get("text")));
    }
  }

  /** The receipt that was sent for an order, or null. */
  @Nullable String of(String order) {
    return sent.get(order);
  }
}
