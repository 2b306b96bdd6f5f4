package dev.tenlines.spring.console.paper;

import dev.tenlines.document.Span;

/**
 * Where a field stands.
 *
 * @param field its number, from one
 * @param tone how far it can be relied on
 */
record Mark(int field, String tone, Span span) {}
