package dev.tenlines.document;

/** A stretch of text that belongs together. Blocks may lie within each other. */
public record Block(Kind kind, Span span) {

  /** What a block is. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW,
    /** What somebody else wrote before, with the line that says so. */
    QUOTED_REPLY,
    SIGNATURE,
    /** Notices under a mail: mailing lists, confidentiality, how to unsubscribe. */
    FOOTER,
    /** One line of a mail's head. */
    HEADER_FIELD
  }

  /** The same where its text stands further down. */
  public Block moved(int by) {
    return new Block(kind, span.moved(by));
  }
}
