package dev.tenlines.model;

import dev.tenlines.ladder.Feed.Piece;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text that a model wrote: untrusted, whatever it says. It is no {@code String} and cannot become
 * SQL, HTML, an address, a command or an instruction by accident; what may be made of it are the
 * gates below, each for one purpose.
 */
public final class ModelText {
  private static final int DEEPEST = 64;
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String text;

  ModelText(String text) {
    this.text = text;
  }

  /** Text of a model that the application brought itself. */
  public static ModelText of(String text) {
    return new ModelText(text);
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  public int length() {
    return text.length();
  }

  /**
   * Gate to data: the text as JSON, or null where it is not exactly one JSON value. A code fence is
   * taken off only where it spans the whole text; nothing is guessed.
   */
  public @Nullable JsonNode json() {
    return strict(unfenced(text.strip()));
  }

  /**
   * Gate to data that is verified against a source: the one JSON object in the text, whatever was
   * said or thought around it; null where there is none, or more than one.
   */
  public @Nullable JsonNode object() {
    JsonNode whole = strict(unfenced(text.strip()));
    if (whole != null) {
      return whole.isObject() ? whole : null;
    }
    int thought = Math.max(text.lastIndexOf("</think>"), text.lastIndexOf("</thinking>"));
    int start = text.indexOf('{', Math.max(0, thought));
    int end = text.lastIndexOf('}');
    JsonNode inner = start < 0 || end < start ? null : strict(text.substring(start, end + 1));
    return inner != null && inner.isObject() ? inner : null;
  }

  /** Gate to verification: the text to hold against its sources before anybody may see it. */
  public String toVerify() {
    return text;
  }

  /** Gate to a person who asked for a draft: shown raw, marked unverified, escaped by the page. */
  public Piece.Token toDraft() {
    return new Piece.Token(text);
  }

  /** Gate to the same model's next turn, as its own words and never as an instruction. */
  Prompt.Turn asItsOwnWords() {
    return new Prompt.Turn(Prompt.Role.MODEL, text);
  }

  private static @Nullable JsonNode strict(String json) {
    try {
      return STRICT.readTree(json);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static String unfenced(String text) {
    int first = text.indexOf('\n');
    return text.startsWith("```") && text.endsWith("```") && first > 0 && text.length() > first + 3
        ? text.substring(first + 1, text.length() - 3).strip()
        : text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ModelText that && that.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Says what it is, not what it holds: a log line or a page must pass a gate. */
  @Override
  public String toString() {
    return "model text of " + text.length() + " characters";
  }
}
