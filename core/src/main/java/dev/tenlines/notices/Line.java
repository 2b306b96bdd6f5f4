package dev.tenlines.notices;

import dev.tenlines.document.Span;

/**
 * One line of a text, without the white space around it.
 *
 * @param paragraph the number of the paragraph it stands in
 */
record Line(Span span, String said, Zone zone, int paragraph) {

  /** What part of a mail a line belongs to. */
  enum Zone {
    HEAD,
    BODY,
    /** The author's signature: name, firm, address, numbers. */
    SIGNATURE,
    /** What somebody else wrote before. */
    QUOTED,
    FOOTER
  }
}
