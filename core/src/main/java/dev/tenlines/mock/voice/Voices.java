package dev.tenlines.mock.voice;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The four voices, and what several of them agree on. */
public final class Voices {
  public static final Voice ANTHROPIC = new AnthropicVoice();
  public static final Voice OPENAI = new OpenAiVoice();
  public static final Voice GEMINI = new GeminiVoice();
  public static final Voice OLLAMA = new OllamaVoice();

  /** The tool of {@code B15}, which nobody offered. */
  static final String TOOL = "delete_everything";

  private Voices() {}

  /** Every model is known, except one whose name begins with {@code unknown}. */
  static void known(String model) {
    if (model.startsWith("unknown")) {
      throw new Refused(Trouble.MODEL, "The model `" + model + "` does not exist.");
    }
  }

  /** Whether every object of a schema forbids further properties. */
  static boolean closed(JsonNode schema) {
    boolean object = schema.path("type").stringValue("").equals("object");
    if (object && schema.path("additionalProperties").booleanValue(true)) {
      return false;
    }
    return children(schema).stream().allMatch(Voices::closed);
  }

  /** Whether every object of a schema requires all its properties. */
  static boolean complete(JsonNode schema) {
    JsonNode required = schema.path("required");
    boolean complete =
        !schema.path("properties").isObject()
            || schema.path("properties").propertyNames().stream()
                .allMatch(name ->
                    StreamSupport.stream(required.spliterator(), false)
                        .anyMatch(r -> r.stringValue("").equals(name)));
    return complete && children(schema).stream().allMatch(Voices::complete);
  }

  /** Everything in a schema that may hold a schema again; values of an enum may not. */
  private static List<JsonNode> children(JsonNode schema) {
    return schema.properties().stream()
        .filter(entry -> !entry.getKey().equals("enum") && !entry.getKey().equals("const"))
        .flatMap(entry ->
            entry.getValue().isArray()
                ? entry.getValue().values().stream()
                : java.util.stream.Stream.of(entry.getValue()))
        .filter(JsonNode::isObject)
        .toList();
  }
}
