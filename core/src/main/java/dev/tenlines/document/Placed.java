package dev.tenlines.document;

/** Where on a page a stretch of text stands. */
public record Placed(Span span, int page, Box box) {}
