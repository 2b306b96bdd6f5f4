package dev.tenlines.answerability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.index.Hit;
import dev.tenlines.index.Passage;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Letters;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlignmentTest {
  private static final Embedder LETTERS = new LettersOfWords();

  @Test
  void word_that_the_sentence_says_otherwise_is_met_less() {
    String text = "The connected graphs are counted every week.";
    assertThat(feature("How are connected graphs counted?", text, "unsaid")).isZero();
    assertThat(feature("How are coloured graphs counted?", text, "unsaid")).isEqualTo(1);
    assertThat(feature("How are purple graphs counted?", text, "unsaid.nearest"))
        .isLessThan(feature("How are connecting graphs counted?", text, "all"));
  }

  @Test
  void word_that_only_the_next_sentence_says_is_not_nowhere() {
    String text = "The lamp is sold in Norway and in Sweden. Its shade is red.";
    String question = "Is the lamp with a red shade sold in Norway?";
    assertThat(feature(question, text, "unsaid")).isEqualTo(2);
    assertThat(feature(question, text, "nowhere")).isZero();
  }

  @Test
  void question_word_is_compared_with_what_is_new() {
    String text = "The lamp was designed by Whorf.";
    assertThat(feature("Who designed the lamp?", text, "asking.fresh")).isGreaterThan(0.5);
    assertThat(feature("Was the lamp designed?", text, "asking")).isNaN();
  }

  @Test
  void without_an_embedder_nothing_is_known() {
    assertThat(feature("Who designed the lamp?", "The lamp is red.", "all", null)).isNaN();
  }

  @Test
  void embedder_that_tells_no_pieces_leaves_words_unknown() {
    assertThat(feature("Who designed it?", "The lamp is red.", "all", new Letters())).isNaN();
  }

  private static double feature(String question, String text, String name) {
    return feature(question, text, name, LETTERS);
  }

  private static double feature(
      String question, String text, String name, @org.jspecify.annotations.Nullable Embedder by) {
    Passage passage = new Passage("a", "a", List.of(), null, 0, text.length(), text, "en");
    Looked looked = Looked.at(question, List.of(new Hit(passage, 1, 1, 0, 1)), by);
    Features features = new Features();
    new Alignment(looked, looked.close.getFirst()).put(features);
    return features.values().get(features.names().indexOf(Alignment.NAME + name));
  }

  /** Words that share letters are alike. */
  private static final class LettersOfWords extends Letters {
    @Override
    public Reading read(String text) {
      List<Word> words = Words.of(text).all();
      int[] starts = words.stream().mapToInt(Word::start).toArray();
      float[][] states = words.stream().map(w -> embed(w.folded())).toArray(float[][]::new);
      return new Reading(embed(text), starts, states);
    }
  }
}
