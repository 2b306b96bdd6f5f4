package dev.tenlines.summarize;

import dev.tenlines.Request;
import dev.tenlines.document.Span;
import dev.tenlines.salience.Counting;
import dev.tenlines.salience.Scored;
import dev.tenlines.verify.Verifier;
import dev.tenlines.verify.Violation;
import java.util.List;

/**
 * A summary is never empty, never longer than its budget, and has 85 % of it at least where a
 * sentence that is not told yet would still fit.
 */
record LengthVerifier(Originals originals) implements Verifier<Summary> {
  @Override
  public List<Violation> verify(Request request, Summary summary) {
    Length length = originals.length(request);
    int words = Counting.words(summary.text());
    if (words == 0) {
      return violation("The summary is empty.");
    }
    if (words > length.most()) {
      return violation("The summary has %d words, more than %d.".formatted(words, length.most()));
    }
    return words < length.least() && moreFits(request, summary, length.most() - words)
        ? violation("The summary has only %d words of %d.".formatted(words, length.most()))
        : List.of();
  }

  /**
   * Whether something else in the source has room; nothing else is in a table that was computed.
   */
  private boolean moreFits(Request request, Summary summary, int room) {
    Original original = originals.of(request);
    return !Digested.isOnlyTables(original.document())
        && original.ranked().stream()
            .map(Scored::sentence)
            .filter(one -> original.words(one) <= room)
            .anyMatch(one -> !isTold(original, summary, one));
  }

  private static boolean isTold(Original original, Summary summary, Span one) {
    return summary.text().contains(original.text(one))
        || summary.sentences().stream()
            .anyMatch(sentence -> sentence.from().contains(original.evidence(one)));
  }

  private static List<Violation> violation(String what) {
    return List.of(new Violation("length", what));
  }
}
