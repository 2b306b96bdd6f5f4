package dev.tenlines.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to a person.
 *
 * @param id the review item's id, {@code v_…}
 * @param proposal the best guess, or null
 * @param due when the feature's default takes its place, or null for never
 */
public record Referral(
    String id, @Nullable Object proposal, Cause cause, String reason, @Nullable Instant due) {}
