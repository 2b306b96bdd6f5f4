package dev.tenlines;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What supports an answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Evidence.Rule.class, name = "rule"),
  @JsonSubTypes.Type(value = Evidence.Span.class, name = "span")
})
public sealed interface Evidence {
  /**
   * The rule that answered.
   *
   * @param line its place in the list, from 1
   * @param when its condition as written
   */
  record Rule(int line, String when) implements Evidence {}

  /**
   * Characters of a source.
   *
   * @param source {@code input}, the name of a field, the file of a macro, or the id of a request
   *     whose approved reply it is
   * @param start index of the first UTF-16 unit
   * @param end index after the last
   */
  record Span(String source, int start, int end, String text) implements Evidence {}
}
