package dev.tenlines.spring.model;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Failure;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Provider;
import dev.tenlines.model.Reply;
import dev.tenlines.model.Reply.Broken;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** A chat model of Spring AI as a provider. */
record SpringAiProvider(ChatModel model) implements Provider {

  @Override
  public Reply send(Prompt prompt, Call call) {
    BeanCall bean = new BeanCall(prompt, call, SpringAiProvider::failure);
    return bean.run(() -> reply(model.call(request(prompt)), bean));
  }

  private org.springframework.ai.chat.prompt.Prompt request(Prompt prompt) {
    List<Message> messages = new ArrayList<>();
    if (!prompt.system().isEmpty()) {
      messages.add(new SystemMessage(prompt.system()));
    }
    prompt
        .turns()
        .forEach(turn ->
            messages.add(
                turn.role() == Prompt.Role.USER
                    ? new UserMessage(turn.text())
                    : new AssistantMessage(turn.text())));
    // The bean's own options, so that its library finds the kind it knows.
    var options = model.getOptions().mutate();
    options.maxTokens(prompt.mostOutput());
    return new org.springframework.ai.chat.prompt.Prompt(messages, options.build());
  }

  private static Reply reply(ChatResponse response, BeanCall bean) {
    Usage usage = usage(response.getMetadata().getUsage(), bean);
    @Nullable Generation said = response.getResult();
    if (said == null) {
      return Broken.used(Failure.EMPTY, "the bean said nothing", usage);
    }
    @Nullable String reason = said.getMetadata().getFinishReason();
    Failure cut = cut(reason == null ? "" : reason.toLowerCase(Locale.ROOT));
    if (cut != null) {
      return Broken.used(cut, "the bean ended with " + cut, usage);
    }
    if (response.hasToolCalls()) {
      return Broken.used(Failure.INVALID, "the bean called a tool that was not offered", usage);
    }
    @Nullable String name = response.getMetadata().getModel();
    return bean.whole(said.getOutput().getText(), usage, name == null ? "" : name);
  }

  private static @Nullable Failure cut(String reason) {
    return switch (reason) {
      case "length", "max_tokens" -> Failure.TRUNCATED;
      case "content_filter", "refusal", "safety" -> Failure.REFUSED;
      default -> null;
    };
  }

  /** Whether the prompt's count has the cached tokens in it depends on the provider. */
  private static Usage usage(
      org.springframework.ai.chat.metadata.@Nullable Usage told, BeanCall bean) {
    if (told == null || told.getTotalTokens() == 0) {
      return bean.guess();
    }
    Usage counted = Usage.of(told.getPromptTokens(), told.getCompletionTokens());
    boolean cached = some(told.getCacheReadInputTokens()) || some(told.getCacheWriteInputTokens());
    return cached ? counted.guessed() : counted;
  }

  private static boolean some(@Nullable Long count) {
    return count != null && count > 0;
  }

  /** Spring AI's own kinds stand in a module that need not be there: they are known by name. */
  private static Failure failure(Throwable cause) {
    for (@Nullable Throwable at = cause; at != null; at = at.getCause()) {
      switch (at) {
        case SocketTimeoutException e -> {
          return Failure.TIMEOUT;
        }
        case HttpTimeoutException e -> {
          return Failure.TIMEOUT;
        }
        case ConnectException e -> {
          return Failure.UNREACHABLE;
        }
        default -> {
          // Its cause may say more.
        }
      }
    }
    return switch (cause.getClass().getSimpleName()) {
      case "TransientAiException" -> Failure.OVERLOADED;
      case "NonTransientAiException" -> Failure.MISCONFIGURED;
      default -> Failure.INVALID;
    };
  }
}
