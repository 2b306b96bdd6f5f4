package dev.tenlines.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for each dialect. */
class MockProviderTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SENTENCE =
      "Here is a good answer of twelve words from the mock provider.";

  /** 61 characters. */
  private static final int ANSWER_TOKENS = 16;

  @ParameterizedTest
  @EnumSource
  void whole_says_the_sentence_and_what_it_cost(Dialect dialect) {
    try (MockProvider mock = MockProvider.start(0, Script.answers())) {
      JsonNode json = Call.whole(dialect).json(mock);

      assertThat(json.at(text(dialect)).stringValue()).isEqualTo(SENTENCE);
      assertThat(json.at(input(dialect)).asInt()).isEqualTo(Call.PROMPT_TOKENS);
      assertThat(json.at(output(dialect)).asInt()).isEqualTo(ANSWER_TOKENS);
      assertThat(json.at(reason(dialect)).stringValue().toLowerCase(java.util.Locale.ROOT))
          .isIn("stop", "end_turn");
      Counts counts = mock.counts();
      assertThat(counts.answered()).isEqualTo(1);
      assertThat(counts.of("some-model").input()).isEqualTo(Call.PROMPT_TOKENS);
      assertThat(counts.of("some-model").output()).isEqualTo(ANSWER_TOKENS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stream_says_the_same_in_pieces(Dialect dialect) {
    try (MockProvider mock = MockProvider.start(0, Script.answers())) {
      List<JsonNode> events = Call.stream(dialect).events(mock);

      StringBuilder text = new StringBuilder();
      events.forEach(event -> text.append(event.at(delta(dialect)).stringValue("")));
      assertThat(text).hasToString(SENTENCE);
      JsonNode last = events.stream().filter(e -> usage(dialect, e)).toList().getLast();
      assertThat(last.at(input(dialect)).asInt()).isEqualTo(Call.PROMPT_TOKENS);
      assertThat(last.at(output(dialect)).asInt()).isEqualTo(ANSWER_TOKENS);
      assertThat(mock.counts().output()).isEqualTo(ANSWER_TOKENS);
      assertThat(mock.counts().answered()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void schema_isKeptByTheSmallestValue(Dialect dialect) {
    String schema =
        """
        {"type":"object","properties":{"label":{"type":"string","enum":["lost","late"]},
        "sure":{"type":"number","minimum":0.5}},"required":["label","sure"],
        "additionalProperties":false}\
        """;
    try (MockProvider mock = MockProvider.start(0, Script.answers())) {
      JsonNode json =
          Call.whole(dialect).withSchema(JsonMapper.shared().readTree(schema)).json(mock);

      assertThat(json.at(text(dialect)).stringValue())
          .isEqualTo("{\"label\":\"lost\",\"sure\":0.5}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void unknownModel_is404_inTheDialectsShape(Dialect dialect) {
    try (MockProvider mock = MockProvider.start(0, Script.answers())) {
      HttpResponse<String> response = Call.of(dialect, "unknown-1", false).send(mock);

      assertThat(response.statusCode()).isEqualTo(404);
      JsonNode error = JsonMapper.shared().readTree(response.body()).path("error");
      switch (dialect) {
        case ANTHROPIC -> assertThat(error.path("type").asString()).isEqualTo("not_found_error");
        case OPENAI -> assertThat(error.path("code").asString()).isEqualTo("model_not_found");
        case GEMINI -> assertThat(error.path("status").asString()).isEqualTo("NOT_FOUND");
        case OLLAMA -> assertThat(error.asString()).contains("not found");
      }
      assertThat(mock.counts().input()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void missingMessages_are400_exceptForOllama(Dialect dialect) {
    try (MockProvider mock = MockProvider.start(0, Script.answers())) {
      Call call = Call.whole(dialect);
      call.body().remove(List.of("messages", "contents"));

      assertThat(call.send(mock).statusCode()).isEqualTo(dialect == Dialect.OLLAMA ? 200 : 400);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancel_inMidStream_isCountedWithWhatWasSent(Dialect dialect) throws Exception {
    Script endless = Script.answers().paced(Duration.ofMillis(1), 100_000);
    try (MockProvider mock = MockProvider.start(0, endless)) {
      Call call = Call.stream(dialect);
      if (dialect == Dialect.ANTHROPIC) {
        call.body().put("max_tokens", 100_000);
      }
      try (Socket socket = call.open(mock)) {
        InputStream in = socket.getInputStream();
        assertThat(in.readNBytes(4_000)).hasSize(4_000);
      }

      assertThat(mock.await(counts -> counts.cancelled() == 1, SOON)).isTrue();
      Received received = mock.received().getFirst();
      assertThat(received.cancelled()).isTrue();
      assertThat(received.answered()).isFalse();
      assertThat(received.tokensSent()).isPositive().isEqualTo(mock.counts().output());
      assertThat(mock.counts().input()).isEqualTo(Call.PROMPT_TOKENS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancel_beforeTheHeader_isCountedWithNothing(Dialect dialect) throws Exception {
    try (MockProvider mock = MockProvider.start(0, Script.always(Fault.C08))) {
      try (Socket socket = Call.whole(dialect).open(mock)) {
        assertThat(mock.await(counts -> counts.requests() == 1, SOON)).isTrue();
        assertThat(socket.isConnected()).isTrue();
      }

      assertThat(mock.await(counts -> counts.cancelled() == 1, SOON)).isTrue();
      assertThat(mock.counts().input() + mock.counts().output()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void received_saysWhatWasAsked(Dialect dialect) {
    try (MockProvider mock = MockProvider.start(0, Script.answers(r -> "to " + r.user()))) {
      JsonNode json = Call.whole(dialect).json(mock);

      assertThat(json.at(text(dialect)).asString()).isEqualTo("to " + Call.USER);
      Received received = mock.received().getFirst();
      assertThat(received.dialect()).isEqualTo(dialect);
      assertThat(received.model()).isEqualTo("some-model");
      assertThat(received.system()).isEqualTo(Call.SYSTEM);
      assertThat(received.messages()).containsExactly(Call.USER);
      assertThat(received.headers()).containsEntry("content-type", "application/json");
      assertThat(received.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shortLimit_endsTheAnswerForItsLength(Dialect dialect) {
    try (MockProvider mock = MockProvider.start(0, Script.answers())) {
      Call call = Call.whole(dialect);
      switch (dialect) {
        case ANTHROPIC -> call.body().put("max_tokens", 3);
        case OPENAI -> call.body().put("max_completion_tokens", 3);
        case GEMINI -> call.body().putObject("generationConfig").put("maxOutputTokens", 3);
        case OLLAMA -> call.body().putObject("options").put("num_predict", 3);
      }
      JsonNode json = call.json(mock);

      assertThat(json.at(text(dialect)).asString()).isEqualTo("Here is a go");
      assertThat(json.at(reason(dialect)).asString()).isIn("max_tokens", "length", "MAX_TOKENS");
    }
  }

  @Test
  void close_endsWhoeverStillWaits() throws Exception {
    MockProvider mock = MockProvider.start(0, Script.always(Fault.C09));
    try (Socket socket = Call.whole(Dialect.OPENAI).open(mock)) {
      assertThat(mock.await(counts -> counts.requests() == 1, SOON)).isTrue();
      mock.close();

      assertThat(mock.received()).allMatch(Received::ended);
      assertThat(Call.bytes(socket, 20_000)).doesNotEndWith("<silence>");
    }
  }

  @Test
  void keepAlive_servesManyRequestsOnOneConnection() throws Exception {
    try (MockProvider mock = MockProvider.start(0, Script.answers());
        java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient()) {
      for (int i = 0; i < 200; i++) {
        Call call = i % 2 == 0 ? Call.whole(Dialect.OPENAI) : Call.stream(Dialect.OPENAI);
        assertThat(
                client.send(call.request(mock), HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
      }
      assertThat(mock.counts().answered()).isEqualTo(200);
    }
  }

  static String text(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> "/content/0/text";
      case OPENAI -> "/choices/0/message/content";
      case GEMINI -> "/candidates/0/content/parts/0/text";
      case OLLAMA -> "/message/content";
    };
  }

  private static String delta(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> "/delta/text";
      case OPENAI -> "/choices/0/delta/content";
      case GEMINI, OLLAMA -> text(dialect);
    };
  }

  private static String reason(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> "/stop_reason";
      case OPENAI -> "/choices/0/finish_reason";
      case GEMINI -> "/candidates/0/finishReason";
      case OLLAMA -> "/done_reason";
    };
  }

  private static String input(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> "/usage/input_tokens";
      case OPENAI -> "/usage/prompt_tokens";
      case GEMINI -> "/usageMetadata/promptTokenCount";
      case OLLAMA -> "/prompt_eval_count";
    };
  }

  private static String output(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> "/usage/output_tokens";
      case OPENAI -> "/usage/completion_tokens";
      case GEMINI -> "/usageMetadata/candidatesTokenCount";
      case OLLAMA -> "/eval_count";
    };
  }

  private static boolean usage(Dialect dialect, JsonNode event) {
    return event.at(output(dialect)).isNumber();
  }
}
