package dev.tenlines.mock.voice;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dialect: how a provider reads requests and words answers, streams and errors. */
public sealed interface Voice permits AnthropicVoice, OpenAiVoice, GeminiVoice, OllamaVoice {
  /**
   * Reads a request as strictly as the provider.
   *
   * @param path the path and query it came to
   * @param headers with names in lower case
   * @throws Refused when the provider would not take it
   */
  Asked read(String path, Map<String, String> headers, JsonNode body);

  /** The answer in one piece. */
  ObjectNode whole(Answer answer);

  /** The answer in events, the first to the last. */
  List<Frame> stream(Answer answer);

  /**
   * An error's body.
   *
   * @param wait how long the provider says to wait, in the dialects that say so in the body; null
   *     for silence
   */
  ObjectNode error(Trouble trouble, String message, @Nullable String wait, String id);

  /** An error in the midst of a stream. */
  Frame failure(Trouble trouble);

  /**
   * What a stream says to show that it still lives; an empty comment where it has no word for it.
   */
  default @Nullable Frame ping() {
    return null;
  }

  /** The field under which an answer keeps its counts. */
  String usageField();

  /** Whether streams are lines of JSON rather than server-sent events. */
  default boolean lines() {
    return false;
  }

  /** The headers of an answer that was taken: its name and what is left of the limits. */
  String limits(String id, String reset);
}
