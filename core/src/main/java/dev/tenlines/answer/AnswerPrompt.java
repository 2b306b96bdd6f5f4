package dev.tenlines.answer;

import dev.tenlines.Turn;
import dev.tenlines.index.Passage;
import dev.tenlines.ladder.Ask;
import dev.tenlines.model.Marks;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.PromptFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a model is told to answer from. What others wrote stands between marks. */
record AnswerPrompt(PromptFile file) {
  private static final String NONE = "none";
  private static final String SCHEMA =
      """
      {"type": "object", "additionalProperties": false, "required": ["statements"],
       "properties": {"statements": {"type": "array", "items": {
         "type": "object", "additionalProperties": false,
         "required": ["statement", "quote", "passage"],
         "properties": {"statement": {"type": "string"}, "quote": {"type": "string"},
           "passage": {"type": "integer"}}}}}}
      """;

  Prompt of(Ask ask, List<Passage> passages) {
    String question = Marks.visible(ask.input());
    String said =
        ask.request().conversation().stream()
            .map(turn -> who(turn) + ": " + Marks.visible(turn.text()))
            .collect(Collectors.joining("\n"));
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      shown.append("Passage ").append(i + 1).append(": ");
      shown.append(Marks.visible(String.join(" > ", passage.path()))).append('\n');
      shown.append(Marks.visible(passage.text()).strip()).append("\n\n");
    }
    String all = shown.toString().strip();
    return file.with(
        Map.of(
            "mark",
            Marks.of(ask.id(), question, said, all),
            "question",
            question,
            "conversation",
            said.isEmpty() ? NONE : said,
            "passages",
            all),
        SCHEMA);
  }

  private static String who(Turn turn) {
    return turn.role() == Turn.Role.USER ? "They" : "You";
  }
}
