package dev.tenlines.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to a model.
 *
 * @param system the instructions: only ours, never data
 * @param turns the conversation; untrusted data stands in it between marks
 * @param schema a JSON schema the answer has to keep, or null for free text
 * @param mostOutput the most tokens it may generate
 * @param sample which of several samples it is; 0 asks for the likeliest answer
 * @param logprobs whether the probabilities of the tokens are wanted where the provider tells them
 */
public record Prompt(
    String system,
    List<Turn> turns,
    @Nullable String schema,
    int mostOutput,
    int sample,
    boolean logprobs) {
  private static final int CHARACTERS_PER_TOKEN = 3;
  private static final int TOKENS_PER_TURN = 8;

  public Prompt {
    turns = List.copyOf(turns);
  }

  /** Who speaks. */
  public enum Role {
    USER,
    MODEL
  }

  /** One turn of the conversation. */
  public record Turn(Role role, String text) {}

  /** A prompt of one turn. */
  public static Prompt of(String system, String user, @Nullable String schema, int mostOutput) {
    return new Prompt(system, List.of(new Turn(Role.USER, user)), schema, mostOutput, 0, false);
  }

  /** The same conversation after the model's answer and what is wrong with it. */
  public Prompt corrected(ModelText answer, String wrong) {
    List<Turn> longer = new ArrayList<>(turns);
    longer.add(answer.asItsOwnWords());
    longer.add(new Turn(Role.USER, wrong));
    return new Prompt(system, longer, schema, mostOutput, sample, logprobs);
  }

  /** The same question with other texts in its turns; the instructions stay. */
  Prompt withTexts(UnaryOperator<String> other) {
    List<Turn> changed =
        turns.stream().map(turn -> new Turn(turn.role(), other.apply(turn.text()))).toList();
    return new Prompt(system, changed, schema, mostOutput, sample, logprobs);
  }

  public Prompt withSample(int number) {
    return new Prompt(system, turns, schema, mostOutput, number, logprobs);
  }

  public Prompt withMostOutput(int tokens) {
    return new Prompt(system, turns, schema, tokens, sample, logprobs);
  }

  public Prompt withLogprobs() {
    return new Prompt(system, turns, schema, mostOutput, sample, true);
  }

  /**
   * An upper guess of its tokens: three characters each, where languages of the Latin script have
   * about four. Money is held by it before the provider has counted.
   */
  public long tokens() {
    long characters = (long) system.length() + (schema == null ? 0 : schema.length());
    for (Turn turn : turns) {
      characters += turn.text().length();
    }
    return characters / CHARACTERS_PER_TOKEN + (long) TOKENS_PER_TURN * (turns.size() + 1);
  }
}
