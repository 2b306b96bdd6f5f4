package dev.tenlines.spring.model;

import dev.tenlines.model.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The chat models of one library among an application's beans.
 *
 * @param providers by bean name; a bean is made when its rung is first climbed
 */
public record ChatModels(Map<String, Provider> providers) {
  public ChatModels {
    providers = Map.copyOf(providers);
  }

  /** Those of LangChain4j. */
  public static ChatModels ofLangChain4j(ListableBeanFactory beans) {
    return of(beans, dev.langchain4j.model.chat.ChatModel.class, LangChain4jProvider::new);
  }

  /** Those of Spring AI. */
  public static ChatModels ofSpringAi(ListableBeanFactory beans) {
    return of(beans, org.springframework.ai.chat.model.ChatModel.class, SpringAiProvider::new);
  }

  private static <M> ChatModels of(
      ListableBeanFactory beans, Class<M> type, Function<M, Provider> adapter) {
    Map<String, Provider> providers = new LinkedHashMap<>();
    for (String name : beans.getBeanNamesForType(type, true, false)) {
      providers.put(
          name, (prompt, call) -> adapter.apply(beans.getBean(name, type)).send(prompt, call));
    }
    return new ChatModels(providers);
  }
}
