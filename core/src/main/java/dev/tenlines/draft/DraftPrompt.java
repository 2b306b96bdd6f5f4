package dev.tenlines.draft;

import dev.tenlines.ladder.Ask;
import dev.tenlines.model.Marks;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.PromptFile;
import dev.tenlines.text.Words;
import dev.tenlines.verify.Source;
import dev.tenlines.verify.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model is told to write a draft from. What others wrote stands between marks.
 *
 * @param told fields that every draft has to tell
 */
record DraftPrompt(PromptFile file, List<String> told) {
  private static final String NONE = "none";

  /** So many words in a row are no accident. */
  private static final int ROW = 8;

  DraftPrompt {
    told = List.copyOf(told);
  }

  /**
   * The prompt for a request.
   *
   * @param example what people wrote to such tickets, or null
   */
  Prompt of(Ask ask, @Nullable String example) {
    String input = Marks.visible(ask.input());
    String known =
        Source.of(ask.request()).stream()
            .skip(1)
            .map(source -> source.name() + ": " + Marks.visible(source.text()))
            .collect(Collectors.joining("\n"));
    String reply = example == null ? NONE : Marks.visible(example);
    return file.with(
        Map.of(
            "mark",
            Marks.of(ask.id(), input, known, reply),
            "input",
            input,
            "fields",
            known.isEmpty() ? NONE : known,
            "example",
            reply,
            "told",
            told.isEmpty() ? NONE : String.join(", ", told)),
        null);
  }

  /** Whether a text repeats a row of words of the instructions, which are nobody's to read. */
  boolean isRepeatedBy(String text) {
    String instructions = words(file.system());
    List<String> said = List.of(words(text).strip().split(" ", -1));
    for (int i = 0; i + ROW <= said.size(); i++) {
      if (instructions.contains(" " + String.join(" ", said.subList(i, i + ROW)) + " ")) {
        return true;
      }
    }
    return false;
  }

  private static String words(String text) {
    return Words.of(text).all().stream()
        .map(Words.Word::folded)
        .collect(Collectors.joining(" ", " ", " "));
  }

  /** What was wrong with a first try. */
  static String wrong(List<Violation> violations) {
    return violations.stream().map(Violation::what).collect(Collectors.joining(" "))
        + " Write the whole reply again without such mistakes.";
  }
}
