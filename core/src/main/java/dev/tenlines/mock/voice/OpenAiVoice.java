package dev.tenlines.mock.voice;

import dev.tenlines.mock.voice.Answer.Stop;
import dev.tenlines.mock.voice.Frame.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's chat completions. */
final class OpenAiVoice implements Voice {
  private static final Set<String> ROLES =
      Set.of("developer", "system", "user", "assistant", "tool", "function");
  private static final Pattern REASONS = Pattern.compile("^(gpt-[5-9]|o[1-9])");
  private static final int MOST_ALTERNATIVES = 20;

  /** 2026-01-01: a fixed time, since no client looks at it. */
  private static final long CREATED = 1_767_225_600L;

  @Override
  public Asked read(String path, Map<String, String> headers, JsonNode body) {
    if (!headers.getOrDefault("authorization", "").startsWith("Bearer ")) {
      throw new Refused(Trouble.KEY, "You didn't provide an API key.");
    }
    String model = Json.string(body, "model");
    Refused.unless(!model.isEmpty(), "you must provide a model parameter");
    Voices.known(model);
    boolean streamed = body.path("stream").booleanValue(false);
    Refused.unless(
        streamed || !Json.has(body, "stream_options"),
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
    reasoning(model, body);
    List<String> system = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    messages(body.path("messages"), system, messages);
    return Asked.plain(model, streamed, system, messages)
        .with(
            schema(body, system, messages), Json.limit(body, "max_completion_tokens", "max_tokens"))
        .showing(
            alternatives(body), body.path("stream_options").path("include_usage").asBoolean(false));
  }

  private static void reasoning(String model, JsonNode body) {
    if (!REASONS.matcher(model).find()) {
      return;
    }
    Refused.unless(
        !Json.has(body, "max_tokens"),
        "Unsupported parameter: 'max_tokens' is not supported with this model."
            + " Use 'max_completion_tokens' instead.");
    boolean thinks = !Json.string(body, "reasoning_effort").equals("none");
    Refused.unless(
        !thinks || !Json.has(body, "temperature") || body.path("temperature").asDouble(1) == 1,
        "Unsupported value: 'temperature' does not support this value with this model."
            + " Only the default (1) value is supported.");
  }

  private static void messages(JsonNode all, List<String> system, List<String> messages) {
    Refused.unless(
        all.isArray() && !all.isEmpty(), "Invalid 'messages': expected a non-empty array.");
    int n = 0;
    for (JsonNode message : all) {
      String at = "messages[" + n++ + "]";
      String role = Json.string(message, "role");
      Refused.unless(ROLES.contains(role), "Invalid value: '" + role + "' at " + at + ".role.");
      JsonNode content = message.path("content");
      Refused.unless(
          content.isString() || content.isArray() || role.equals("assistant"),
          "Invalid value for 'content' at " + at + ": expected a string or an array.");
      boolean operator = role.equals("system") || role.equals("developer");
      (operator ? system : messages).addAll(Json.texts(content));
    }
  }

  private static int alternatives(JsonNode body) {
    boolean shown = body.path("logprobs").booleanValue(false);
    int alternatives = body.path("top_logprobs").asInt(0);
    Refused.unless(
        shown || !Json.has(body, "top_logprobs"), "'top_logprobs' needs 'logprobs' to be true.");
    Refused.unless(
        alternatives >= 0 && alternatives <= MOST_ALTERNATIVES,
        "Invalid 'top_logprobs': must be between 0 and 20.");
    return shown ? alternatives : -1;
  }

  private static @Nullable JsonNode schema(
      JsonNode body, List<String> system, List<String> messages) {
    JsonNode format = body.path("response_format");
    String type = Json.string(format, "type");
    if (type.equals("json_object")) {
      Refused.unless(
          (system + " " + messages).toLowerCase(java.util.Locale.ROOT).contains("json"),
          "'messages' must contain the word 'json' in some form, to use 'response_format' of type"
              + " 'json_object'.");
      return Json.object().put("type", "object");
    }
    if (!type.equals("json_schema")) {
      Refused.unless(
          format.isMissingNode() || format.isNull() || type.equals("text"),
          "Invalid value: '" + type + "' at response_format.type.");
      return null;
    }
    JsonNode named = format.path("json_schema");
    Refused.unless(
        Json.string(named, "name").matches("[a-zA-Z0-9_-]{1,64}"),
        "Missing or invalid 'response_format.json_schema.name'.");
    JsonNode schema = named.path("schema");
    Refused.unless(schema.isObject(), "Missing 'response_format.json_schema.schema'.");
    boolean strict = named.path("strict").booleanValue(false);
    Refused.unless(
        !strict || Voices.closed(schema),
        "Invalid schema for response_format: 'additionalProperties' is required to be supplied and"
            + " to be false.");
    Refused.unless(
        !strict || Voices.complete(schema),
        "Invalid schema for response_format: 'required' is required to be supplied and to be an"
            + " array including every key in properties.");
    return schema;
  }

  @Override
  public ObjectNode whole(Answer answer) {
    ObjectNode root = root(answer, "chat.completion");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    if (answer.stop() == Stop.TOOL) {
      message.putNull("content").putArray("tool_calls").add(tool(answer));
    } else if (answer.stop() == Stop.WITHHELD) {
      message.putNull("content").put("refusal", answer.text());
    } else {
      message.put("content", answer.text());
    }
    if (answer.stop() != Stop.WITHHELD) {
      message.putNull("refusal");
    }
    message.putArray("annotations");
    probabilities(choice, answer, answer.pieces());
    choice.put("finish_reason", reason(answer));
    usage(answer, root);
    return root.put("service_tier", "default");
  }

  private static ObjectNode root(Answer answer, String object) {
    return Json.object()
        .put("id", "chatcmpl-" + answer.id())
        .put("object", object)
        .put("created", CREATED)
        .put("model", answer.model());
  }

  private static ObjectNode tool(Answer answer) {
    ObjectNode call =
        Json.object().put("index", 0).put("id", "call_" + answer.id()).put("type", "function");
    call.putObject("function").put("name", Voices.TOOL).put("arguments", "{\"path\":\"all\"}");
    return call;
  }

  private static void probabilities(ObjectNode choice, Answer answer, List<String> pieces) {
    if (answer.asked().alternatives() < 0) {
      choice.putNull("logprobs");
      return;
    }
    ObjectNode shown = choice.putObject("logprobs");
    ArrayNode content = shown.putArray("content");
    for (String piece : pieces) {
      ObjectNode token = content.addObject();
      token(token, piece, 0);
      ArrayNode others = token.putArray("top_logprobs");
      for (int rank = 0; rank < answer.asked().alternatives(); rank++) {
        token(others.addObject(), rank == 0 ? piece : piece + "~" + rank, rank);
      }
    }
    shown.putNull("refusal");
  }

  /** The token itself is 99 % likely, each alternative e times less than the one before. */
  private static void token(ObjectNode to, String text, int rank) {
    to.put("token", text).put("logprob", rank == 0 ? -0.01 : -4.6 - rank);
    ArrayNode bytes = to.putArray("bytes");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(b & 0xff);
    }
  }

  private static @Nullable String reason(Answer answer) {
    return answer.reason(
        "stop", "length", "content_filter", "stop", "tool_calls", "malformed_function_call");
  }

  /** {@code prompt_tokens} holds what came from the cache as well. */
  private static void usage(Answer answer, ObjectNode root) {
    ObjectNode usage =
        root.putObject("usage")
            .put("prompt_tokens", answer.prompt())
            .put("completion_tokens", answer.output())
            .put("total_tokens", answer.prompt() + answer.output());
    usage
        .putObject("prompt_tokens_details")
        .put("cached_tokens", answer.cacheRead())
        .put("cache_write_tokens", answer.cacheWrite())
        .put("audio_tokens", 0);
    usage
        .putObject("completion_tokens_details")
        .put("reasoning_tokens", answer.thoughts().size())
        .put("audio_tokens", 0)
        .put("accepted_prediction_tokens", 0)
        .put("rejected_prediction_tokens", 0);
  }

  @Override
  public List<Frame> stream(Answer answer) {
    List<Frame> frames = new ArrayList<>();
    ObjectNode role = Json.object().put("role", "assistant").put("content", "").putNull("refusal");
    frames.add(chunk(Kind.START, answer, role, List.of(), null));
    for (String thought : answer.thoughts()) {
      ObjectNode delta = Json.object().put("reasoning_content", thought);
      frames.add(chunk(Kind.THOUGHT, answer, delta, List.of(), null));
    }
    if (answer.stop() == Stop.TOOL) {
      ObjectNode delta = Json.object();
      delta.putArray("tool_calls").add(tool(answer));
      frames.add(chunk(Kind.TEXT, answer, delta, List.of(), null));
    } else {
      String field = answer.stop() == Stop.WITHHELD ? "refusal" : "content";
      for (String piece : answer.pieces()) {
        ObjectNode delta = Json.object().put(field, piece);
        frames.add(chunk(Kind.TEXT, answer, delta, List.of(piece), null));
      }
    }
    frames.add(chunk(Kind.STOP, answer, Json.object(), List.of(), reason(answer)));
    if (answer.asked().usageAsked()) {
      frames.add(usageFrame(answer));
    }
    frames.add(new Frame(Kind.END, "", "[DONE]"));
    return frames;
  }

  private static Frame chunk(
      Kind kind, Answer answer, ObjectNode delta, List<String> pieces, @Nullable String reason) {
    ObjectNode root =
        root(answer, "chat.completion.chunk")
            .put("service_tier", "default")
            .put("system_fingerprint", "fp_mock");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    if (pieces.isEmpty()) {
      choice.putNull("logprobs");
    } else {
      probabilities(choice, answer, pieces);
    }
    choice.put("finish_reason", reason);
    if (answer.asked().usageAsked()) {
      root.putNull("usage");
    }
    return Frame.of(kind, root);
  }

  /** The last chunk with its counts and no choice. */
  static Frame usageFrame(Answer answer) {
    ObjectNode root = root(answer, "chat.completion.chunk").put("service_tier", "default");
    root.putArray("choices");
    usage(answer, root);
    return Frame.of(Kind.USAGE, root);
  }

  @Override
  public ObjectNode error(Trouble trouble, String message, @Nullable String wait, String id) {
    ObjectNode root = Json.object();
    root.putObject("error")
        .put("message", message)
        .put("type", type(trouble))
        .putNull("param")
        .put("code", code(trouble));
    return root;
  }

  private static String type(Trouble trouble) {
    return switch (trouble) {
      case MONEY -> "insufficient_quota";
      case RATE -> "requests";
      case SERVER, GATEWAY, UNAVAILABLE, SLOW, OVERLOADED -> "server_error";
      default -> "invalid_request_error";
    };
  }

  private static @Nullable String code(Trouble trouble) {
    return switch (trouble) {
      case MONEY -> "credit_balance_exhausted";
      case RATE -> "rate_limit_exceeded";
      case KEY -> "invalid_api_key";
      case MODEL -> "model_not_found";
      case CONTEXT -> "context_length_exceeded";
      case POLICY -> "content_policy_violation";
      case OVERLOADED, UNAVAILABLE -> "server_is_overloaded";
      default -> null;
    };
  }

  @Override
  public Frame failure(Trouble trouble) {
    return Frame.of(Kind.ERROR, error(trouble, trouble.said(), null, ""));
  }

  @Override
  public String usageField() {
    return "usage";
  }

  @Override
  public String limits(String id, String reset) {
    return "x-request-id: req_"
        + id
        + "\r\nopenai-processing-ms: 1"
        + "\r\nx-ratelimit-limit-requests: 10000\r\nx-ratelimit-remaining-requests: 9999"
        + "\r\nx-ratelimit-reset-requests: 6ms\r\nx-ratelimit-limit-tokens: 2000000"
        + "\r\nx-ratelimit-remaining-tokens: 1990000\r\nx-ratelimit-reset-tokens: 1m0s\r\n";
  }
}
