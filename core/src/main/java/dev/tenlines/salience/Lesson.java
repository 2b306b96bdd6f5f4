package dev.tenlines.salience;

/**
 * A document that people summarised.
 *
 * @param text the document
 * @param summary what they wrote, or the sentences they kept, one after the other
 */
public record Lesson(String text, String summary) {}
