package dev.tenlines.labels;

import dev.tenlines.document.Span;
import org.jspecify.annotations.Nullable;

/**
 * A value with what speaks for it.
 *
 * @param label the words that name it, or null
 */
record Bound(Typed typed, double score, @Nullable Span label) {

  /** A value that a label names. */
  static Bound of(Typed typed, double score, Mark mark) {
    return new Bound(typed, Math.min(0.99, score * typed.fit()), mark.span());
  }

  Bound times(double factor) {
    return new Bound(typed, Math.min(0.99, score * factor), label);
  }
}
