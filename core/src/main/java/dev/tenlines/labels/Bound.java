package dev.tenlines.labels;

import dev.tenlines.document.Span;
import org.jspecify.annotations.Nullable;

/**
 * A value with what speaks for it.
 *
 * @param label the words that name it, or null
 */
record Bound(Typed typed, double score, @Nullable Span label) {

  Bound times(double factor) {
    return new Bound(typed, Math.min(0.99, score * factor), label);
  }
}
