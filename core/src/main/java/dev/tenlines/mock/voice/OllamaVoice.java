package dev.tenlines.mock.voice;

import dev.tenlines.mock.voice.Answer.Stop;
import dev.tenlines.mock.voice.Frame.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Ollama's chat: lines of JSON. */
final class OllamaVoice implements Voice {
  private static final Set<String> ROLES = Set.of("system", "user", "assistant", "tool");
  private static final String CREATED = "2026-01-01T00:00:00.000000Z";

  @Override
  public Asked read(String path, Map<String, String> headers, JsonNode body) {
    String model = Json.string(body, "model");
    Refused.unless(!model.isEmpty(), "model is required");
    Voices.known(model);
    List<String> system = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      String role = Json.string(message, "role");
      Refused.unless(
          ROLES.contains(role),
          "invalid role \"" + role + "\": must be one of system, user, assistant, or tool");
      (role.equals("system") ? system : messages).addAll(Json.texts(message.path("content")));
    }
    // Left out, it means yes: this dialect alone streams unless it is told not to.
    return Asked.plain(model, body.path("stream").booleanValue(true), system, messages)
        .with(schema(body), most(body));
  }

  private static long most(JsonNode body) {
    long most = body.path("options").path("num_predict").asLong(-1);
    return most < 0 ? Long.MAX_VALUE : most;
  }

  private static @Nullable JsonNode schema(JsonNode body) {
    JsonNode format = body.path("format");
    if (format.isObject()) {
      return format;
    }
    String name = format.stringValue("");
    Refused.unless(
        name.isEmpty() || name.equals("json"),
        "invalid format: \"" + name + "\"; expected \"json\" or a valid JSON Schema object");
    return name.isEmpty() ? null : Json.object().put("type", "object");
  }

  @Override
  public ObjectNode whole(Answer answer) {
    ObjectNode root = line(answer, answer.thought(), text(answer), true);
    if (answer.stop() == Stop.TOOL) {
      tool(root);
    }
    return done(answer, root);
  }

  /** It knows no refusal: the model just says so. */
  private static String text(Answer answer) {
    return answer.stop() == Stop.TOOL ? "" : answer.text();
  }

  private static ObjectNode line(Answer answer, String thought, String text, boolean done) {
    ObjectNode root = Json.object().put("model", answer.model()).put("created_at", CREATED);
    ObjectNode message = root.putObject("message").put("role", "assistant").put("content", text);
    if (!thought.isEmpty()) {
      message.put("thinking", thought);
    }
    return root.put("done", done);
  }

  private static void tool(ObjectNode root) {
    ((ObjectNode) root.path("message"))
        .putArray("tool_calls")
        .addObject()
        .putObject("function")
        .put("name", Voices.TOOL)
        .putObject("arguments")
        .put("path", "all");
  }

  private static ObjectNode done(Answer answer, ObjectNode root) {
    String reason =
        answer.reason("stop", "length", "stop", "stop", "stop", "malformed_function_call");
    if (reason != null) {
      root.put("done_reason", reason);
    }
    return root.put("total_duration", 5_000_000)
        .put("load_duration", 1_000_000)
        .put("prompt_eval_count", answer.prompt())
        .put("prompt_eval_duration", 1_000_000)
        .put("eval_count", answer.output())
        .put("eval_duration", 3_000_000);
  }

  @Override
  public List<Frame> stream(Answer answer) {
    List<Frame> frames = new ArrayList<>();
    for (String thought : answer.thoughts()) {
      frames.add(Frame.of(Kind.THOUGHT, line(answer, thought, "", false)));
    }
    if (answer.stop() == Stop.TOOL) {
      ObjectNode call = line(answer, "", "", false);
      tool(call);
      frames.add(Frame.of(Kind.TEXT, call));
    } else {
      for (String piece : answer.pieces()) {
        frames.add(Frame.of(Kind.TEXT, line(answer, "", piece, false)));
      }
    }
    frames.add(Frame.of(Kind.STOP, done(answer, line(answer, "", "", true))));
    return frames;
  }

  @Override
  public ObjectNode error(Trouble trouble, String message, @Nullable String wait, String id) {
    String said =
        trouble == Trouble.MODEL ? message.replace("does not exist.", "not found") : message;
    return Json.object().put("error", said);
  }

  @Override
  public Frame failure(Trouble trouble) {
    return Frame.of(Kind.ERROR, error(trouble, trouble.said(), null, ""));
  }

  /** It has none: the counts stand among the other fields. */
  @Override
  public String usageField() {
    return "";
  }

  @Override
  public boolean lines() {
    return true;
  }

  @Override
  public String limits(String id, String reset) {
    return "";
  }
}
