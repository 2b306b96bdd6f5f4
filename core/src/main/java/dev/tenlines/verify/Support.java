package dev.tenlines.verify;

import java.util.List;

/**
 * Whether a sentence stands on the sentences it is said to come from: its facts are theirs, its
 * words are mostly theirs, and nothing is turned into its opposite.
 */
public final class Support {
  private Support() {}

  /**
   * What is wrong with a sentence; empty when it stands on its sources.
   *
   * @param sentence what is said
   * @param sources the words of the source it is said to come from
   */
  public static List<Violation> violations(String sentence, List<String> sources) {
    List<Source> all = sources.stream().map(text -> Source.of("source", text)).toList();
    return FactVerifier.all(sentence, all);
  }
}
