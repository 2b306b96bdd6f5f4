package dev.tenlines.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Received;
import dev.tenlines.mock.Script;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.Lab;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Prompt.Role;
import dev.tenlines.model.Prompt.Turn;
import dev.tenlines.model.Provider;
import dev.tenlines.model.Provider.Call;
import dev.tenlines.model.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * What we send is what clients send that others wrote and keep up to date: the same path and
 * headers, and the same value under every name that both send. What only one of them sends is
 * listed here, so that a change on either side is seen.
 */
class RequestShapeTest {
  private static final String KEY = "sk-secret";
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"label":{"type":"string","enum":["delivery","returns"]}},
       "required":["label"],"additionalProperties":false}\
      """;
  private static final Prompt PROMPT =
      new Prompt(
          "You sort letters.",
          List.of(
              new Turn(Role.USER, "Where is my parcel?"),
              new Turn(Role.MODEL, "It is late."),
              new Turn(Role.USER, "Why?")),
          SCHEMA,
          321,
          0,
          false);

  /** What only we send, and why. */
  private static final Map<Dialect, Set<String>> ONLY_OURS =
      Map.of(
          // A seed makes a repeated question comparable.
          Dialect.OPENAI, Set.of("seed"),
          Dialect.ANTHROPIC, Set.of(),
          // The newer field takes a JSON schema as it is.
          Dialect.GEMINI, Set.of("generationConfig.responseJsonSchema"));

  private static final Map<Dialect, Set<String>> ONLY_THEIRS =
      Map.of(
          Dialect.OPENAI, Set.of(),
          Dialect.ANTHROPIC, Set.of(),
          // One candidate is the default, and instructions have no other role.
          Dialect.GEMINI,
              Set.of(
                  "generationConfig.candidateCount",
                  "generationConfig.responseSchema",
                  "systemInstruction.role"));

  private final MockProvider mock = MockProvider.start(0, Script.answers());

  @AfterEach
  void close() {
    mock.close();
  }

  /** How the answer is wanted. */
  enum How {
    WHOLE,
    STREAM
  }

  @ParameterizedTest
  @EnumSource
  void openAi_isAskedAsOthersAskIt(How how) throws Exception {
    same(Dialect.OPENAI, "gpt-4.1-mini", how, List.of("authorization"));
  }

  @ParameterizedTest
  @EnumSource
  void anthropic_isAskedAsOthersAskIt(How how) throws Exception {
    same(Dialect.ANTHROPIC, "claude-haiku-4-5", how, List.of("x-api-key", "anthropic-version"));
  }

  @ParameterizedTest
  @EnumSource
  void gemini_isAskedAsOthersAskIt(How how) throws Exception {
    same(Dialect.GEMINI, "gemini-2.5-flash", how, List.of("x-goog-api-key"));
  }

  private void same(Dialect dialect, String model, How how, List<String> headers) throws Exception {
    Received ours = ours(dialect, model, how);
    Received theirs = theirs(dialect, model, how);

    assertThat(ours.path()).isEqualTo(theirs.path());
    for (String header : headers) {
      assertThat(ours.headers().get(header)).as(header).isEqualTo(theirs.headers().get(header));
    }
    assertThat(theirs.headers().get("content-type")).startsWith("application/json");
    assertThat(ours.headers().get("content-type")).startsWith("application/json");
    Map<String, String> our = flat(ours.body());
    Map<String, String> their = flat(theirs.body());
    assertThat(our.keySet()).as("read at all").hasSizeGreaterThan(8);
    for (String name : our.keySet()) {
      if (their.containsKey(name)) {
        assertThat(our.get(name)).as(name).isEqualTo(their.get(name));
      }
    }
    assertThat(only(our, their)).as("only we send").isEqualTo(ONLY_OURS.get(dialect));
    assertThat(only(their, our)).as("only they send").isEqualTo(ONLY_THEIRS.get(dialect));
  }

  /** Names in one and not in the other; of a schema its own name stands for all it holds. */
  private static Set<String> only(Map<String, String> one, Map<String, String> other) {
    Set<String> only = new TreeSet<>();
    for (String name : one.keySet()) {
      if (!other.containsKey(name)) {
        only.add(name.replaceFirst("(response(Json)?Schema).*", "$1"));
      }
    }
    return only;
  }

  /** Every value by its path. A text may stand bare or as the only block of a list. */
  private static Map<String, String> flat(JsonNode body) {
    Map<String, String> flat = new TreeMap<>();
    flat("", body, flat);
    return flat;
  }

  private static void flat(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties().forEach(entry -> flat(path + "." + entry.getKey(), entry.getValue(), into));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flat(path + "[" + i + "]", node.path(i), into);
      }
    } else if (path.endsWith(".content")) {
      into.put(path.substring(1) + "[0].text", node.asString());
      into.put(path.substring(1) + "[0].type", "text");
    } else if (!node.isNull()) {
      into.put(path.substring(1), node.isNumber() ? "" + node.asDouble() : node.asString());
    }
  }

  private Received ours(Dialect dialect, String name, How how) {
    ModelSettings model =
        new ModelSettings("m", dialect, base(dialect), name, KEY, null, true, false, Lab.LONG);
    try (HttpProvider provider = new HttpProvider(model, new TestClock())) {
      Reply reply =
          provider.send(
              PROMPT,
              new Call(
                  Duration.ofSeconds(20),
                  how == How.STREAM ? piece -> {} : null,
                  Provider.Leaving.NEVER));
      assertThat(reply).isInstanceOf(Reply.Whole.class);
    }
    return mock.received().getLast();
  }

  private URI base(Dialect dialect) {
    return URI.create(mock.baseUrl(dev.tenlines.mock.Dialect.valueOf(dialect.name())));
  }

  private Received theirs(Dialect dialect, String name, How how) throws Exception {
    ChatRequest request =
        ChatRequest.builder()
            .messages(
                SystemMessage.from("You sort letters."),
                UserMessage.from("Where is my parcel?"),
                AiMessage.from("It is late."),
                UserMessage.from("Why?"))
            .temperature(0.0)
            .maxOutputTokens(321)
            .responseFormat(
                ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(
                        JsonSchema.builder()
                            .name("answer")
                            .rootElement(
                                JsonObjectSchema.builder()
                                    .addProperty(
                                        "label",
                                        JsonEnumSchema.builder()
                                            .enumValues("delivery", "returns")
                                            .build())
                                    .required("label")
                                    .additionalProperties(false)
                                    .build())
                            .build())
                    .build())
            .build();
    if (how == How.WHOLE) {
      whole(dialect, name).chat(request);
    } else {
      CompletableFuture<ChatResponse> done = new CompletableFuture<>();
      streaming(dialect, name).chat(request, new Waiting(done));
      done.get(30, TimeUnit.SECONDS);
    }
    return mock.received().getLast();
  }

  private ChatModel whole(Dialect dialect, String name) {
    String base = base(dialect).toString();
    return switch (dialect) {
      case OPENAI ->
          OpenAiChatModel.builder()
              .baseUrl(base)
              .apiKey(KEY)
              .modelName(name)
              .strictJsonSchema(true)
              .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
              .build();
      case ANTHROPIC ->
          AnthropicChatModel.builder()
              .baseUrl(base + "/v1/")
              .apiKey(KEY)
              .modelName(name)
              .supportedCapabilities(Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA))
              .build();
      default ->
          GoogleAiGeminiChatModel.builder()
              .baseUrl(base + "/v1beta")
              .apiKey(KEY)
              .modelName(name)
              .build();
    };
  }

  private StreamingChatModel streaming(Dialect dialect, String name) {
    String base = base(dialect).toString();
    return switch (dialect) {
      case OPENAI ->
          OpenAiStreamingChatModel.builder()
              .baseUrl(base)
              .apiKey(KEY)
              .modelName(name)
              .strictJsonSchema(true)
              .build();
      case ANTHROPIC ->
          AnthropicStreamingChatModel.builder()
              .baseUrl(base + "/v1/")
              .apiKey(KEY)
              .modelName(name)
              .supportedCapabilities(Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA))
              .build();
      default ->
          GoogleAiGeminiStreamingChatModel.builder()
              .baseUrl(base + "/v1beta")
              .apiKey(KEY)
              .modelName(name)
              .build();
    };
  }

  /** Waits for the end of a stream. */
  private record Waiting(CompletableFuture<ChatResponse> done)
      implements StreamingChatResponseHandler {
    @Override
    public void onPartialResponse(String piece) {}

    @Override
    public void onCompleteResponse(ChatResponse response) {
      done.complete(response);
    }

    @Override
    public void onError(Throwable error) {
      done.completeExceptionally(error);
    }
  }
}
