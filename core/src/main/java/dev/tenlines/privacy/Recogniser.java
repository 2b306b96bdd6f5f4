package dev.tenlines.privacy;

import java.util.List;

/** Finds personal data in a text. Whatever it throws keeps the text from leaving. */
@FunctionalInterface
public interface Recogniser {

  /** What it finds; two of them may overlap. */
  List<Found> find(String text);

  /** What a piece of text is. */
  enum Kind {
    SECRET,
    EMAIL,
    IBAN,
    CREDIT_CARD,
    SSN,
    IP,
    PHONE,
    PERSON
  }

  /**
   * A piece of personal data.
   *
   * @param end behind its last character
   */
  record Found(Kind kind, int start, int end) {
    String in(String text) {
      return text.substring(start, end);
    }
  }
}
