package dev.tenlines.spring.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.tenlines.cost.Usage;
import dev.tenlines.model.Failure;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Provider;
import dev.tenlines.model.Reply;
import dev.tenlines.model.Reply.Broken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chat model of LangChain4j as a provider. */
record LangChain4jProvider(ChatModel model) implements Provider {

  @Override
  public Reply send(Prompt prompt, Call call) {
    BeanCall bean = new BeanCall(prompt, call, LangChain4jProvider::failure);
    return bean.run(() -> reply(model.chat(request(prompt)), bean));
  }

  private ChatRequest request(Prompt prompt) {
    List<ChatMessage> messages = new ArrayList<>();
    if (!prompt.system().isEmpty()) {
      messages.add(SystemMessage.from(prompt.system()));
    }
    prompt
        .turns()
        .forEach(turn ->
            messages.add(
                turn.role() == Prompt.Role.USER
                    ? UserMessage.from(turn.text())
                    : AiMessage.from(turn.text())));
    ChatRequest.Builder request =
        ChatRequest.builder().messages(messages).maxOutputTokens(prompt.mostOutput());
    String schema = prompt.schema();
    if (schema != null
        && model.supportedCapabilities().contains(Capability.RESPONSE_FORMAT_JSON_SCHEMA)) {
      JsonSchema kept =
          JsonSchema.builder().name("answer").rootElement(JsonRawSchema.from(schema)).build();
      request.responseFormat(
          ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(kept).build());
    }
    return request.build();
  }

  private static Reply reply(ChatResponse response, BeanCall bean) {
    Usage usage = usage(response.tokenUsage(), bean);
    @Nullable FinishReason reason = response.finishReason();
    if (reason == FinishReason.LENGTH) {
      return Broken.used(Failure.TRUNCATED, "the bean stopped at its length limit", usage);
    }
    if (reason == FinishReason.CONTENT_FILTER) {
      return Broken.used(Failure.REFUSED, "the bean refused", usage);
    }
    if (response.aiMessage().hasToolExecutionRequests()) {
      return Broken.used(Failure.INVALID, "the bean called a tool that was not offered", usage);
    }
    @Nullable String name = response.modelName();
    return bean.whole(response.aiMessage().text(), usage, name == null ? "" : name);
  }

  private static Usage usage(@Nullable TokenUsage told, BeanCall bean) {
    return told == null || told.inputTokenCount() == null || told.outputTokenCount() == null
        ? bean.guess()
        : Usage.of(told.inputTokenCount(), told.outputTokenCount());
  }

  private static Failure failure(Throwable cause) {
    return switch (cause) {
      case RateLimitException e -> Failure.OVERLOADED;
      case InternalServerException e -> Failure.OVERLOADED;
      case TimeoutException e -> Failure.TIMEOUT;
      case UnresolvedModelServerException e -> Failure.UNREACHABLE;
      case ContentFilteredException e -> Failure.REFUSED;
      case AuthenticationException e -> Failure.MISCONFIGURED;
      case ModelNotFoundException e -> Failure.MISCONFIGURED;
      case InvalidRequestException e -> Failure.MISCONFIGURED;
      case UnsupportedFeatureException e -> Failure.MISCONFIGURED;
      default -> Failure.INVALID;
    };
  }
}
