package dev.tenlines.answer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that people ask and the documents lack.
 *
 * @param question the newest of the questions, as it was asked
 * @param questions all of them, newest first, each once
 * @param requests how often it was asked
 * @param last when it was asked last
 * @param request the id of the last request
 * @param nearest what comes nearest to an answer, or null where nothing was found
 */
public record Gap(
    String question,
    List<String> questions,
    int requests,
    Instant last,
    String request,
    @Nullable Nearest nearest) {
  public Gap {
    questions = List.copyOf(questions);
  }

  /**
   * Words of a document.
   *
   * @param heading what they stand under; empty where there is none
   * @param link where a reader opens them; the source where nothing better is known
   */
  public record Nearest(String text, String source, String heading, String link) {}
}
