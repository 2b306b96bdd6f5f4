package dev.tenlines.tagging;

import dev.tenlines.document.Span;

/** A stretch of a text that a person marked as the value of a field. */
public record Mark(String field, Span span) {}
