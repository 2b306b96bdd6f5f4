package dev.tenlines.answer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a person wrote or approved, with what it stands on.
 *
 * @param name its file inside the project, or the id of the request it was the answer to
 * @param keys of the questions it answers
 * @param questions as people ask them
 * @param groups which groups may have it at least; empty for everybody
 */
record Written(
    String name,
    Set<String> keys,
    List<String> questions,
    String text,
    List<Ground> grounds,
    Set<String> groups) {
  Written {
    keys = Set.copyOf(keys);
    questions = List.copyOf(questions);
    grounds = List.copyOf(grounds);
    groups = Set.copyOf(groups);
  }

  /**
   * What an answer stands on.
   *
   * @param quote words that have to stand there, or null where only the document counts
   * @param digest of the document as it was then, or null where only the words count
   */
  record Ground(String source, @Nullable String quote, @Nullable String digest) {}
}
