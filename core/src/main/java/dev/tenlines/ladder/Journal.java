package dev.tenlines.ladder;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Request;
import dev.tenlines.document.SourceFile;
import dev.tenlines.review.Referral;
import org.jspecify.annotations.Nullable;

/** The durable record of requests, their outcomes, charges and review items. */
public interface Journal {

  /**
   * Records a request with its file, its outcome, its charges and its review item, all or nothing,
   * and returns only when they would survive the process and the machine.
   *
   * @param cacheKey where an answer can be found again, or null when it may not be reused
   * @param referral the review item, or null when no person is asked
   * @return the outcome that stands: an earlier one when the same tenant, feature and idempotency
   *     key were recorded before
   */
  <V> Outcome<V> record(
      Request request, Outcome<V> outcome, @Nullable String cacheKey, @Nullable Referral referral);

  /** The outcome recorded under an idempotency key, or null. */
  <V> @Nullable Outcome<V> recorded(
      String tenant, String feature, String idempotencyKey, Class<V> type);

  /** The file that a request brought, or null. */
  @Nullable SourceFile file(String tenant, String request);

  /** An earlier answer under this cache key, or null. */
  @Nullable Remembered remembered(String tenant, String cacheKey);

  /** An earlier answer with the basis it left on. */
  record Remembered(Object value, Basis basis, @Nullable Double probability) {}
}
