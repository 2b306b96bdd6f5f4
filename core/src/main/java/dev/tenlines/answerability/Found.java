package dev.tenlines.answerability;

import java.util.List;

/**
 * What the documents say to a question.
 *
 * @param sentences one to three in the order to be read, those of one passage in its own order;
 *     empty only where nothing was found
 * @param probability the chance that they answer the question
 * @param conflicts where sources disagree
 */
public record Found(List<Chosen> sentences, double probability, List<Conflict> conflicts) {
  /** What is found in nothing. */
  static final Found NOTHING = new Found(List.of(), 0, List.of());

  public Found {
    sentences = List.copyOf(sentences);
    conflicts = List.copyOf(conflicts);
  }
}
