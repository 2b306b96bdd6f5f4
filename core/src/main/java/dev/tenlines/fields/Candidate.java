package dev.tenlines.fields;

import dev.tenlines.document.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document that may hold a field's value.
 *
 * @param span where it stands in the document's text
 * @param text the characters there, as they stand
 * @param value what they mean, as JSON has it: text, a number of {@code BigDecimal} or {@code
 *     BigInteger}; dates and times as ISO 8601 text
 * @param score how likely it is the value, from 0 to 1
 * @param label where the words stand that name it, or null
 */
public record Candidate(Span span, String text, Object value, double score, @Nullable Span label) {
  public Candidate {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("A score from 0 to 1, not " + score);
    }
  }

  /** The same, as likely as somebody else says. */
  public Candidate scored(double other) {
    return new Candidate(span, text, value, other, label);
  }
}
