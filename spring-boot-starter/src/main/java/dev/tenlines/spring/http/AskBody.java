package dev.tenlines.spring.http;

import dev.tenlines.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body that asks a feature, as docs/reference/json.md describes it. */
final class AskBody {
  private static final int LONGEST_OPTION = 100;

  private AskBody() {}

  static Request request(JsonBody body, ApiLimits limits) {
    body.only("input", "fields", "conversation", "options", "context");
    String input = body.text("input", limits.inputChars());
    if (input == null) {
      throw Problem.invalid("There is no input.", "Maybe send {\"input\": \"the text\"}.");
    }
    checkUnused(body);
    return Request.of(input).withFields(fields(body.object("fields"), limits));
  }

  /** What is said beside a file. */
  static Request known(JsonBody body, ApiLimits limits) {
    body.only("fields", "conversation", "options", "context");
    checkUnused(body);
    return Request.of("").withFields(fields(body.object("fields"), limits));
  }

  private static Map<String, Object> fields(@Nullable JsonBody body, ApiLimits limits) {
    if (body == null) {
      return Map.of();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : body.root().properties()) {
      String name = "fields." + field.getKey();
      if (!JsonBody.isUnicode(name)) {
        throw Problem.invalid("The name of a field holds half a character.", "");
      }
      if (!field.getValue().isNull()) {
        fields.put(field.getKey(), value(name, field.getValue(), limits));
      }
    }
    return fields;
  }

  private static Object value(String name, JsonNode node, ApiLimits limits) {
    if (node.isString()) {
      return JsonBody.text(name, node, limits.inputChars());
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    boolean counts = node.isInt() || node.isLong() || node.isDouble();
    if (counts && Double.isFinite(node.doubleValue())) {
      return node.numberValue();
    }
    throw Problem.invalid(
        "The value of " + name + " is not a text, a number of 64 bits, true or false.",
        "Maybe send it as a text.");
  }

  /** What only other kinds of features read: known names pass, so that one client fits all. */
  private static void checkUnused(JsonBody body) {
    JsonNode conversation = body.value("conversation");
    if (conversation != null && !(conversation.isArray() && conversation.isEmpty())) {
      throw Problem.invalid(
          "The conversation is not an empty list.", "Maybe put what was said into input.");
    }
    JsonBody options = body.object("options");
    if (options != null) {
      options.only("words").wholeNumber("words");
    }
    JsonBody context = body.object("context");
    if (context != null) {
      List.of("locale", "zone", "now").forEach(name -> context.text(name, LONGEST_OPTION));
      context.only("locale", "zone", "now");
    }
  }
}
