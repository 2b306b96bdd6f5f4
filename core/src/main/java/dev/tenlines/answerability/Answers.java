package dev.tenlines.answerability;

import dev.tenlines.text.Fact;
import dev.tenlines.text.Words.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** What answers of each kind look like. */
final class Answers {
  private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(700);
  private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2100);

  /** Tells a reader what to do; English only. */
  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(?i)^(?:to \\w+|you (?:can|may|need|must|should|will)|use|set|call|add|run|create|pass|define|override|call|enable|install|simply|just|first|then|if you|see|make|put|import|specify|configure|include|change|write|open|click|go to|select|choose|enter)\\b"
              + "|\\byou(?:'ll| can| need| must| should| may|'d)\\b|\\bby (?:using|setting|calling|passing|adding)\\b|\\buse (?:the|a|an)\\b");

  private Answers() {}

  static boolean isTime(Fact fact) {
    return switch (fact) {
      case Fact.Day day -> true;
      case Fact.Figure figure ->
          figure.unit().isEmpty()
              && figure.values().stream()
                  .anyMatch(v -> v.compareTo(FIRST_YEAR) > 0 && v.compareTo(LAST_YEAR) < 0);
      case Fact.Name name -> false;
    };
  }

  /** Whether a name answers it. */
  static boolean named(Kind kind) {
    return kind == Kind.WHO || kind == Kind.WHERE;
  }

  static boolean fits(Kind kind, Fact fact) {
    return switch (kind) {
      case WHO, WHERE -> fact instanceof Fact.Name;
      case WHEN -> isTime(fact);
      case COUNT -> fact instanceof Fact.Figure;
      default -> !(fact instanceof Fact.Day);
    };
  }

  static boolean instructs(Sight sight) {
    return INSTRUCTION.matcher(sight.text).find();
  }

  /** "X is …", with X asked for. */
  static boolean defines(Sight sight, Asked asked) {
    List<Word> words = sight.words;
    for (int i = 1; i < Math.min(6, words.size()); i++) {
      String word = words.get(i).folded();
      boolean verb =
          word.equals("is") || word.equals("are") || word.equals("was") || word.equals("means");
      if (verb && asked.term(words.get(i - 1).stem()) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether it cannot be read without the sentence before it. */
  static boolean points(Sight sight) {
    return sight.place > 0
        && !sight.words.isEmpty()
        && Vocabulary.POINTING.contains(sight.words.getFirst().folded());
  }
}
