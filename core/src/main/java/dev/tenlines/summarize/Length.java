package dev.tenlines.summarize;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Request;
import dev.tenlines.TenlinesException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a summary may be.
 *
 * @param most words at most
 */
record Length(int most) {
  static final int SHORTEST = 20;
  static final int LONGEST = 2_000;
  private static final int USUAL = 200;

  /** What a feature says; a request may say another. */
  static Length of(Feature feature, Request request) {
    Integer asked = request.words();
    if (asked == null) {
      return new Length(declared(feature));
    }
    if (asked < SHORTEST || asked > LONGEST) {
      throw new TenlinesException(
          "TL-322",
          "The budget (" + asked + " words) is no length of a summary.",
          "Maybe ask for " + SHORTEST + " to " + LONGEST + " words.");
    }
    return new Length(asked);
  }

  /** What is wrong with what a feature says, or null. */
  static @Nullable Finding wrong(Feature feature) {
    try {
      int words = declared(feature);
      return words >= SHORTEST && words <= LONGEST ? null : wrong(feature, words + "");
    } catch (NumberFormatException e) {
      return wrong(feature, String.join(", ", feature.detail(Summarizing.WORDS)));
    }
  }

  private static Finding wrong(Feature feature, String said) {
    return Finding.error(
        "TL-323",
        "The words (" + said + ") of (" + feature.name() + ") are no length of a summary.",
        "Maybe write words: 200; " + SHORTEST + " to " + LONGEST + " are possible.");
  }

  private static int declared(Feature feature) {
    List<String> said = feature.detail(Summarizing.WORDS);
    return said.isEmpty() ? USUAL : Integer.parseInt(String.join(",", said).strip());
  }

  /** Words at least, where the source has as many in sentences that fit. */
  int least() {
    return (85 * most + 99) / 100;
  }
}
