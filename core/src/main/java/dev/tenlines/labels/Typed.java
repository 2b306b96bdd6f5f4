package dev.tenlines.labels;

import dev.tenlines.document.Span;

/**
 * A place that has the form of a field's values.
 *
 * @param fit how well it does, from 0 to 1
 */
record Typed(Span span, Object value, double fit) {}
