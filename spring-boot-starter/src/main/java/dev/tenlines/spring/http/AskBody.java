package dev.tenlines.spring.http;

import dev.tenlines.Request;
import dev.tenlines.Request.Context;
import dev.tenlines.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body that asks a feature, as docs/reference/json.md describes it. */
final class AskBody {
  private static final int LONGEST_OPTION = 100;
  private static final int LEAST_WORDS = 20;
  private static final int MOST_WORDS = 2_000;

  private static final TypeReference<Map<String, Object>> PLAN = new TypeReference<>() {};

  private AskBody() {}

  static Request request(JsonBody body, ApiLimits limits) {
    body.only("input", "fields", "conversation", "options", "context");
    String input = body.text("input", limits.inputChars());
    if (input == null) {
      throw Problem.invalid("There is no input.", "Maybe send {\"input\": \"the text\"}.");
    }
    return asked(Request.of(input), body, limits);
  }

  /** What is said beside a file. */
  static Request known(JsonBody body, ApiLimits limits) {
    body.only("fields", "conversation", "options", "context");
    return asked(Request.of(""), body, limits);
  }

  private static Request asked(Request about, JsonBody body, ApiLimits limits) {
    JsonBody options = body.object("options");
    return about
        .withFields(fields(body.object("fields"), limits))
        .after(conversation(body.value("conversation")))
        .within(context(body.object("context")))
        .withWords(words(options))
        .withPlan(plan(options));
  }

  private static List<Turn> conversation(@Nullable JsonNode said) {
    if (said == null) {
      return List.of();
    }
    if (!said.isArray()) {
      throw Problem.invalid(
          "The conversation is not a list.",
          "Maybe send [{\"role\": \"user\", \"text\": \"…\"}, …], oldest first.");
    }
    if (said.size() > Request.MOST_TURNS) {
      throw Problem.invalid(
          "The conversation has " + said.size() + " turns, more than " + Request.MOST_TURNS + ".",
          "Maybe send only the last ones.");
    }
    List<Turn> turns = new ArrayList<>();
    int length = 0;
    for (JsonNode node : said) {
      Turn turn = turn("conversation[" + turns.size() + "]", node);
      length += turn.text().length();
      if (length > Request.MOST_SAID) {
        throw Problem.invalid(
            "The conversation is longer than " + Request.MOST_SAID + " characters together.",
            "Maybe send only the last turns.");
      }
      turns.add(turn);
    }
    return turns;
  }

  private static Turn turn(String name, JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      throw Problem.invalid(
          "The value of " + name + " is not an object.",
          "Maybe send {\"role\": \"user\", \"text\": \"…\"}.");
    }
    JsonBody turn = new JsonBody(object).only("role", "text");
    String text = turn.text("text", Request.MOST_SAID);
    Turn.Role role =
        switch (String.valueOf(turn.text("role", LONGEST_OPTION))) {
          case "user" -> Turn.Role.USER;
          case "assistant" -> Turn.Role.ASSISTANT;
          default ->
              throw Problem.invalid(
                  "The role of " + name + " is not user or assistant.", "Maybe send user.");
        };
    if (text == null) {
      throw Problem.invalid("There is no text in " + name + ".", "Maybe leave the turn out.");
    }
    return new Turn(role, text);
  }

  private static @Nullable Integer words(@Nullable JsonBody options) {
    Integer words = options == null ? null : options.only("words", "plan").wholeNumber("words");
    if (words != null && (words < LEAST_WORDS || words > MOST_WORDS)) {
      throw Problem.invalid(
          "The budget of words ("
              + words
              + ") is not between "
              + LEAST_WORDS
              + " and "
              + MOST_WORDS
              + ".",
          "Maybe send 200.");
    }
    return words;
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

  /** The plan of a search as its asker wants it. */
  private static @Nullable Map<String, Object> plan(@Nullable JsonBody options) {
    JsonBody plan = options == null ? null : options.object("plan");
    return plan == null ? null : JsonMapper.shared().convertValue(plan.root(), PLAN);
  }

  /** What the clock says there, {@code now}, is not asked from outside. */
  private static Context context(@Nullable JsonBody context) {
    if (context == null) {
      return Context.UNKNOWN;
    }
    context.only("locale", "zone", "now").text("now", LONGEST_OPTION);
    return new Context(
        context.text("locale", LONGEST_OPTION), context.text("zone", LONGEST_OPTION));
  }
}
