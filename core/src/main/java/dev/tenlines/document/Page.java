package dev.tenlines.document;

/**
 * One page of a document that has pages.
 *
 * @param number from one
 * @param scanned it is a picture: its text was read from the picture, or is missing
 */
public record Page(int number, Span span, double width, double height, boolean scanned) {}
