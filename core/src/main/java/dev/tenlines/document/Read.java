package dev.tenlines.document;

/** What came of reading a file: a document, or the reason why there is none. */
public sealed interface Read permits Document, Refused {

  /** The document; throws with the reason where there is none. */
  default Document orThrow() {
    return switch (this) {
      case Document document -> document;
      case Refused refused -> throw refused.exception();
    };
  }
}
