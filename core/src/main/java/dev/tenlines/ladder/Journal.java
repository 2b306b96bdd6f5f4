package dev.tenlines.ladder;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Request;
import dev.tenlines.review.ReviewItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The durable record of requests, their outcomes, charges and review items. */
public interface Journal extends AutoCloseable {

  /**
   * Records a request with its outcome, its charges and, when deferred, its review item, all or
   * nothing, and returns only when they would survive the process and the machine.
   *
   * @param cacheKey where an answer can be found again, or null when it may not be reused
   * @return the outcome that stands: an earlier one when the same tenant, feature and idempotency
   *     key were recorded before
   */
  <V> Outcome<V> record(Request request, Outcome<V> outcome, @Nullable String cacheKey);

  /** The outcome recorded under an idempotency key, or null. */
  <V> @Nullable Outcome<V> recorded(
      String tenant, String feature, String idempotencyKey, Class<V> type);

  /** An earlier answer under this cache key, or null. */
  @Nullable Remembered remembered(String tenant, String cacheKey);

  /** The open review items of a feature, oldest first. */
  List<ReviewItem> openReviews(String tenant, String feature, int most);

  @Override
  void close();

  /** An earlier answer with the basis it left on. */
  record Remembered(Object value, Basis basis, @Nullable Double probability) {}
}
