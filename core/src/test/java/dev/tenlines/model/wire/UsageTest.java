package dev.tenlines.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.Reply.Broken;
import dev.tenlines.model.Reply.Whole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What each dialect counts comes out as one record, each token once. */
class UsageTest {
  private static final Usage GUESS = Usage.of(40, 0).guessed();

  @Test
  void anthropic_leavesTheCacheOutOfItsInput_andTellsTheTwoKindsOfWritesApart() {
    assertThat(
            whole(
                Dialect.ANTHROPIC,
                """
                {"model":"claude-sonnet-5-5","stop_reason":"end_turn",
                 "content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"Yes."}],
                 "usage":{"input_tokens":12,"cache_creation_input_tokens":3000,
                  "cache_read_input_tokens":700,
                  "cache_creation":{"ephemeral_5m_input_tokens":1000,"ephemeral_1h_input_tokens":2000},
                  "output_tokens":90,"output_tokens_details":{"thinking_tokens":80},
                  "service_tier":"priority","server_tool_use":null}}\
                """))
        .isEqualTo(new Usage(12, 700, 1000, 2000, 90, 80, "priority", false));
  }

  @Test
  void anthropic_countsUpInAStream_theLastWordStands_andNullOverwritesNothing() {
    assertThat(
            streamed(
                Dialect.ANTHROPIC,
                """
                {"type":"message_start","message":{"model":"claude-sonnet-5-5","usage":{
                 "input_tokens":12,"cache_creation_input_tokens":500,"cache_read_input_tokens":700,
                 "cache_creation":{"ephemeral_5m_input_tokens":100,"ephemeral_1h_input_tokens":400},
                 "output_tokens":1,"service_tier":"standard"}}}\
                """,
                """
                {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\
                """,
                """
                {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Yes."}}\
                """,
                """
                {"type":"message_delta","delta":{"stop_reason":null},"usage":{"output_tokens":20}}\
                """,
                """
                {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":null,
                 "cache_creation_input_tokens":null,"cache_read_input_tokens":null,
                 "output_tokens":33,"service_tier":null}}\
                """,
                """
                {"type":"message_stop"}\
                """))
        .isEqualTo(new Usage(12, 700, 100, 400, 33, 0, "standard", false));
  }

  @Test
  void openAi_hasTheCacheInsideItsInput_andTheReasoningInsideItsOutput() {
    assertThat(
            whole(
                Dialect.OPENAI,
                """
                {"model":"gpt-6-luna","choices":[{"index":0,"finish_reason":"stop",
                 "message":{"role":"assistant","content":"Yes."}}],
                 "usage":{"prompt_tokens":1000,"completion_tokens":70,"total_tokens":1070,
                  "prompt_tokens_details":{"cached_tokens":600,"cache_write_tokens":100},
                  "completion_tokens_details":{"reasoning_tokens":64}}}\
                """))
        .isEqualTo(new Usage(300, 600, 100, 0, 70, 64, null, false));
  }

  @Test
  void openAi_countsInALastChunkWithoutChoices() {
    assertThat(
            streamed(
                Dialect.OPENAI,
                """
                {"model":"gpt-6-luna","choices":[{"index":0,"delta":{"content":"Yes."}}],"usage":null}\
                """,
                """
                {"model":"gpt-6-luna","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],
                 "usage":null}\
                """,
                """
                {"model":"gpt-6-luna","choices":[],"usage":{"prompt_tokens":50,"completion_tokens":9,
                 "prompt_tokens_details":null,"completion_tokens_details":null}}\
                """))
        .isEqualTo(Usage.of(50, 9));
  }

  @Test
  void openAi_namesTheTierItUsed() {
    assertThat(
            whole(
                    Dialect.OPENAI,
                    """
                    {"model":"gpt-6-luna","service_tier":"flex",
                     "choices":[{"finish_reason":"stop","message":{"content":"Yes."}}],
                     "usage":{"prompt_tokens":5,"completion_tokens":2}}\
                    """)
                .tier())
        .isEqualTo("flex");
  }

  @Test
  void gemini_hasTheCacheInsideItsInput_andTheThoughtsOutsideItsOutput() {
    assertThat(
            whole(
                Dialect.GEMINI,
                """
                {"modelVersion":"gemini-3.8-flash","candidates":[{"finishReason":"STOP",
                 "content":{"role":"model","parts":[{"text":"hm","thought":true},{"text":"Yes."}]}}],
                 "usageMetadata":{"promptTokenCount":1000,"cachedContentTokenCount":600,
                  "candidatesTokenCount":20,"thoughtsTokenCount":50,"totalTokenCount":1070}}\
                """))
        .isEqualTo(new Usage(400, 600, 0, 0, 70, 50, null, false));
  }

  @Test
  void gemini_repeatsItsCounts_theLastStand() {
    assertThat(
            streamed(
                Dialect.GEMINI,
                """
                {"candidates":[{"content":{"parts":[{"text":"Y"}]}}],
                 "usageMetadata":{"promptTokenCount":10,"thoughtsTokenCount":7,"totalTokenCount":17}}\
                """,
                """
                {"candidates":[{"content":{"parts":[{"text":"es."}]}}],
                 "usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":2,
                  "thoughtsTokenCount":7,"totalTokenCount":19}}\
                """,
                """
                {"candidates":[{"content":{"parts":[{"text":""}]},"finishReason":"STOP"}],
                 "usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":4,
                  "thoughtsTokenCount":7,"totalTokenCount":21}}\
                """))
        .isEqualTo(new Usage(10, 0, 0, 0, 11, 7, null, false));
  }

  @Test
  void ollama_countsInItsLastLine() {
    assertThat(
            streamed(
                Dialect.OLLAMA,
                """
                {"model":"llama4","message":{"role":"assistant","content":"Yes."},"done":false}\
                """,
                """
                {"model":"llama4","message":{"role":"assistant","content":""},"done":true,
                 "done_reason":"stop","total_duration":5,"prompt_eval_count":26,"eval_count":8}\
                """))
        .isEqualTo(Usage.of(26, 8));
  }

  @Test
  void ollama_whosePromptWasCached_leavesTheCountOut_andOursStands() {
    assertThat(
            streamed(
                Dialect.OLLAMA,
                """
                {"model":"llama4","message":{"content":"Yes."},"done":true,"done_reason":"stop",
                 "eval_count":8}\
                """))
        .isEqualTo(Usage.of(40, 8).guessed());
  }

  @Test
  void countsThatAreMissingOrAbsurd_areGuessed_neverFree() {
    String answer =
        """
        {"model":"m","choices":[{"finish_reason":"stop",
         "message":{"content":"An answer of forty characters, no fewer!"}}]%s}\
        """;
    Usage guessed = Usage.of(40, 10).guessed();

    assertThat(whole(Dialect.OPENAI, answer.formatted(""))).isEqualTo(guessed);
    assertThat(whole(Dialect.OPENAI, answer.formatted(",\"usage\":null"))).isEqualTo(guessed);
    assertThat(whole(Dialect.OPENAI, answer.formatted(",\"usage\":{}"))).isEqualTo(guessed);
    for (String counts : new String[] {"0", "-3", "1e400", "\"many\""}) {
      String usage = ",\"usage\":{\"prompt_tokens\":%s,\"completion_tokens\":%s}";
      assertThat(whole(Dialect.OPENAI, answer.formatted(usage.formatted(counts, counts))))
          .as(counts)
          .isEqualTo(guessed);
    }
    String half = ",\"usage\":{\"prompt_tokens\":33}";
    assertThat(whole(Dialect.OPENAI, answer.formatted(half))).isEqualTo(Usage.of(33, 10).guessed());
  }

  @Test
  void aStreamThatBroke_costsItsPrompt_andWhatCameUntilThen() {
    Gathering gathering = new Gathering("m", GUESS, null);
    Wire wire = Wire.of(Dialect.ANTHROPIC);
    read(
        wire,
        gathering,
        """
        {"type":"message_start","message":{"usage":{"input_tokens":12,"output_tokens":1}}}\
        """);
    for (int i = 0; i < 5; i++) {
      read(
          wire,
          gathering,
          """
          {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"word "}}\
          """);
    }

    assertThat(gathering.reply()).isInstanceOf(Broken.class);
    assertThat(gathering.used().input()).isEqualTo(12);
    assertThat(gathering.used().output()).isBetween(5L, 10L);
    assertThat(gathering.used().estimated()).isTrue();
  }

  private static Usage whole(Dialect dialect, String body) {
    Gathering gathering = new Gathering("m", GUESS, null);
    Wire.of(dialect).whole(JsonMapper.shared().readTree(body), gathering);
    return ((Whole) gathering.reply()).usage();
  }

  private static Usage streamed(Dialect dialect, String... events) {
    Gathering gathering = new Gathering("m", GUESS, null);
    for (String event : events) {
      read(Wire.of(dialect), gathering, event);
    }
    return ((Whole) gathering.reply()).usage();
  }

  private static void read(Wire wire, Gathering gathering, String event) {
    wire.event(JsonMapper.shared().readTree(event), gathering);
  }
}
