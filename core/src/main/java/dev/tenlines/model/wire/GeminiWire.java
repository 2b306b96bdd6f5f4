package dev.tenlines.model.wire;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Capabilities;
import dev.tenlines.model.Failure;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.wire.Gathering.Finish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The generateContent API of Gemini. Its thoughts are not in the candidates' count. */
final class GeminiWire implements Wire {

  @Override
  public Written write(ModelSettings model, Capabilities can, Prompt prompt, boolean stream) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    if (!prompt.system().isEmpty()) {
      body.put("systemInstruction", Map.of("parts", parts(prompt.system())));
    }
    body.put("contents", prompt.turns().stream().map(GeminiWire::content).toList());
    Map<String, Object> generation = new LinkedHashMap<>();
    generation.put("maxOutputTokens", prompt.mostOutput());
    if (can.temperature()) {
      generation.put("temperature", prompt.sample() == 0 ? 0 : 1);
    }
    if (prompt.schema() != null && can.schema()) {
      generation.put("responseMimeType", "application/json");
      generation.put("responseJsonSchema", JsonMapper.shared().readTree(prompt.schema()));
    }
    if (model.effort() != null) {
      generation.put("thinkingConfig", Map.of("thinkingLevel", model.effort()));
    }
    body.put("generationConfig", generation);
    Map<String, String> headers =
        model.key() == null ? Map.of() : Map.of("x-goog-api-key", model.key());
    String call = stream ? ":streamGenerateContent?alt=sse" : ":generateContent";
    return new Written("/v1beta/models/" + model.model() + call, headers, body);
  }

  private static List<Object> parts(String text) {
    return List.of(Map.of("text", text));
  }

  private static Map<String, Object> content(Prompt.Turn turn) {
    return Map.of(
        "role", turn.role() == Prompt.Role.USER ? "user" : "model", "parts", parts(turn.text()));
  }

  @Override
  public void whole(JsonNode body, Gathering into) {
    event(body, into);
    into.end();
  }

  @Override
  public void event(JsonNode data, Gathering into) {
    into.model(data.path("modelVersion").asString(""));
    JsonNode blocked = data.path("promptFeedback").path("blockReason");
    if (blocked.isString()) {
      into.finish(Finish.REFUSAL, Gathering.said(blocked.asString()));
    }
    JsonNode any = data.path("candidates").path(0);
    JsonNode candidate = any.path("index").asInt(0) == 0 ? any : any.path("none");
    for (JsonNode part : candidate.path("content").path("parts")) {
      if (part.path("thought").asBoolean(false)) {
        into.thought(part.path("text").asString(""));
      } else if (part.has("functionCall")) {
        into.error(Failure.INVALID, "called a tool that was not offered");
      } else {
        into.text(0, part.path("text").asString(""));
      }
    }
    usage(data.path("usageMetadata"), into);
    finish(candidate.path("finishReason"), into);
  }

  private static void finish(JsonNode reason, Gathering into) {
    if (reason.isString()) {
      String said = Gathering.said(reason.asString());
      into.finish(
          switch (said) {
            case "stop" -> Finish.GOOD;
            case "max_tokens" -> Finish.LENGTH;
            case "safety", "recitation", "blocklist", "prohibited_content", "spii", "language" ->
                Finish.REFUSAL;
            default -> Finish.ODD;
          },
          said);
    }
  }

  private static void usage(JsonNode told, Gathering into) {
    if (!told.isObject()) {
      return;
    }
    long read = Wire.count(told, "cachedContentTokenCount");
    long thoughts = Wire.count(told, "thoughtsTokenCount");
    into.usage(
        new Usage(
            Math.max(0, Wire.count(told, "promptTokenCount") - read),
            read,
            0,
            0,
            Wire.count(told, "candidatesTokenCount") + thoughts,
            thoughts,
            null,
            false));
  }
}
