package dev.tenlines.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.TokenUsage;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Tenlines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application's own chat models as rungs, {@code model:bean:NAME}. */
final class ChatModelBeansTest {
  private static final String LABEL = "{\"label\": \"lost_card\"}";

  @TempDir private Path directory;

  /** 1,000 tokens in and 100 out cost 1.10 USD: what a bean says of its tokens is booked. */
  @BeforeEach
  void price() throws Exception {
    StringBuilder prices = new StringBuilder("prices:\n");
    for (String name : List.of("own", "theirs", "busy")) {
      prices.append(
          "  - { provider: openai, model: %s, input: 1000, output: 1000 }\n".formatted(name));
    }
    Files.writeString(directory.resolve("prices.yaml"), prices);
  }

  @Test
  void chatModelOfSpringAi_isARung_andItsTokensAreBooked() {
    Outcome<?> outcome = ask("own");

    assertThat(((Deferred<?>) outcome).proposal()).isEqualTo("lost_card");
    assertThat(outcome.trace().charge().amount()).isEqualTo("1.100000");
  }

  @Test
  void chatModelOfLangChain4j_isARung_andItsTokensAreBooked() {
    Outcome<?> outcome = ask("theirs");

    assertThat(((Deferred<?>) outcome).proposal()).isEqualTo("lost_card");
    assertThat(outcome.trace().charge().amount()).isEqualTo("1.100000");
  }

  @Test
  void beanThatFails_isFollowedByThePerson_withItsKindOfFailureAlone() {
    Outcome<?> outcome = ask("busy");

    assertThat(((Deferred<?>) outcome).proposal()).isNull();
    assertThat(outcome.trace().steps().getFirst().reason())
        .startsWith("OVERLOADED")
        .doesNotContain("sk-secret");
    assertThat(outcome.trace().charge().isZero()).isTrue();
  }

  @Test
  void application_withoutEitherLibrary_works() {
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withClassLoader(new FilteredClassLoader("dev.langchain4j", "org.springframework.ai"))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Tenlines.class));
  }

  private Outcome<?> ask(String bean) {
    Outcome<?>[] outcome = new Outcome<?>[1];
    Contexts.in(directory)
        .withUserConfiguration(Models.class)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues("tenlines.features.triage.rungs=model:bean:" + bean + ",review")
        .run(context ->
            outcome[0] = context.getBean(Tenlines.class).ask("triage", "My card was stolen"));
    return outcome[0];
  }

  @Configuration(proxyBeanMethods = false)
  static class Models {

    @Bean
    org.springframework.ai.chat.model.ChatModel own() {
      return new org.springframework.ai.chat.model.ChatModel() {
        @Override
        public ChatResponse call(Prompt prompt) {
          return new ChatResponse(
              List.of(new Generation(new AssistantMessage(LABEL))),
              ChatResponseMetadata.builder()
                  .model("own")
                  .usage(new DefaultUsage(1_000, 100))
                  .build());
        }
      };
    }

    @Bean
    dev.langchain4j.model.chat.ChatModel theirs() {
      return new dev.langchain4j.model.chat.ChatModel() {
        @Override
        public dev.langchain4j.model.chat.response.ChatResponse doChat(ChatRequest request) {
          return dev.langchain4j.model.chat.response.ChatResponse.builder()
              .aiMessage(AiMessage.from(LABEL))
              .modelName("theirs")
              .tokenUsage(new TokenUsage(1_000, 100))
              .build();
        }
      };
    }

    @Bean
    dev.langchain4j.model.chat.ChatModel busy() {
      return new dev.langchain4j.model.chat.ChatModel() {
        @Override
        public dev.langchain4j.model.chat.response.ChatResponse doChat(ChatRequest request) {
          throw new RateLimitException("the key sk-secret asks too often");
        }
      };
    }
  }
}
