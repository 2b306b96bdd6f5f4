package dev.tenlines.spring.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object from outside, read name by name; null counts as absent. */
record JsonBody(ObjectNode root) {

  /** Refuses every name but these. */
  JsonBody only(String... names) {
    List<String> known = List.of(names);
    for (String name : root.propertyNames()) {
      if (!known.contains(name)) {
        throw Problem.invalid(
            "The name (" + shown(name) + ") is not known.",
            "Maybe it is one of: " + String.join(", ", known) + ".");
      }
    }
    return this;
  }

  /** The value of a name, or null when it is absent. */
  @Nullable JsonNode value(String name) {
    JsonNode node = root.get(name);
    return node == null || node.isNull() ? null : node;
  }

  @Nullable String text(String name, int most) {
    JsonNode node = value(name);
    return node == null ? null : text(name, node, most);
  }

  boolean flag(String name) {
    JsonNode node = value(name);
    if (node != null && !node.isBoolean()) {
      throw Problem.invalid("The value of " + name + " is not true or false.", "");
    }
    return node != null && node.booleanValue();
  }

  @Nullable Integer wholeNumber(String name) {
    JsonNode node = value(name);
    if (node == null) {
      return null;
    }
    if (!node.isInt()) {
      throw Problem.invalid("The value of " + name + " is not a whole number.", "");
    }
    return node.intValue();
  }

  /** An object within; empty when it is absent. */
  @Nullable JsonBody object(String name) {
    JsonNode node = value(name);
    if (node == null) {
      return null;
    }
    if (node instanceof ObjectNode object) {
      return new JsonBody(object);
    }
    throw Problem.invalid("The value of " + name + " is not an object.", "Maybe send {}.");
  }

  /** A text that can be kept and given back as it came. */
  static String text(String name, JsonNode node, int most) {
    if (!node.isString()) {
      throw Problem.invalid("The value of " + name + " is not a text.", "Maybe put it in quotes.");
    }
    String text = node.stringValue();
    if (text.length() > most) {
      throw Problem.invalid(
          "The text " + name + " is longer than " + most + " characters.", "Maybe send less.");
    }
    if (!isUnicode(text)) {
      throw Problem.invalid(
          "The text " + name + " holds half a character: a surrogate without its other half.",
          "Maybe it was cut within an emoji.");
    }
    return text;
  }

  /** Half a surrogate pair has no UTF-8: it would come back as a question mark. */
  static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String shown(String name) {
    String whole = isUnicode(name) ? name : "…";
    return whole.length() <= 40 ? whole : whole.substring(0, whole.offsetByCodePoints(0, 20)) + "…";
  }
}
