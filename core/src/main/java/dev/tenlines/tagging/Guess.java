package dev.tenlines.tagging;

import dev.tenlines.document.Span;

/** A stretch of a text that may be the value of a field, and how likely it is exactly that. */
public record Guess(String field, Span span, double probability) {}
