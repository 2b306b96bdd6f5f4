package dev.tenlines.example.shop;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers bought, until the shop is stopped. */
@Component
final class Orders {
  private final Map<String, Order> orders = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger(4710);
  private final Clock clock;

  Orders(Clock clock) {
    this.clock = clock;
  }

  Order place(Product product) {
    int number = numbers.incrementAndGet();
    // Every other parcel has left already, so that both can be written about.
    String status = number % 2 == 0 ? "shipped" : "packed";
    String id = UUID.randomUUID().toString();
    Order order = new Order(id, "CC-" + number, product, status, clock.instant());
    orders.put(id, order);
    return order;
  }

  Order find(String id) {
    Order order = orders.get(id);
    if (order == null) {
      throw new NotHereException();
    }
    return order;
  }

  /** The order a ticket is about, or null. */
  @Nullable Order named(@Nullable String id) {
    return id == null || id.isBlank() ? null : orders.get(id);
  }
}
