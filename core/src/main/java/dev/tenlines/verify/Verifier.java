package dev.tenlines.verify;

import dev.tenlines.Request;
import java.util.List;

/**
 * A deterministic check of a proposed value against its input.
 *
 * @param <V> the feature's value
 */
@FunctionalInterface
public interface Verifier<V> {
  /** What is wrong with the value; empty when nothing is. */
  List<Violation> verify(Request request, V value);
}
