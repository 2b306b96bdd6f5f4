package dev.tenlines.spring.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds answers to what {@code openapi.json} says of them: every answer of every test passes here.
 */
final class Contract {
  static final JsonNode DOCUMENT = document();

  private Contract() {}

  /** Fails when the document does not list the status, or the body is of another shape. */
  static void check(String method, String path, Answer answer) {
    JsonNode operation = operation(method, path.split("\\?", 2)[0]);
    if (operation == null || answer.status() == 405) {
      return;
    }
    JsonNode response = resolve(operation.get("responses").path("" + answer.status()));
    List<String> broken = new ArrayList<>();
    if (response.isMissingNode()) {
      broken.add("status " + answer.status() + " is not listed");
    } else {
      compare(response, answer, broken);
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(method + " " + path + ": " + broken + " in " + answer.body());
    }
  }

  private static void compare(JsonNode response, Answer answer, List<String> broken) {
    String type = answer.header("content-type").split(";", 2)[0];
    if (!response.has("content")) {
      if (!answer.body().isEmpty()) {
        broken.add("there is a body");
      }
    } else if (!response.get("content").has(type)) {
      broken.add("media type " + type + " is not listed");
    } else if (type.equals("text/event-stream")) {
      List<Event> events = Event.all(answer.body());
      for (Event event : events) {
        conform(event.data(), DOCUMENT.at("/components/schemas/" + event.shape()), "$", broken);
      }
      if (events.isEmpty() || !events.getLast().isLast()) {
        broken.add("the stream ends without outcome or error");
      }
    } else if (!type.startsWith("text/")) {
      conform(
          JsonMapper.shared().readTree(answer.body()),
          response.get("content").get(type).get("schema"),
          "$",
          broken);
    }
  }

  /** The operation of a path, or null when none is described. */
  private static JsonNode operation(String method, String path) {
    for (Map.Entry<String, JsonNode> item : DOCUMENT.get("paths").properties()) {
      if (path.matches(item.getKey().replaceAll("\\{[a-z]+}", "[^/]+"))
          && (!item.getKey().contains("{") || !DOCUMENT.get("paths").has(path))) {
        return item.getValue().get(method.toLowerCase(java.util.Locale.ROOT));
      }
    }
    return null;
  }

  /** Simple checks of a value against a schema, as far as the document uses them. */
  private static void conform(JsonNode value, JsonNode schema, String at, List<String> broken) {
    JsonNode said = resolve(schema);
    for (String choice : List.of("anyOf", "oneOf")) {
      if (said.has(choice) && !fitsOne(value, said.get(choice), at)) {
        broken.add(at + " fits none of " + choice);
      }
    }
    if (said.has("type") && !hasType(value, said.get("type"))) {
      broken.add(at + " is not " + said.get("type"));
    }
    if (said.has("const") && !said.get("const").equals(value)) {
      broken.add(at + " is not " + said.get("const"));
    }
    if (said.has("enum") && !list(said.get("enum")).contains(value)) {
      broken.add(at + " is none of " + said.get("enum"));
    }
    if (said.has("pattern")
        && value.isString()
        && !value.stringValue().matches(said.get("pattern").stringValue())) {
      broken.add(at + " does not match " + said.get("pattern"));
    }
    if (value.isObject()) {
      object(value, said, at, broken);
    }
    if (value.isArray() && said.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        conform(value.get(i), said.get("items"), at + "[" + i + "]", broken);
      }
    }
  }

  private static void object(JsonNode value, JsonNode said, String at, List<String> broken) {
    said.path("required")
        .forEach(name -> {
          if (!value.has(name.stringValue())) {
            broken.add(at + " lacks " + name);
          }
        });
    value
        .properties()
        .forEach(entry -> {
          JsonNode listed = said.path("properties").path(entry.getKey());
          JsonNode others = said.path("additionalProperties");
          String place = at + "." + entry.getKey();
          if (!listed.isMissingNode()) {
            conform(entry.getValue(), listed, place, broken);
          } else if (others.isObject()) {
            conform(entry.getValue(), others, place, broken);
          } else if (others.isBoolean() && !others.booleanValue()) {
            broken.add(place + " is not listed");
          }
        });
  }

  private static boolean fitsOne(JsonNode value, JsonNode choices, String at) {
    for (JsonNode choice : choices) {
      List<String> none = new ArrayList<>();
      conform(value, choice, at, none);
      if (none.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasType(JsonNode value, JsonNode types) {
    List<JsonNode> all = types.isArray() ? list(types) : List.of(types);
    return all.stream()
        .anyMatch(type ->
            switch (type.stringValue()) {
              case "string" -> value.isString();
              case "integer" -> value.isIntegralNumber();
              case "number" -> value.isNumber();
              case "boolean" -> value.isBoolean();
              case "array" -> value.isArray();
              case "object" -> value.isObject();
              default -> value.isNull();
            });
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.get("$ref").stringValue().substring(1)) : node;
  }

  private static JsonNode document() {
    try (InputStream in = ApiConfiguration.class.getResourceAsStream("openapi.json")) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
