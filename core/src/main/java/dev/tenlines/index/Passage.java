package dev.tenlines.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source that is found as one: the unit of retrieval.
 *
 * @param source the source's name: the file's path within what was indexed, or its address
 * @param link where a reader opens it: the source, and an anchor where it has one
 * @param path the title of the source and the headings above the passage, outermost first
 * @param page its first page, from 1; null where a source has none
 * @param start where its text begins in the text of the source, in UTF-16 units
 * @param end where it ends, exclusive
 * @param text the words of the source from start to end, letter for letter
 * @param language of its words, as {@code en}
 */
public record Passage(
    String source,
    String link,
    List<String> path,
    @Nullable Integer page,
    int start,
    int end,
    String text,
    String language) {
  public Passage {
    path = List.copyOf(path);
  }

  /** One name for it within an index. */
  public String id() {
    return source + "#" + start;
  }

  /** The heading it stands under; empty where there is none. */
  public String heading() {
    return path.isEmpty() ? "" : path.getLast();
  }
}
