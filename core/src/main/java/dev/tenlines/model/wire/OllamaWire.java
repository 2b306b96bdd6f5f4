package dev.tenlines.model.wire;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Capabilities;
import dev.tenlines.model.Failure;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.wire.Gathering.Finish;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chat API of Ollama: one JSON value a line. */
final class OllamaWire implements Wire {

  @Override
  public Written write(ModelSettings model, Capabilities can, Prompt prompt, boolean stream) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("model", model.model());
    body.put("messages", Wire.messages(prompt));
    body.put("stream", stream);
    if (prompt.schema() != null) {
      body.put("format", JsonMapper.shared().readTree(prompt.schema()));
    }
    if (model.effort() != null) {
      body.put("think", model.effort());
    }
    int warm = prompt.sample() == 0 ? 0 : 1;
    body.put(
        "options",
        Map.of("num_predict", prompt.mostOutput(), "temperature", warm, "seed", prompt.sample()));
    return new Written("/api/chat", Wire.bearer(model), body);
  }

  @Override
  public boolean lines() {
    return true;
  }

  @Override
  public void whole(JsonNode body, Gathering into) {
    event(body, into);
    into.end();
  }

  @Override
  public void event(JsonNode data, Gathering into) {
    into.model(data.path("model").asString(""));
    JsonNode message = data.path("message");
    into.text(0, message.path("content").asString(""));
    String thought = message.path("thinking").asString("");
    if (!thought.isEmpty()) {
      into.thought(thought);
    }
    if (message.path("tool_calls").size() > 0) {
      into.error(Failure.INVALID, "called a tool that was not offered");
    }
    if (data.path("done").asBoolean(false)) {
      into.usage(
          Usage.of(
              Math.max(0, data.path("prompt_eval_count").asLong(0)),
              Math.max(0, data.path("eval_count").asLong(0))));
      String said = Gathering.said(data.path("done_reason").asString("stop"));
      into.finish(
          switch (said) {
            case "stop" -> Finish.GOOD;
            case "length" -> Finish.LENGTH;
            default -> Finish.ODD;
          },
          said);
      into.end();
    }
  }
}
