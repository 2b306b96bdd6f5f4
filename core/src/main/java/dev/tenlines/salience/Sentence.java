package dev.tenlines.salience;

import dev.tenlines.document.Span;
import java.util.BitSet;

/**
 * A sentence as the ranker sees it.
 *
 * @param at its place among the sentences of the document
 * @param words as people count them
 * @param stems numbers of its words' stems, in order
 * @param capital which of them begin with a capital letter
 * @param block its place among the paragraphs, list items and headings
 * @param first whether it begins its block
 * @param heading whether it names what follows instead of saying something
 * @param whole whether it ends as sentences end
 * @param quoted the share of its characters between quotation marks
 * @param torn whether a quotation begins or ends in it that does not end or begin there
 * @param dangling whether it begins with a word that points back
 */
record Sentence(
    int at,
    Span span,
    String text,
    int words,
    int[] stems,
    BitSet capital,
    int block,
    boolean first,
    boolean heading,
    boolean whole,
    double quoted,
    boolean torn,
    boolean dangling) {

  boolean question() {
    return text.indexOf('?', Math.max(0, text.length() - 3)) >= 0;
  }
}
