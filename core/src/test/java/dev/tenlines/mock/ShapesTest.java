package dev.tenlines.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The shapes that the providers were recorded to send. */
class ShapesTest {
  private final MockProvider mock =
      MockProvider.start(0, Script.answers().cached(100, 20).thinking(3));

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void anthropic_sendsItsEventsInOrder() {
    List<String> types =
        Call.stream(Dialect.ANTHROPIC).events(mock).stream()
            .map(event -> event.path("type").asString())
            .distinct()
            .toList();

    assertThat(types)
        .containsExactly(
            "message_start",
            "ping",
            "content_block_start",
            "content_block_delta",
            "content_block_stop",
            "message_delta",
            "message_stop");
  }

  @Test
  void anthropic_leavesTheCacheOutOfItsInput_andCountsThoughtsAsOutput() {
    List<JsonNode> events = Call.stream(Dialect.ANTHROPIC).events(mock);
    JsonNode start = events.getFirst().at("/message/usage");
    JsonNode end = events.get(events.size() - 2).path("usage");

    assertThat(start.path("input_tokens").asInt()).isZero();
    assertThat(start.path("cache_read_input_tokens").asInt()).isEqualTo(100);
    assertThat(start.path("cache_creation_input_tokens").asInt()).isEqualTo(20);
    assertThat(start.at("/cache_creation/ephemeral_5m_input_tokens").asInt()).isEqualTo(20);
    assertThat(end.path("output_tokens").asInt()).isEqualTo(19);
    assertThat(end.at("/output_tokens_details/thinking_tokens").asInt()).isEqualTo(3);
  }

  @Test
  void openai_hasTheCacheInItsPrompt_andUsageOnlyWhenAsked() {
    List<JsonNode> events = Call.stream(Dialect.OPENAI).events(mock);
    JsonNode last = events.getLast();

    assertThat(last.path("choices").isArray()).isTrue();
    assertThat(last.path("choices").isEmpty()).isTrue();
    assertThat(last.at("/usage/prompt_tokens").asInt()).isEqualTo(120);
    assertThat(last.at("/usage/prompt_tokens_details/cached_tokens").asInt()).isEqualTo(100);
    assertThat(last.at("/usage/completion_tokens").asInt()).isEqualTo(19);
    assertThat(last.at("/usage/completion_tokens_details/reasoning_tokens").asInt()).isEqualTo(3);

    Call unasked = Call.stream(Dialect.OPENAI);
    unasked.body().remove("stream_options");
    assertThat(unasked.events(mock)).noneMatch(event -> event.has("usage"));
    assertThat(unasked.send(mock).body()).endsWith("data: [DONE]\n\n");
  }

  @Test
  void gemini_repeatsItsCounts_andLeavesThoughtsOut() {
    List<JsonNode> events = Call.stream(Dialect.GEMINI).events(mock);
    JsonNode usage = events.getLast().path("usageMetadata");

    assertThat(events).allMatch(event -> event.path("usageMetadata").has("promptTokenCount"));
    assertThat(usage.path("promptTokenCount").asInt()).isEqualTo(120);
    assertThat(usage.path("cachedContentTokenCount").asInt()).isEqualTo(100);
    assertThat(usage.path("candidatesTokenCount").asInt()).isEqualTo(16);
    assertThat(usage.path("thoughtsTokenCount").asInt()).isEqualTo(3);
    assertThat(usage.path("totalTokenCount").asInt()).isEqualTo(139);
    assertThat(events.getLast().at("/candidates/0/finishReason").asString()).isEqualTo("STOP");
  }

  @Test
  void ollama_streamsUnlessToldNotTo_inLines() {
    Call call = Call.stream(Dialect.OLLAMA);
    call.body().remove("stream");
    HttpResponse<String> response = call.send(mock);

    assertThat(response.headers().firstValue("content-type")).hasValue("application/x-ndjson");
    String last = response.body().lines().toList().getLast();
    assertThat(last).contains("\"done\":true", "\"done_reason\":\"stop\"", "\"eval_count\":19");
  }

  @Test
  void openai_showsProbabilities_whenAsked() {
    Call call = Call.whole(Dialect.OPENAI);
    call.body().put("logprobs", true).put("top_logprobs", 2);
    JsonNode tokens = call.json(mock).at("/choices/0/logprobs/content");

    assertThat(tokens.size()).isEqualTo(16);
    assertThat(tokens.at("/0/token").asString()).isEqualTo("Here");
    assertThat(tokens.at("/0/top_logprobs").size()).isEqualTo(2);
    assertThat(tokens.at("/0/top_logprobs/0/token").asString()).isEqualTo("Here");
  }

  @Test
  void goodAnswers_sayWhatIsLeftOfTheLimits() {
    assertThat(Call.whole(Dialect.ANTHROPIC).send(mock).headers().map())
        .containsKeys("request-id", "anthropic-ratelimit-input-tokens-remaining");
    assertThat(Call.whole(Dialect.OPENAI).send(mock).headers().map())
        .containsKeys("x-request-id", "x-ratelimit-reset-tokens");
  }

  @Test
  void missingKey_is401() {
    for (Dialect dialect : List.of(Dialect.ANTHROPIC, Dialect.OPENAI, Dialect.GEMINI)) {
      Call call = Call.whole(dialect);
      java.net.http.HttpRequest bare =
          java.net.http.HttpRequest.newBuilder(call.request(mock).uri())
              .POST(java.net.http.HttpRequest.BodyPublishers.ofString(call.body().toString()))
              .build();
      assertThat(status(bare)).isEqualTo(401);
    }
  }

  @Test
  void newestModels_refuseATemperature() {
    for (String model : List.of("claude-opus-4-7", "claude-sonnet-5-5", "claude-fable-5-1")) {
      Call call = Call.of(Dialect.ANTHROPIC, model, false);
      call.body().put("temperature", 0);
      assertThat(call.send(mock).statusCode()).isEqualTo(400);
    }
    Call old = Call.of(Dialect.ANTHROPIC, "claude-haiku-4-5", false);
    old.body().put("temperature", 0);
    assertThat(old.send(mock).statusCode()).isEqualTo(200);
  }

  @Test
  void anthropic_needsMaxTokens_andKnowsItsFields() {
    Call without = Call.whole(Dialect.ANTHROPIC);
    without.body().remove("max_tokens");
    Call strange = Call.whole(Dialect.ANTHROPIC);
    strange.body().put("colour", "blue");

    assertThat(without.send(mock).body()).contains("max_tokens: Field required");
    assertThat(strange.send(mock).body()).contains("colour: Extra inputs are not permitted");
  }

  private static int status(java.net.http.HttpRequest request) {
    try (java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
