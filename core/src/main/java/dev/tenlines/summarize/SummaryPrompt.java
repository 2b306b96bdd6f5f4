package dev.tenlines.summarize;

import dev.tenlines.ladder.Ask;
import dev.tenlines.model.Marks;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.PromptFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a model is told to write a summary with, and what it says. */
record SummaryPrompt(PromptFile file) {
  static final String WRONG =
      "There was no sentence in your answer that could be read. Answer with JSON and nothing else:"
          + " {\"sentences\": [{\"text\": \"…\", \"from\": [1]}]}";

  /** Of every language: some need three tokens for a word, and each sentence has its frame. */
  private static final int TOKENS_PER_WORD = 3;

  private static final int TOKENS_BESIDE = 300;
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"sentences":{"type":"array","items":{"type":"object","properties":\
      {"text":{"type":"string"},"from":{"type":"array","items":{"type":"integer"}}},\
      "required":["text","from"],"additionalProperties":false}}},\
      "required":["sentences"],"additionalProperties":false}\
      """;

  /**
   * A sentence as a model says it.
   *
   * @param from the numbers it names, from 1
   */
  record Said(String text, List<Integer> from) {
    Said {
      from = List.copyOf(from);
    }
  }

  /** The prompt for sentences that a model numbers from 1. */
  Prompt of(Ask ask, List<String> sentences, int words) {
    String input = numbered(sentences);
    Map<String, String> places =
        Map.of("mark", Marks.of(ask.id(), input), "input", input, "words", Integer.toString(words));
    return file.with(places, SCHEMA).withMostOutput(output(words));
  }

  /** How many tokens a summary of so many words may take. */
  int output(int words) {
    return Math.max(file.mostOutput(), TOKENS_BESIDE + TOKENS_PER_WORD * words);
  }

  private static String numbered(List<String> sentences) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      lines.add("[" + (i + 1) + "] " + sentences.get(i));
    }
    return String.join("\n", lines);
  }

  /** One object of a model's answer as a sentence; null where it is none. */
  static @Nullable Said read(String json) {
    try {
      JsonNode node = JsonMapper.shared().readTree(json);
      if (!node.path("text").isString()) {
        return null;
      }
      List<Integer> from = new ArrayList<>();
      for (JsonNode number : node.path("from")) {
        from.add(number.asInt(0));
      }
      return new Said(node.path("text").asString(), from);
    } catch (JacksonException e) {
      return null;
    }
  }
}
