package dev.tenlines.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.answer.Answer.Contradiction;
import dev.tenlines.answerability.Chosen;
import dev.tenlines.answerability.Conflict;
import dev.tenlines.answerability.Found;
import dev.tenlines.index.Hit;
import dev.tenlines.index.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerbatimTest {
  private static final Chosen OLD = chosen("old.md", "A day ticket costs 9 euros.", 0.4);
  private static final Chosen NEW = chosen("new.md", "A day ticket costs 11 euros.", 0.6);

  private static Chosen chosen(String source, String text, double score) {
    Passage passage =
        new Passage(source, source, List.of("Tickets"), null, 100, 100 + text.length(), text, "en");
    return new Chosen(new Hit(passage, 1, 1, 0, 1), 0, text.length(), score);
  }

  private static Answer answer(Chosen... chosen) {
    return Verbatim.of(new Found(List.of(chosen), 0.9, List.of()), null);
  }

  @Test
  void sentences_areSaidAsTheyStand_eachWithItsQuote() {
    Answer answer = answer(OLD, NEW);

    assertThat(answer.text()).isEqualTo("A day ticket costs 9 euros. A day ticket costs 11 euros.");
    assertThat(answer.quotes().getLast())
        .isEqualTo(
            new Quote(
                "A day ticket costs 11 euros.", "new.md", "Tickets", "new.md", null, 100, 128));
    assertThat(answer.statements().getLast().quotes()).containsExactly(2);
  }

  @Test
  void ofSourcesThatDisagree_bothAreSaid() {
    Found found =
        new Found(List.of(NEW), 0.9, List.of(new Conflict(OLD, NEW, "a day ticket costs")));

    Answer answer = Verbatim.of(found, null);

    assertThat(answer.text()).isEqualTo("A day ticket costs 11 euros. A day ticket costs 9 euros.");
    assertThat(answer.contradictions())
        .containsExactly(new Contradiction(2, 1, "a day ticket costs"));
  }

  @Test
  void withFewWords_theLikeliestSentenceStays_andNoneIsCut() {
    Found found = new Found(List.of(OLD, NEW), 0.9, List.of());

    assertThat(Verbatim.of(found, 8).text()).isEqualTo("A day ticket costs 11 euros.");
    assertThat(Verbatim.of(found, 5).statements()).isEmpty();
  }

  @Test
  void wrappedLines_areOneLine_codeAndTablesKeepTheirs() {
    assertThat(answer(chosen("a.md", "A day ticket\ncosts\u200B 9\u00A0euros.", 1)).text())
        .isEqualTo("A day ticket costs 9 euros.");
    String code = "```\nbike lend --days 3\n```";
    assertThat(answer(chosen("a.md", code, 1)).text()).isEqualTo(code);
    String table = "adult\t9 euros\nchild\t4 euros";
    assertThat(answer(chosen("a.md", table, 1)).text()).isEqualTo(table);
  }
}
