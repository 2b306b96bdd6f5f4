package dev.tenlines.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for a person.
 *
 * @param id {@code v_…}
 * @param proposal the best guess as JSON, or null
 * @param reason why it is here
 */
public record ReviewItem(
    String id,
    String request,
    String tenant,
    String feature,
    @Nullable String proposal,
    String reason,
    Instant created) {}
