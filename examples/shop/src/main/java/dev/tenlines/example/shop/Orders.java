package dev.tenlines.example.shop;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers bought, until the shop is stopped. */
@Component
final class Orders {
  private static final Duration PACKING = Duration.ofHours(4);

  private final Map<String, Order> orders = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger(4710);
  private final Clock clock;

  Orders(Clock clock) {
    this.clock = clock;
  }

  Order place(Product product) {
    String id = UUID.randomUUID().toString();
    String number = "CC-" + numbers.incrementAndGet();
    Order order = new Order(id, number, product, clock.instant().plus(PACKING), "packed");
    orders.put(id, order);
    return order;
  }

  Order find(String id) {
    Order order = named(id);
    if (order == null) {
      throw new NotHereException();
    }
    return order;
  }

  /** The order a ticket is about, or null. */
  @Nullable Order named(@Nullable String id) {
    Order order = id == null || id.isBlank() ? null : orders.get(id);
    return order == null ? null : order.at(clock.instant());
  }
}
