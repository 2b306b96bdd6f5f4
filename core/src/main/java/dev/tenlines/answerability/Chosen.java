package dev.tenlines.answerability;

import dev.tenlines.index.Hit;

/**
 * A stretch of a passage that answers best: a sentence, a line of a table or a block of code.
 *
 * @param start where it begins in the passage's text, in UTF-16 units
 * @param end where it ends, exclusive
 * @param score the chance that the answer stands in it, if the documents hold one
 */
public record Chosen(Hit hit, int start, int end, double score) {

  /** Its words, letter for letter. */
  public String text() {
    return hit.passage().text().substring(start, end);
  }
}
