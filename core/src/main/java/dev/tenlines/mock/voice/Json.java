package dev.tenlines.mock.voice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON, read without surprises and made in few words. */
final class Json {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  static String text(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  /** The string there, or an empty one. */
  static String string(JsonNode node, String name) {
    return node.path(name).stringValue("");
  }

  static boolean has(JsonNode node, String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  /** The node under the first of these names that is there, or null. */
  static @Nullable JsonNode first(JsonNode node, String... names) {
    for (String name : names) {
      if (has(node, name)) {
        return node.path(name);
      }
    }
    return null;
  }

  /** A number that has to be a whole one of at least the least, or everything when it is absent. */
  static long limit(JsonNode node, String... names) {
    JsonNode limit = first(node, names);
    if (limit == null) {
      return Long.MAX_VALUE;
    }
    Refused.unless(
        limit.isIntegralNumber() && limit.asLong() >= 1, names[0] + ": must be an integer above 0");
    return limit.asLong();
  }

  /**
   * The texts of a content that is a string or a list of parts; parts without text are passed by.
   */
  static List<String> texts(JsonNode content) {
    List<String> texts = new ArrayList<>();
    if (content.isString()) {
      texts.add(content.stringValue());
    }
    for (JsonNode part : content.isArray() ? content.values() : List.<JsonNode>of()) {
      if (part.path("text").isString()) {
        texts.add(part.path("text").stringValue());
      }
    }
    return texts;
  }
}
