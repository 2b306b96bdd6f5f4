package dev.tenlines.model.wire;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Capabilities;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.Failure;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Reply.TokenChance;
import dev.tenlines.model.wire.Gathering.Finish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chat completions of OpenAI and of every server that speaks like it. Its input holds the cache.
 */
final class OpenAiWire implements Wire {
  private static final int OTHERS = 5;

  @Override
  public Written write(ModelSettings model, Capabilities can, Prompt prompt, boolean stream) {
    boolean home = Dialect.OPENAI.home().getHost().equals(model.baseUrl().getHost());
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("model", model.model());
    body.put("messages", Wire.messages(prompt));
    // Other servers know the older name only; models that think refuse it, wherever they stand.
    boolean thinks = !can.effort().isEmpty();
    body.put(home || thinks ? "max_completion_tokens" : "max_tokens", prompt.mostOutput());
    body.put("stream", stream);
    if (stream) {
      body.put("stream_options", Map.of("include_usage", true));
    }
    if (can.temperature()) {
      body.put("temperature", prompt.sample() == 0 ? 0 : 1);
      body.put("seed", prompt.sample());
    }
    if (prompt.schema() != null && can.schema()) {
      JsonNode schema = JsonMapper.shared().readTree(prompt.schema());
      body.put(
          "response_format",
          Map.of(
              "type",
              "json_schema",
              "json_schema",
              Map.of("name", "answer", "strict", true, "schema", schema)));
    }
    if (model.effort() != null) {
      body.put("reasoning_effort", model.effort());
    }
    if (prompt.logprobs() && can.temperature()) {
      body.put("logprobs", true);
      body.put("top_logprobs", OTHERS);
    }
    return new Written("/chat/completions", Wire.bearer(model), body);
  }

  @Override
  public void whole(JsonNode body, Gathering into) {
    read(body, "message", into);
    into.end();
  }

  @Override
  public void event(JsonNode data, Gathering into) {
    read(data, "delta", into);
  }

  /** A whole answer and a piece of one differ in the name of what was said. */
  private static void read(JsonNode data, String said, Gathering into) {
    into.model(data.path("model").asString(""));
    JsonNode choice = first(data);
    content(choice.path(said), into);
    logprobs(choice, into);
    usage(data, into);
    finish(choice.path("finish_reason"), into);
  }

  /** The first of the choices; servers that give several may mix their pieces. */
  private static JsonNode first(JsonNode from) {
    JsonNode choice = from.path("choices").path(0);
    return choice.path("index").asInt(0) == 0 ? choice : choice.path("none");
  }

  private static void content(JsonNode message, Gathering into) {
    into.text(0, message.path("content").asString(""));
    String thought = message.path("reasoning_content").asString("");
    if (!thought.isEmpty()) {
      into.thought(thought);
    }
    if (!message.path("refusal").asString("").isEmpty()) {
      into.finish(Finish.REFUSAL, "refusal");
    }
    if (message.path("tool_calls").size() > 0) {
      into.error(Failure.INVALID, "called a tool that was not offered");
    }
  }

  private static void finish(JsonNode reason, Gathering into) {
    if (reason.isString()) {
      String said = Gathering.said(reason.asString());
      into.finish(
          switch (said) {
            case "stop" -> Finish.GOOD;
            case "length" -> Finish.LENGTH;
            case "content_filter" -> Finish.REFUSAL;
            default -> Finish.ODD;
          },
          said);
    }
  }

  private static void logprobs(JsonNode choice, Gathering into) {
    for (JsonNode token : choice.path("logprobs").path("content")) {
      List<TokenChance> others = new ArrayList<>();
      token.path("top_logprobs").forEach(other -> others.add(chance(other, List.of())));
      into.token(chance(token, others));
    }
  }

  private static TokenChance chance(JsonNode token, List<TokenChance> others) {
    double chance = Math.exp(Math.min(0, token.path("logprob").asDouble(0)));
    return new TokenChance(token.path("token").asString(""), chance, others);
  }

  private static void usage(JsonNode from, Gathering into) {
    JsonNode told = from.path("usage");
    if (!told.isObject()) {
      return;
    }
    JsonNode prompt = told.path("prompt_tokens_details");
    long read = Wire.count(prompt, "cached_tokens");
    long written = Wire.count(prompt, "cache_write_tokens");
    into.usage(
        new Usage(
            Math.max(0, Wire.count(told, "prompt_tokens") - read - written),
            read,
            written,
            0,
            Wire.count(told, "completion_tokens"),
            Wire.count(told.path("completion_tokens_details"), "reasoning_tokens"),
            from.path("service_tier").asString(null),
            false));
  }
}
