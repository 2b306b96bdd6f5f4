package dev.tenlines.salience;

import dev.tenlines.document.Span;

/**
 * A sentence as the ranker sees it.
 *
 * @param at its place among the sentences of the document
 * @param words as people count them
 * @param stems numbers of its words' stems, in order
 * @param block its place among the paragraphs, list items and headings
 * @param heading whether it names what follows instead of saying something
 * @param whole whether it ends as sentences end
 */
record Sentence(
    int at,
    Span span,
    String text,
    int words,
    int[] stems,
    int block,
    boolean first,
    boolean heading,
    boolean whole) {}
