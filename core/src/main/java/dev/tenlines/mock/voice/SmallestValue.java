package dev.tenlines.mock.voice;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The smallest value that keeps a JSON schema: the first of an enum, the empty string, the least
 * number, no field that is not required.
 */
public final class SmallestValue {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 64;
  private final JsonNode root;

  private SmallestValue(JsonNode root) {
    this.root = root;
  }

  /** The smallest value of a schema; types may be in upper case, as Gemini writes them. */
  public static JsonNode of(JsonNode schema) {
    return new SmallestValue(schema).value(schema, 0);
  }

  private JsonNode value(JsonNode schema, int depth) {
    if (depth > DEEPEST) {
      return NODES.nullNode();
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.path("enum").size() > 0) {
      return schema.path("enum").path(0);
    }
    if (schema.path("$ref").isString()) {
      return value(root.at(schema.path("$ref").stringValue().replaceFirst("^#", "")), depth + 1);
    }
    for (String choice : List.of("anyOf", "oneOf", "allOf")) {
      if (schema.path(choice).size() > 0) {
        return value(schema.path(choice).path(0), depth + 1);
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> NODES.stringNode(string(schema));
      case "integer", "number" -> number(schema);
      case "boolean" -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    String name = (type.isArray() ? type.path(0) : type).stringValue("");
    if (name.isEmpty()) {
      return schema.has("properties") ? "object" : "null";
    }
    return name.toLowerCase(Locale.ROOT);
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    for (JsonNode required : schema.path("required")) {
      String name = required.stringValue("");
      object.set(name, value(schema.path("properties").path(name), depth + 1));
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
      array.add(value(schema.path("items"), depth + 1));
    }
    return array;
  }

  private static String string(JsonNode schema) {
    return switch (schema.path("format").stringValue("")) {
      case "date" -> "2026-01-01";
      case "time" -> "00:00:00Z";
      case "date-time" -> "2026-01-01T00:00:00Z";
      case "email" -> "a@example.com";
      case "uri" -> "https://example.com";
      case "uuid" -> "00000000-0000-4000-8000-000000000000";
      default -> "x".repeat(Math.max(0, schema.path("minLength").asInt(0)));
    };
  }

  private static JsonNode number(JsonNode schema) {
    if (schema.path("minimum").isNumber()) {
      return schema.path("minimum");
    }
    if (schema.path("exclusiveMinimum").isNumber()) {
      return NODES.numberNode((long) Math.floor(schema.path("exclusiveMinimum").asDouble()) + 1);
    }
    JsonNode most = schema.path("maximum");
    return most.isNumber() && most.asDouble() < 0 ? most : NODES.numberNode(0);
  }
}
