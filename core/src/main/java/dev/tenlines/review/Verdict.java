package dev.tenlines.review;

import dev.tenlines.TenlinesException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person's decision on a review item. Only people give verdicts. */
public sealed interface Verdict {

  /** The proposal is right. */
  record Approved() implements Verdict {}

  /** Another value is right. */
  record Corrected(Object value) implements Verdict {}

  /** No value is right. */
  record Rejected(String reason) implements Verdict {}

  /** {@code approved}, {@code corrected} or {@code rejected}. */
  default String decision() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a verdict as it comes from outside.
   *
   * @throws TenlinesException TL-170 when it is none
   */
  static Verdict of(@Nullable String decision, @Nullable Object value, @Nullable String reason) {
    if ("approved".equals(decision)) {
      return new Approved();
    }
    if ("corrected".equals(decision) && value != null) {
      return new Corrected(value);
    }
    if ("rejected".equals(decision)) {
      return new Rejected(reason == null ? "" : reason);
    }
    throw new TenlinesException(
        "TL-170",
        "The verdict (" + decision + ") is not complete.",
        "Maybe send decision approved, corrected with a value, or rejected with a reason.");
  }
}
