package dev.tenlines.mock.voice;

import dev.tenlines.mock.voice.Answer.Stop;
import dev.tenlines.mock.voice.Frame.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Anthropic's Messages. */
final class AnthropicVoice implements Voice {
  private static final int MOST_CACHE_MARKS = 4;
  private static final Pattern WITHOUT_SAMPLING =
      Pattern.compile("opus-4-[789]|sonnet-5|opus-5|haiku-5|fable");
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "messages",
          "max_tokens",
          "system",
          "stream",
          "temperature",
          "top_p",
          "top_k",
          "stop_sequences",
          "metadata",
          "tools",
          "tool_choice",
          "thinking",
          "output_config",
          "service_tier",
          "cache_control",
          "container",
          "context_management",
          "mcp_servers",
          "inference_geo",
          "speed",
          "diagnostics");

  @Override
  public Asked read(String path, Map<String, String> headers, JsonNode body) {
    if (!headers.containsKey("x-api-key") && !headers.containsKey("authorization")) {
      throw new Refused(Trouble.KEY, "x-api-key header is required");
    }
    Refused.unless(
        headers.containsKey("anthropic-version"), "anthropic-version: header is required");
    for (String field : body.propertyNames()) {
      Refused.unless(FIELDS.contains(field), field + ": Extra inputs are not permitted");
    }
    String model = Json.string(body, "model");
    Refused.unless(!model.isEmpty(), "model: Field required");
    Voices.known(model);
    Refused.unless(Json.has(body, "max_tokens"), "max_tokens: Field required");
    sampling(model, body);
    Refused.unless(
        marks(body) <= MOST_CACHE_MARKS,
        "A maximum of 4 blocks with cache_control may be provided. Found " + marks(body) + ".");
    return Asked.plain(
            model,
            body.path("stream").booleanValue(false),
            Json.texts(body.path("system")),
            messages(body.path("messages")))
        .with(schema(body), Json.limit(body, "max_tokens"));
  }

  /** The newest models think about it themselves: whoever still turns the knobs is refused. */
  private static void sampling(String model, JsonNode body) {
    if (!WITHOUT_SAMPLING.matcher(model).find()) {
      return;
    }
    for (String knob : List.of("temperature", "top_p", "top_k")) {
      Refused.unless(!Json.has(body, knob), knob + ": is not supported by " + model);
    }
    Refused.unless(
        !Json.has(body.path("thinking"), "budget_tokens"),
        "thinking.budget_tokens: is not supported by " + model + ", use output_config.effort");
  }

  private static int marks(JsonNode node) {
    int marks = node.isObject() && Json.has(node, "cache_control") ? 1 : 0;
    for (JsonNode child : node.values()) {
      marks += marks(child);
    }
    return marks;
  }

  private static List<String> messages(JsonNode messages) {
    Refused.unless(
        messages.isArray() && !messages.isEmpty(), "messages: at least one message is required");
    List<String> texts = new ArrayList<>();
    int n = 0;
    for (JsonNode message : messages) {
      String at = "messages." + n++;
      String role = Json.string(message, "role");
      Refused.unless(
          role.equals("user") || role.equals("assistant"),
          at + ".role: Input should be 'user' or 'assistant'");
      JsonNode content = message.path("content");
      Refused.unless(content.isString() || content.isArray(), at + ".content: Field required");
      List<String> said = Json.texts(content);
      Refused.unless(!content.isEmpty() || !said.isEmpty(), at + ": content must be non-empty");
      Refused.unless(
          said.stream().noneMatch(String::isEmpty),
          "messages: text content blocks must be non-empty");
      texts.addAll(said);
    }
    Refused.unless(
        messages.path(0).path("role").stringValue("").equals("user"),
        "messages: first message must use the \"user\" role");
    return texts;
  }

  private static @Nullable JsonNode schema(JsonNode body) {
    JsonNode format = body.path("output_config").path("format");
    if (format.isMissingNode() || format.isNull()) {
      return null;
    }
    Refused.unless(
        Json.string(format, "type").equals("json_schema") && format.path("schema").isObject(),
        "output_config.format: needs type json_schema and a schema");
    Refused.unless(
        Voices.closed(format.path("schema")),
        "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly"
            + " set to false");
    return format.path("schema");
  }

  @Override
  public ObjectNode whole(Answer answer) {
    ObjectNode message = message(answer, answer.output());
    ArrayNode content = message.putArray("content");
    if (!answer.thoughts().isEmpty()) {
      content
          .addObject()
          .put("type", "thinking")
          .put("thinking", answer.thought())
          .put("signature", "bW9jaw==");
    }
    if (answer.stop() == Stop.TOOL) {
      content
          .addObject()
          .put("type", "tool_use")
          .put("id", "toolu_" + answer.id())
          .put("name", Voices.TOOL)
          .putObject("input")
          .put("path", "all");
    } else if (!answer.pieces().isEmpty()) {
      content.addObject().put("type", "text").put("text", answer.text());
    }
    message.put("stop_reason", reason(answer)).putNull("stop_sequence");
    details(answer, message);
    return message;
  }

  private static ObjectNode message(Answer answer, long output) {
    ObjectNode message =
        Json.object()
            .put("id", "msg_" + answer.id())
            .put("type", "message")
            .put("role", "assistant")
            .put("model", answer.model());
    ObjectNode usage = message.putObject("usage");
    counts(answer, usage);
    usage
        .putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", answer.cacheWrite())
        .put("ephemeral_1h_input_tokens", 0);
    usage.put("output_tokens", output);
    thinking(answer, usage);
    usage.put("service_tier", "standard");
    return message;
  }

  /** What came from the cache or went there is not in {@code input_tokens}. */
  private static void counts(Answer answer, ObjectNode usage) {
    usage
        .put("input_tokens", answer.prompt() - answer.cacheRead() - answer.cacheWrite())
        .put("cache_creation_input_tokens", answer.cacheWrite())
        .put("cache_read_input_tokens", answer.cacheRead());
  }

  private static void thinking(Answer answer, ObjectNode usage) {
    if (!answer.thoughts().isEmpty()) {
      usage.putObject("output_tokens_details").put("thinking_tokens", answer.thoughts().size());
    }
  }

  private static @Nullable String reason(Answer answer) {
    return answer.reason(
        "end_turn", "max_tokens", "refusal", "refusal", "tool_use", "malformed_function_call");
  }

  private static void details(Answer answer, ObjectNode to) {
    if (answer.stop() == Stop.REFUSED || answer.stop() == Stop.WITHHELD) {
      to.putObject("stop_details").put("type", "refusal").put("category", "cyber");
    }
  }

  @Override
  public List<Frame> stream(Answer answer) {
    List<Frame> frames = new ArrayList<>();
    ObjectNode message = message(answer, 1);
    message.putArray("content");
    message.putNull("stop_reason").putNull("stop_sequence");
    ObjectNode start = event("message_start");
    start.set("message", message);
    frames.add(Frame.named(Kind.START, "message_start", start));
    frames.add(ping());
    int index = 0;
    if (!answer.thoughts().isEmpty()) {
      frames.add(open(index, block("thinking").put("thinking", "").put("signature", "")));
      for (String thought : answer.thoughts()) {
        frames.add(delta(Kind.THOUGHT, index, block("thinking_delta").put("thinking", thought)));
      }
      frames.add(close(index++));
    }
    if (answer.stop() == Stop.TOOL) {
      frames.add(open(index, tool(answer)));
      frames.add(
          delta(
              Kind.TEXT,
              index,
              block("input_json_delta").put("partial_json", "{\"path\":\"all\"}")));
      frames.add(close(index));
    } else if (!answer.pieces().isEmpty()) {
      frames.add(open(index, block("text").put("text", "")));
      for (String piece : answer.pieces()) {
        frames.add(delta(Kind.TEXT, index, block("text_delta").put("text", piece)));
      }
      frames.add(close(index));
    }
    frames.add(Frame.named(Kind.STOP, "message_delta", ended(answer)));
    frames.add(Frame.named(Kind.END, "message_stop", event("message_stop")));
    return frames;
  }

  private static ObjectNode ended(Answer answer) {
    ObjectNode ended = event("message_delta");
    ObjectNode delta = ended.putObject("delta").put("stop_reason", reason(answer));
    delta.putNull("stop_sequence");
    details(answer, delta);
    ObjectNode usage = ended.putObject("usage");
    counts(answer, usage);
    usage.put("output_tokens", answer.output());
    thinking(answer, usage);
    return ended;
  }

  private static ObjectNode tool(Answer answer) {
    ObjectNode tool = block("tool_use").put("id", "toolu_" + answer.id()).put("name", Voices.TOOL);
    tool.putObject("input");
    return tool;
  }

  private static ObjectNode event(String type) {
    return Json.object().put("type", type);
  }

  private static ObjectNode block(String type) {
    return Json.object().put("type", type);
  }

  private static Frame open(int index, ObjectNode block) {
    ObjectNode event = event("content_block_start").put("index", index);
    event.set("content_block", block);
    return Frame.named(Kind.BLOCK, "content_block_start", event);
  }

  private static Frame delta(Kind kind, int index, ObjectNode delta) {
    ObjectNode event = event("content_block_delta").put("index", index);
    event.set("delta", delta);
    return Frame.named(kind, "content_block_delta", event);
  }

  private static Frame close(int index) {
    return Frame.named(
        Kind.BLOCK, "content_block_stop", event("content_block_stop").put("index", index));
  }

  @Override
  public Frame ping() {
    return Frame.named(Kind.PING, "ping", event("ping"));
  }

  @Override
  public ObjectNode error(Trouble trouble, String message, @Nullable String wait, String id) {
    ObjectNode root = Json.object().put("type", "error");
    ObjectNode error = root.putObject("error").put("type", type(trouble)).put("message", message);
    if (trouble == Trouble.MONEY) {
      error.putObject("details").put("error_code", "enforced_spend_limit_reached");
    }
    return root.put("request_id", "req_" + id);
  }

  private static String type(Trouble trouble) {
    return switch (trouble) {
      case BAD, CONTEXT, POLICY, METHOD, CONFLICT -> "invalid_request_error";
      case KEY -> "authentication_error";
      case PERMISSION -> "permission_error";
      case MODEL, PATH -> "not_found_error";
      case LARGE -> "request_too_large";
      case RATE, MONEY -> "rate_limit_error";
      case TIMEOUT, SLOW -> "timeout_error";
      case SERVER, GATEWAY, UNAVAILABLE -> "api_error";
      case OVERLOADED -> "overloaded_error";
    };
  }

  @Override
  public Frame failure(Trouble trouble) {
    ObjectNode root = event("error");
    root.putObject("error").put("type", type(trouble)).put("message", trouble.said());
    return Frame.named(Kind.ERROR, "error", root);
  }

  @Override
  public String usageField() {
    return "usage";
  }

  @Override
  public String limits(String id, String reset) {
    StringBuilder headers = new StringBuilder(640).append("request-id: req_").append(id);
    for (String what : List.of("requests", "tokens", "input-tokens", "output-tokens")) {
      String name = "\r\nanthropic-ratelimit-" + what;
      headers.append(name).append("-limit: 100000").append(name).append("-remaining: 99000");
      headers.append(name).append("-reset: ").append(reset);
    }
    return headers.append("\r\n").toString();
  }
}
