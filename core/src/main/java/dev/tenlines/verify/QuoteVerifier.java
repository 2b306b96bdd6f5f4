package dev.tenlines.verify;

import dev.tenlines.Evidence;
import dev.tenlines.Evidence.Span;
import java.util.List;
import java.util.Map;

/** Checks that words stand where they are said to stand, letter for letter. */
public final class QuoteVerifier {
  private QuoteVerifier() {}

  /**
   * What is wrong with one piece of evidence; empty when nothing is.
   *
   * @param sources the texts that may be quoted, by name
   */
  public static List<Violation> verify(Evidence evidence, Map<String, String> sources) {
    if (!(evidence instanceof Span(String source, int start, int end, String text))) {
      return List.of();
    }
    String from = sources.getOrDefault(source, "");
    boolean there =
        start >= 0
            && start < end
            && end <= from.length()
            && from.startsWith(text, start)
            && text.length() == end - start;
    return there
        ? List.of()
        : List.of(
            new Violation("quote", "The words (" + text + ") do not stand in " + source + "."));
  }
}
