package dev.tenlines.salience;

import dev.tenlines.document.Span;

/**
 * A sentence of a document and how much it says for its length.
 *
 * @param score comparable within one document only; may be negative
 */
public record Scored(Span sentence, double score) {}
