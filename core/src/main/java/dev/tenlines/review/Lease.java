package dev.tenlines.review;

import java.time.Instant;

/**
 * One person's hold on a review item.
 *
 * @param holder who holds it
 * @param until when it ends unless it is renewed
 */
public record Lease(String holder, Instant until) {

  public boolean heldAt(Instant moment) {
    return until.isAfter(moment);
  }
}
