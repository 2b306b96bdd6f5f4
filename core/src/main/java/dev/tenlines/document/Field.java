package dev.tenlines.document;

import org.jspecify.annotations.Nullable;

/**
 * A value that a machine wrote into a document for machines: exact, not guessed.
 *
 * @param name what it is called there, such as {@code Message-ID} or {@code
 *     Invoice.totalPaymentDue}
 * @param source what wrote it, such as {@code mail header} or {@code json-ld}
 * @param span where it stands in the text, if it does
 */
public record Field(String name, String value, String source, @Nullable Span span) {

  /** The same where its text stands further down. */
  public Field moved(int by) {
    return span == null ? this : new Field(name, value, source, span.moved(by));
  }
}
