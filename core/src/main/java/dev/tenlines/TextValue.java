package dev.tenlines;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that people read as a text: a draft, an answer, a summary. */
public interface TextValue {
  String text();

  /** The text of one, of one read back from the record, or of a person's; else empty. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case TextValue written -> written.text();
      case String text -> text;
      case Map<?, ?> map when map.get("text") instanceof String text -> text;
      case null, default -> "";
    };
  }

  /**
   * The text that a person says is right.
   *
   * @throws TenlinesException TL-173 when there is none
   */
  static String right(Feature feature, Object said) {
    String text = text(said).strip();
    if (text.isEmpty()) {
      throw new TenlinesException(
          "TL-173",
          "The value (" + said + ") is no text for the feature (" + feature.name() + ").",
          "Maybe send the text, or {\"text\": …}.");
    }
    return text;
  }
}
