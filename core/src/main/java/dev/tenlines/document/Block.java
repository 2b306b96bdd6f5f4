package dev.tenlines.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that belongs together. Blocks may lie within each other.
 *
 * @param heading what else is known of a heading; null for every other kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Block(Kind kind, Span span, @Nullable Heading heading) {

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
    HEADER_FIELD,
    /** What a site shows around every page: menus, its head and its foot. */
    NAVIGATION
  }

  /**
   * What is known of a heading.
   *
   * @param level from 1, the outermost
   * @param anchor what a link to it has behind {@code #}, or null where it has none
   */
  public record Heading(int level, @Nullable String anchor) {}

  /** A block that is no heading, or one of which nothing is known. */
  public Block(Kind kind, Span span) {
    this(kind, span, null);
  }

  /** The same where its text stands further down. */
  public Block moved(int by) {
    return new Block(kind, span.moved(by), heading);
  }
}
