package dev.tenlines.fields;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document whose fields a person has read.
 *
 * @param values the right values of each field; a field without any is not in the document
 */
public record Reviewed(Document document, Map<String, List<Right>> values) {
  public Reviewed {
    values = Map.copyOf(values);
  }

  /**
   * A right value.
   *
   * @param value as JSON has it
   * @param span where it stands, or null where only the value is known
   */
  public record Right(Object value, @Nullable Span span) {}
}
