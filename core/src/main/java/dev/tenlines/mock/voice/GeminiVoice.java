package dev.tenlines.mock.voice;

import dev.tenlines.mock.voice.Answer.Stop;
import dev.tenlines.mock.voice.Frame.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gemini's generateContent. */
final class GeminiVoice implements Voice {
  private static final String GOOGLE = "type.googleapis.com/google.rpc.";
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "contents",
          "systemInstruction",
          "system_instruction",
          "generationConfig",
          "generation_config",
          "safetySettings",
          "safety_settings",
          "tools",
          "toolConfig",
          "tool_config",
          "cachedContent",
          "cached_content",
          "serviceTier",
          "service_tier",
          "labels",
          "store");

  @Override
  public Asked read(String path, Map<String, String> headers, JsonNode body) {
    if (!headers.containsKey("x-goog-api-key") && !path.contains("key=")) {
      throw new Refused(Trouble.KEY, "Request is missing required authentication credential.");
    }
    String model = path.replaceFirst(".*/models/", "").replaceFirst("[:?].*", "");
    Voices.known(model);
    boolean streamed = path.contains(":streamGenerateContent");
    Refused.unless(!streamed || path.contains("alt=sse"), "Only alt=sse is streamed here.");
    for (String field : body.propertyNames()) {
      Refused.unless(
          FIELDS.contains(field),
          "Invalid JSON payload received. Unknown name \"" + field + "\": Cannot find field.");
    }
    JsonNode system = Json.first(body, "systemInstruction", "system_instruction");
    JsonNode config = Json.first(body, "generationConfig", "generation_config");
    Asked asked =
        Asked.plain(
            model,
            streamed,
            system == null ? List.of() : Json.texts(system.path("parts")),
            messages(body.path("contents")));
    return config == null
        ? asked
        : asked.with(schema(config), Json.limit(config, "maxOutputTokens", "max_output_tokens"));
  }

  private static List<String> messages(JsonNode contents) {
    Refused.unless(
        contents.isArray() && !contents.isEmpty(),
        "* GenerateContentRequest.contents: contents is not specified");
    List<String> texts = new ArrayList<>();
    for (JsonNode content : contents) {
      String role = Json.string(content, "role");
      Refused.unless(
          role.isEmpty() || role.equals("user") || role.equals("model"),
          "Please use a valid role: user, model.");
      Refused.unless(
          content.path("parts").isArray() && !content.path("parts").isEmpty(),
          "* GenerateContentRequest.contents.parts: contents.parts must not be empty.");
      texts.addAll(Json.texts(content.path("parts")));
    }
    return texts;
  }

  private static @Nullable JsonNode schema(JsonNode config) {
    JsonNode plain = Json.first(config, "responseJsonSchema", "response_json_schema");
    JsonNode own = Json.first(config, "responseSchema", "response_schema");
    JsonNode type = Json.first(config, "responseMimeType", "response_mime_type");
    JsonNode schema = plain == null ? own : plain;
    Refused.unless(
        plain == null || own == null, "Only one of response_schema and response_json_schema.");
    boolean json = type != null && type.stringValue("").equals("application/json");
    boolean word = type != null && type.stringValue("").equals("text/x.enum");
    Refused.unless(
        schema == null || json || word,
        "Response schema is only supported with response_mime_type application/json.");
    return schema == null && json ? Json.object().put("type", "object") : schema;
  }

  @Override
  public ObjectNode whole(Answer answer) {
    ObjectNode root = Json.object();
    List<String> text = answer.pieces().isEmpty() ? List.of() : List.of(answer.text());
    List<String> thought = answer.thoughts().isEmpty() ? List.of() : List.of(answer.thought());
    candidate(answer, root, thought, text, true);
    usage(answer, root, answer.pieces().size(), answer.thoughts().size());
    return named(answer, root);
  }

  private static void candidate(
      Answer answer, ObjectNode root, List<String> thoughts, List<String> texts, boolean last) {
    if (answer.stop() == Stop.WITHHELD && last) {
      root.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
      return;
    }
    ObjectNode candidate = root.putArray("candidates").addObject();
    ObjectNode content = candidate.putObject("content");
    ArrayNode parts = Json.array();
    thoughts.forEach(thought -> parts.addObject().put("text", thought).put("thought", true));
    if (answer.stop() == Stop.TOOL && last) {
      parts.addObject().putObject("functionCall").put("name", Voices.TOOL).putObject("args");
    } else {
      texts.forEach(text -> parts.addObject().put("text", text));
    }
    if (!parts.isEmpty()) {
      content.set("parts", parts);
    }
    content.put("role", "model");
    String reason =
        answer.reason(
            "STOP", "MAX_TOKENS", "SAFETY", "RECITATION", "STOP", "MALFORMED_FUNCTION_CALL");
    if (last && reason != null) {
      candidate.put("finishReason", reason);
    }
    candidate.put("index", 0);
  }

  /** {@code candidatesTokenCount} leaves the thoughts out; the prompt has the cached ones in. */
  private static void usage(Answer answer, ObjectNode root, long texts, long thoughts) {
    ObjectNode usage = root.putObject("usageMetadata").put("promptTokenCount", answer.prompt());
    if (texts > 0) {
      usage.put("candidatesTokenCount", texts);
    }
    usage.put("totalTokenCount", answer.prompt() + texts + thoughts);
    if (answer.cacheRead() > 0) {
      usage.put("cachedContentTokenCount", answer.cacheRead());
    }
    usage
        .putArray("promptTokensDetails")
        .addObject()
        .put("modality", "TEXT")
        .put("tokenCount", answer.prompt());
    if (thoughts > 0) {
      usage.put("thoughtsTokenCount", thoughts);
    }
  }

  private static ObjectNode named(Answer answer, ObjectNode root) {
    return root.put("modelVersion", answer.model()).put("responseId", answer.id());
  }

  @Override
  public List<Frame> stream(Answer answer) {
    List<Frame> frames = new ArrayList<>();
    int thoughts = 0;
    for (String thought : answer.thoughts()) {
      frames.add(chunk(Kind.THOUGHT, answer, List.of(thought), List.of(), 0, ++thoughts));
    }
    int texts = 0;
    for (String piece : answer.stop() == Stop.TOOL ? List.<String>of() : answer.pieces()) {
      frames.add(chunk(Kind.TEXT, answer, List.of(), List.of(piece), ++texts, thoughts));
    }
    ObjectNode last = Json.object();
    candidate(answer, last, List.of(), List.of(""), true);
    usage(answer, last, answer.pieces().size(), thoughts);
    // Nothing follows it: whoever has seen the reason has seen the end.
    frames.add(Frame.of(Kind.STOP, named(answer, last)));
    return frames;
  }

  private static Frame chunk(
      Kind kind,
      Answer answer,
      List<String> thoughts,
      List<String> texts,
      long said,
      long thought) {
    ObjectNode root = Json.object();
    candidate(answer, root, thoughts, texts, false);
    usage(answer, root, said, thought);
    return Frame.of(kind, named(answer, root));
  }

  @Override
  public ObjectNode error(Trouble trouble, String message, @Nullable String wait, String id) {
    ObjectNode root = Json.object();
    ObjectNode error =
        root.putObject("error")
            .put("code", trouble.status())
            .put("message", message)
            .put("status", status(trouble));
    if (trouble == Trouble.MONEY) {
      error
          .put("message", message + " Quota exceeded for metric: requests per day, limit: 0")
          .putArray("details")
          .addObject()
          .put("@type", GOOGLE + "QuotaFailure")
          .putArray("violations")
          .addObject()
          .put("quotaId", "GenerateRequestsPerDayPerProjectPerModel-FreeTier");
    } else if (wait != null) {
      error
          .putArray("details")
          .addObject()
          .put("@type", GOOGLE + "RetryInfo")
          .put("retryDelay", wait);
    }
    return root;
  }

  private static String status(Trouble trouble) {
    return switch (trouble) {
      case BAD, CONTEXT, POLICY, LARGE, METHOD -> "INVALID_ARGUMENT";
      case KEY -> "UNAUTHENTICATED";
      case PERMISSION -> "PERMISSION_DENIED";
      case MODEL, PATH -> "NOT_FOUND";
      case TIMEOUT, SLOW -> "DEADLINE_EXCEEDED";
      case CONFLICT -> "ABORTED";
      case RATE, MONEY -> "RESOURCE_EXHAUSTED";
      case SERVER -> "INTERNAL";
      case GATEWAY, UNAVAILABLE, OVERLOADED -> "UNAVAILABLE";
    };
  }

  @Override
  public Frame failure(Trouble trouble) {
    return Frame.of(Kind.ERROR, error(trouble, trouble.said(), null, ""));
  }

  @Override
  public String usageField() {
    return "usageMetadata";
  }

  @Override
  public String limits(String id, String reset) {
    return "x-gemini-service-tier: standard\r\nserver-timing: gfet4t7; dur=1\r\n";
  }
}
