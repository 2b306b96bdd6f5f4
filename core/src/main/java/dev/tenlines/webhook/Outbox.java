package dev.tenlines.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries that were recorded in one transaction with the decision they tell of. A delivery is
 * claimed by one server at a time and stays until its target took it.
 */
public interface Outbox {

  /**
   * Claims deliveries that are due; a claim runs out, so that a dead server holds none for ever.
   */
  List<Delivery> claim(int most, Duration claim);

  /** The target took it. */
  void delivered(Delivery delivery);

  /** The target did not take it: try again then, or never when null. */
  void failed(Delivery delivery, String error, @Nullable Instant again);

  /** The newest deliveries of a tenant, for the console. */
  List<Delivery> list(String tenant, int most);

  /**
   * One message to one target.
   *
   * @param id the message's id, the same for every attempt: receivers drop repetitions by it
   * @param target the webhook's address, or {@link #APPLICATION}
   * @param body JSON
   * @param attempts how often it was tried before
   * @param error why the last attempt failed, or null
   */
  record Delivery(
      String id,
      String tenant,
      String feature,
      String target,
      String body,
      int attempts,
      State state,
      Instant due,
      @Nullable String error) {}

  /** Where a delivery stands. */
  enum State {
    WAITING,
    DELIVERED,
    FAILED
  }

  /** The target name for listeners inside the application's own process. */
  String APPLICATION = "application";
}
