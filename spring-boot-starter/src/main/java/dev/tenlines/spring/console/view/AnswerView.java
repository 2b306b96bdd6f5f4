package dev.tenlines.spring.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as people read it, or what comes nearest to one.
 *
 * @param text empty where the documents hold no answer
 * @param statements its parts; empty where a person wrote it as one
 * @param quotes what it stands on, by number; of no answer the nearest passages
 * @param pairs quotes that do not go together
 */
public record AnswerView(
    Shown text, List<Statement> statements, List<Quote> quotes, List<Pair> pairs) {

  /** Whether the documents hold no answer. */
  public boolean none() {
    return text.runs().isEmpty();
  }

  /** A sentence and the quotes that say so. */
  public record Statement(Shown text, List<Integer> quotes) {
    /** The ids of those quotes on the page. */
    public String points() {
      return String.join(" ", quotes.stream().map(number -> "quote-" + number).toList());
    }
  }

  /**
   * Words of a document.
   *
   * @param href where a reader opens it, or null where no browser can
   * @param place the same in words, with the page where there is one
   * @param disputed whether another quote says something else
   */
  public record Quote(
      int number,
      Shown text,
      Shown heading,
      Shown place,
      @Nullable String href,
      boolean disputed) {}

  /** Two quotes that say different things, and of what. */
  public record Pair(Quote first, Quote second, Shown about) {}
}
