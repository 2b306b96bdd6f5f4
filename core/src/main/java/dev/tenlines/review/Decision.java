package dev.tenlines.review;

/** What became of a reviewer's action. All of these are expected: two people may act at once. */
public sealed interface Decision {

  /** It is done; the item as it is now. */
  record Done(ReviewItem item) implements Decision {}

  /** There is no such item for this tenant. */
  record Unknown() implements Decision {}

  /** Somebody else holds the item. */
  record Held(Lease lease) implements Decision {}

  /** The item changed since it was looked at: the lease ran out, or it was decided already. */
  record Stale(ReviewItem item) implements Decision {}

  /** The action is not open to this item: a blind one cannot be skipped, a late one not undone. */
  record Refused(String id, String why) implements Decision {}
}
