package dev.tenlines.mock;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers whose form is right and whose words are not. */
final class WrongText {
  private static final String QUOTE =
      "As the manual says on page 4711, \"every order above 48,317.29 EUR is free\".";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private WrongText() {}

  /** JSON of another schema than was asked for. */
  static String schema(Scene scene, String text) {
    ObjectNode wrong =
        json(text) instanceof ObjectNode object ? object.deepCopy() : NODES.objectNode();
    List<String> names = List.copyOf(wrong.propertyNames());
    switch (Math.floorMod(scene.variant(), 3)) {
      case 0 -> names.stream().findFirst().ifPresent(wrong::remove);
      case 1 -> names.stream().findFirst().ifPresent(name -> wrong.putArray(name).add(1).add(2));
      default -> wrong.put("nobody_asked_for_this", true);
    }
    return wrong.toString();
  }

  /** The first string of a value, or the whole text, replaced by a label that does not exist. */
  static String label(Scene scene, String text) {
    JsonNode value = json(text);
    if (value instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        if (entry.getValue().isString()) {
          String right = entry.getValue().stringValue();
          return object.put(entry.getKey(), wrongLabel(scene, right)).toString();
        }
      }
    }
    return value.isString()
        ? NODES.stringNode(wrongLabel(scene, value.stringValue())).toString()
        : wrongLabel(scene, text);
  }

  private static String wrongLabel(Scene scene, String right) {
    String upper = right.toUpperCase(Locale.ROOT);
    String lower = right.toLowerCase(Locale.ROOT);
    return scene.pick(
        "not_one_of_the_labels", upper.equals(right) ? lower : upper, "Bezeichnung auf Deutsch");
  }

  /** A number and a quote that stand nowhere: in every field of a value, or after the text. */
  static String invented(String text) {
    JsonNode value = json(text);
    return value.isMissingNode() ? text + " " + QUOTE : invented(value).toString();
  }

  private static JsonNode invented(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode changed = NODES.objectNode();
      object.properties().forEach(e -> changed.set(e.getKey(), invented(e.getValue())));
      return changed;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode changed = NODES.arrayNode();
      array.forEach(element -> changed.add(invented(element)));
      return changed;
    }
    if (value.isNumber()) {
      return NODES.numberNode(48_317);
    }
    return value.isString() ? NODES.stringNode(QUOTE) : value;
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      return NODES.missingNode();
    }
  }
}
