package dev.tenlines.mock.voice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as every dialect means it.
 *
 * @param model the model's name
 * @param streamed whether the answer shall come in pieces
 * @param system the texts of the operator
 * @param messages the texts of the conversation
 * @param schema the JSON schema that the answer has to keep, or null
 * @param most the most tokens to generate
 * @param alternatives how many alternatives to show for each token, or -1 for no probabilities
 * @param usageAsked whether a stream shall say what it used
 */
public record Asked(
    String model,
    boolean streamed,
    List<String> system,
    List<String> messages,
    @Nullable JsonNode schema,
    long most,
    int alternatives,
    boolean usageAsked) {

  /** A plain request without schema, limit and probabilities. */
  static Asked plain(String model, boolean streamed, List<String> system, List<String> messages) {
    return new Asked(model, streamed, system, messages, null, Long.MAX_VALUE, -1, true);
  }

  Asked with(@Nullable JsonNode shape, long limit) {
    return new Asked(model, streamed, system, messages, shape, limit, alternatives, usageAsked);
  }

  Asked showing(int shown, boolean usage) {
    return new Asked(model, streamed, system, messages, schema, most, shown, usage);
  }

  /** A token for each four characters of all texts, rounded up, at least one. */
  public long promptTokens() {
    long characters = 0;
    for (String text : system) {
      characters += text.codePointCount(0, text.length());
    }
    for (String text : messages) {
      characters += text.codePointCount(0, text.length());
    }
    return Math.max(1, (characters + 3) / 4);
  }
}
