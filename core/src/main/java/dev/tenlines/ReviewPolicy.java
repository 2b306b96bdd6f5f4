package dev.tenlines;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How people work on a feature's reviews.
 *
 * @param due how long an item may wait, or null for as long as it takes
 * @param otherwise what happens when nobody came by then: {@code stay} open, {@code decline}, or a
 *     label that is safe
 * @param audits the share of all requests that people judge blind, 0 to 1
 * @param reasons why an item may be rejected; the reviewer may also write one
 */
public record ReviewPolicy(
    @Nullable Duration due, String otherwise, double audits, List<String> reasons) {
  public static final String STAY = "stay";
  public static final String DECLINE = "decline";

  public static final ReviewPolicy DEFAULT =
      new ReviewPolicy(
          null, STAY, 0.02, List.of("none of the labels", "not understandable", "not for us"));

  public ReviewPolicy {
    if (!(audits >= 0 && audits <= 1)) {
      throw new TenlinesException(
          "TL-190",
          "The share of audits (" + audits + ") must be from 0 to 1.",
          "Maybe write 2% or 0.02.");
    }
    reasons = List.copyOf(reasons);
  }

  /** The label that is answered when nobody came, or null. */
  public @Nullable String safeLabel() {
    return otherwise.equals(STAY) || otherwise.equals(DECLINE) ? null : otherwise;
  }
}
