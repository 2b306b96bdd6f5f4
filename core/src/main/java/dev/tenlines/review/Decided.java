package dev.tenlines.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as it was recorded.
 *
 * @param value what stands now: the approved proposal, the corrected value, or null when rejected
 * @param reviewer who decided, or {@code nobody} when the due time passed
 * @param effective from when on it has effects outside; until then it can be undone
 */
public record Decided(
    Verdict verdict, @Nullable Object value, String reviewer, Instant at, Instant effective) {

  /** The reviewer's name when the feature's default took a person's place. */
  public static final String NOBODY = "nobody";
}
