package dev.tenlines.answer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tenlines.Evidence;
import dev.tenlines.index.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Words of a document, letter for letter.
 *
 * @param source the document's name in the index
 * @param heading what it stands under; empty where there is none
 * @param link where a reader opens it
 * @param page from 1, or null where the document has no pages
 * @param start where the words begin in the document's text, in UTF-16 units
 * @param end where they end, exclusive
 */
@JsonPropertyOrder({"text", "source", "heading", "link", "page", "start", "end"})
public record Quote(
    String text,
    String source,
    String heading,
    String link,
    @Nullable Integer page,
    int start,
    int end) {

  /** A part of a passage, by offsets within the passage's text. */
  public static Quote of(Passage passage, int from, int to) {
    return new Quote(
        passage.text().substring(from, to),
        passage.source(),
        passage.heading(),
        passage.link(),
        passage.page(),
        passage.start() + from,
        passage.start() + to);
  }

  Evidence.Span span() {
    return new Evidence.Span(source, start, end, text);
  }
}
