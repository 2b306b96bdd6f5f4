package dev.tenlines.spring.http;

import dev.tenlines.review.Decision;
import dev.tenlines.review.Lease;
import dev.tenlines.review.ReviewItem;

/** What a caller hears about a decision of the review queue. */
final class Decisions {
  private Decisions() {}

  /** The item when it is done, else a problem. */
  static ReviewItem done(Decision decision) {
    return switch (decision) {
      case Decision.Done(ReviewItem item) -> item;
      case Decision.Unknown unknown -> throw Problem.NOTHING.thrown();
      case Decision.Held(Lease lease) ->
          throw Problem.of(
                  409,
                  "TL-507",
                  "The review is held by (" + lease.holder() + ").",
                  "Maybe take another one, or come back when the lease ends.")
              .with("holder", lease.holder())
              .with("until", lease.until().toString())
              .thrown();
      case Decision.Stale(ReviewItem item) ->
          throw Problem.of(
                  409,
                  "TL-508",
                  item.decided() == null
                      ? "The review changed since, or there is no verdict of yours."
                      : "The review is decided already.",
                  "Maybe read it again.")
              .with("version", item.version())
              .thrown();
      case Decision.Refused(String id, String why) ->
          throw Problem.of(id.equals("TL-176") ? 400 : 409, id, why, hint(id)).thrown();
    };
  }

  private static String hint(String id) {
    return switch (id) {
      case "TL-175" -> "Maybe tell an administrator.";
      case "TL-176" -> "Maybe send decision corrected with a value.";
      default -> "Maybe decide it, or give it back.";
    };
  }
}
