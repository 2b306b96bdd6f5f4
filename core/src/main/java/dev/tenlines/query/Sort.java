package dev.tenlines.query;

/** What rows are sorted by. */
public record Sort(Term term, boolean descending) {}
