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

/**
 * The Messages API of Anthropic. Its counts are cumulative and leave the cache out of the input.
 */
final class AnthropicWire implements Wire {
  /** Shorter instructions are not cached by any model: asking would only cost. */
  private static final int CACHED_FROM = 4_000;

  @Override
  public Written write(ModelSettings model, Capabilities can, Prompt prompt, boolean stream) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("model", model.model());
    body.put("max_tokens", prompt.mostOutput());
    body.put("stream", stream);
    if (!prompt.system().isEmpty()) {
      body.put("system", List.of(system(prompt.system(), can)));
    }
    body.put("messages", prompt.turns().stream().map(Wire::message).toList());
    if (can.temperature()) {
      body.put("temperature", prompt.sample() == 0 ? 0 : 1);
    }
    Map<String, Object> output = new LinkedHashMap<>();
    if (prompt.schema() != null && can.schema()) {
      JsonNode schema = JsonMapper.shared().readTree(prompt.schema());
      output.put("format", Map.of("type", "json_schema", "schema", schema));
    }
    if (model.effort() != null) {
      output.put("effort", model.effort());
    }
    if (!output.isEmpty()) {
      body.put("output_config", output);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("anthropic-version", "2023-06-01");
    if (model.key() != null) {
      headers.put("x-api-key", model.key());
    }
    return new Written("/v1/messages", headers, body);
  }

  private static Map<String, Object> system(String text, Capabilities can) {
    return can.caching() && text.length() >= CACHED_FROM
        ? Map.of("type", "text", "text", text, "cache_control", Map.of("type", "ephemeral"))
        : Map.of("type", "text", "text", text);
  }

  @Override
  public void whole(JsonNode body, Gathering into) {
    into.model(body.path("model").asString(""));
    int block = 0;
    for (JsonNode content : body.path("content")) {
      read(content, block++, into);
    }
    usage(body.path("usage"), into);
    finish(body.path("stop_reason"), into);
    into.end();
  }

  @Override
  public void event(JsonNode data, Gathering into) {
    int block = data.path("index").asInt(0);
    switch (data.path("type").asString("")) {
      case "message_start" -> {
        into.model(data.path("message").path("model").asString(""));
        usage(data.path("message").path("usage"), into);
      }
      case "content_block_start" -> read(data.path("content_block"), block, into);
      case "content_block_delta" -> delta(data.path("delta"), block, into);
      case "message_delta" -> {
        usage(data.path("usage"), into);
        finish(data.path("delta").path("stop_reason"), into);
      }
      case "message_stop" -> into.end();
      default -> {
        // Pings and kinds that are added later change nothing.
      }
    }
  }

  private static void read(JsonNode content, int block, Gathering into) {
    switch (content.path("type").asString("")) {
      case "text" -> into.text(block, content.path("text").asString(""));
      case "thinking", "redacted_thinking" -> into.thought(content.path("thinking").asString(""));
      case "tool_use", "server_tool_use" ->
          into.error(Failure.INVALID, "called a tool that was not offered");
      default -> {
        // Kinds that are added later are not text.
      }
    }
  }

  private static void delta(JsonNode delta, int block, Gathering into) {
    switch (delta.path("type").asString("")) {
      case "text_delta" -> into.text(block, delta.path("text").asString(""));
      case "thinking_delta" -> into.thought(delta.path("thinking").asString(""));
      default -> {
        // Signatures and citations are not text.
      }
    }
  }

  private static void finish(JsonNode reason, Gathering into) {
    if (reason.isString()) {
      String said = Gathering.said(reason.asString());
      into.finish(
          switch (said) {
            case "end_turn", "stop_sequence" -> Finish.GOOD;
            case "max_tokens", "model_context_window_exceeded" -> Finish.LENGTH;
            case "refusal" -> Finish.REFUSAL;
            default -> Finish.ODD;
          },
          said);
    }
  }

  /** What is null or missing in a later count does not overwrite an earlier one. */
  private static void usage(JsonNode told, Gathering into) {
    if (!told.isObject()) {
      return;
    }
    Usage before = into.usage() == null ? Usage.NONE : into.usage();
    JsonNode written = told.path("cache_creation");
    long hour = count(written, "ephemeral_1h_input_tokens", before.cacheWriteHour());
    long all =
        count(told, "cache_creation_input_tokens", before.cacheWrite() + before.cacheWriteHour());
    into.usage(
        new Usage(
            count(told, "input_tokens", before.input()),
            count(told, "cache_read_input_tokens", before.cacheRead()),
            Math.max(0, all - hour),
            hour,
            count(told, "output_tokens", before.output()),
            count(told.path("output_tokens_details"), "thinking_tokens", before.thinking()),
            told.path("service_tier").asString(before.tier()),
            false));
  }

  private static long count(JsonNode from, String name, long before) {
    JsonNode count = from.path(name);
    return count.isIntegralNumber() ? Math.max(0, count.asLong()) : before;
  }
}
