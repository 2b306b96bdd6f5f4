package dev.tenlines.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that others wrote understand the mock: it and our own reader do not share one error. */
class LangChainClientsTest {
  private static final String ASKED = "Where is my card?";
  private static final String SAID = "Your card left us on Monday — all is well.";
  private final MockProvider mock = MockProvider.start(0, Script.answers(r -> SAID).cached(2, 1));

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void openai_whole() {
    ChatModel model =
        OpenAiChatModel.builder()
            .baseUrl(mock.baseUrl(Dialect.OPENAI))
            .apiKey("k")
            .modelName("gpt-4.1-mini")
            .build();
    OpenAiTokenUsage usage = (OpenAiTokenUsage) understood(whole(model), 5);

    assertThat(usage.inputTokensDetails().cachedTokens()).isEqualTo(2);
  }

  @Test
  void openai_streamed() throws Exception {
    StreamingChatModel model =
        OpenAiStreamingChatModel.builder()
            .baseUrl(mock.baseUrl(Dialect.OPENAI))
            .apiKey("k")
            .modelName("gpt-4.1-mini")
            .build();
    OpenAiTokenUsage usage = (OpenAiTokenUsage) understood(streamed(model), 5);

    assertThat(usage.inputTokensDetails().cachedTokens()).isEqualTo(2);
  }

  @Test
  void anthropic_whole() {
    ChatModel model =
        AnthropicChatModel.builder()
            .baseUrl(mock.baseUrl(Dialect.ANTHROPIC) + "/v1/")
            .apiKey("k")
            .modelName("claude-haiku-4-5")
            .maxTokens(100)
            .build();
    AnthropicTokenUsage usage = (AnthropicTokenUsage) understood(whole(model), 2);

    assertThat(usage.cacheReadInputTokens()).isEqualTo(2);
    assertThat(usage.cacheCreationInputTokens()).isEqualTo(1);
  }

  @Test
  void anthropic_streamed() throws Exception {
    StreamingChatModel model =
        AnthropicStreamingChatModel.builder()
            .baseUrl(mock.baseUrl(Dialect.ANTHROPIC) + "/v1/")
            .apiKey("k")
            .modelName("claude-haiku-4-5")
            .maxTokens(100)
            .build();
    AnthropicTokenUsage usage = (AnthropicTokenUsage) understood(streamed(model), 2);

    assertThat(usage.cacheReadInputTokens()).isEqualTo(2);
  }

  @Test
  void gemini_whole() {
    ChatModel model =
        GoogleAiGeminiChatModel.builder()
            .baseUrl(mock.baseUrl(Dialect.GEMINI) + "/v1beta")
            .apiKey("k")
            .modelName("gemini-2.5-flash")
            .build();

    understood(whole(model), 5);
  }

  @Test
  void gemini_streamed() throws Exception {
    StreamingChatModel model =
        GoogleAiGeminiStreamingChatModel.builder()
            .baseUrl(mock.baseUrl(Dialect.GEMINI) + "/v1beta")
            .apiKey("k")
            .modelName("gemini-2.5-flash")
            .build();

    understood(streamed(model), 5);
  }

  private static ChatResponse whole(ChatModel model) {
    return model.chat(
        ChatRequest.builder()
            .messages(dev.langchain4j.data.message.UserMessage.from(ASKED))
            .build());
  }

  private static ChatResponse streamed(StreamingChatModel model) throws Exception {
    CompletableFuture<ChatResponse> done = new CompletableFuture<>();
    StringBuilder pieces = new StringBuilder();
    model.chat(
        ASKED,
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String piece) {
            pieces.append(piece);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            done.complete(response);
          }

          @Override
          public void onError(Throwable error) {
            done.completeExceptionally(error);
          }
        });
    ChatResponse response = done.get(30, TimeUnit.SECONDS);
    assertThat(pieces).hasToString(SAID);
    return response;
  }

  private dev.langchain4j.model.output.TokenUsage understood(ChatResponse response, int input) {
    assertThat(response.aiMessage().text()).isEqualTo(SAID);
    assertThat(response.finishReason()).isEqualTo(dev.langchain4j.model.output.FinishReason.STOP);
    assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(input);
    assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(11);
    assertThat(mock.counts().output()).isEqualTo(11);
    return response.tokenUsage();
  }
}
