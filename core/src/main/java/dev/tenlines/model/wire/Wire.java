package dev.tenlines.model.wire;

import dev.tenlines.model.Capabilities;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.model.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One dialect: how a prompt is written and an answer read. */
interface Wire {

  /** The dialect's code. */
  static Wire of(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> new AnthropicWire();
      case OPENAI -> new OpenAiWire();
      case GEMINI -> new GeminiWire();
      case OLLAMA -> new OllamaWire();
    };
  }

  /** The request for a prompt. */
  Written write(ModelSettings model, Capabilities can, Prompt prompt, boolean stream);

  /** Reads a whole answer. */
  void whole(JsonNode body, Gathering into);

  /** Reads one event of a streamed answer. */
  void event(JsonNode data, Gathering into);

  /** A turn as all dialects but one write it. */
  static Map<String, Object> message(Prompt.Turn turn) {
    return Map.of(
        "role", turn.role() == Prompt.Role.USER ? "user" : "assistant", "content", turn.text());
  }

  /** The whole prompt as turns, what the system says first. */
  static List<Object> messages(Prompt prompt) {
    List<Object> messages = new ArrayList<>();
    if (!prompt.system().isEmpty()) {
      messages.add(Map.of("role", "system", "content", prompt.system()));
    }
    prompt.turns().forEach(turn -> messages.add(message(turn)));
    return messages;
  }

  /** The key as a bearer's, where there is one. */
  static Map<String, String> bearer(ModelSettings model) {
    return model.key() == null ? Map.of() : Map.of("Authorization", "Bearer " + model.key());
  }

  /** A count of tokens; what is missing or negative is none. */
  static long count(JsonNode from, String name) {
    return Math.max(0, from.path(name).asLong(0));
  }

  /** Whether a stream is one JSON value a line, not server-sent events. */
  default boolean lines() {
    return false;
  }

  /**
   * A request as it will be sent.
   *
   * @param path behind the base URL
   * @param headers besides the content type
   */
  record Written(String path, Map<String, String> headers, Map<String, @Nullable Object> body) {}
}
