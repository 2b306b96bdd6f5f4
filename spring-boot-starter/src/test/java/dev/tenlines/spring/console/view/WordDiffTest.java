package dev.tenlines.spring.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.spring.console.view.WordDiff.Change;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void of_oneWordChanged_marksThatWordAlone() {
    assertThat(said("Your parcel is late.", "Your parcel was late."))
        .isEqualTo("Your parcel [-is][+was] late.");
  }

  @Test
  void of_labels_areWholeWords() {
    assertThat(said("card_arrival", "lost_card")).isEqualTo("[-card_arrival][+lost_card]");
  }

  @Test
  void of_wordsAddedAndRemoved() {
    assertThat(said("a b c", "a c d")).isEqualTo("a [-b ]c[+ d]");
  }

  @Test
  void of_sameTexts_changesNothing() {
    assertThat(said("same", "same")).isEqualTo("same");
    assertThat(said("", "")).isEmpty();
  }

  @Test
  void of_hugeTexts_areShownWhole() {
    assertThat(WordDiff.of("a ".repeat(5_000), "b ".repeat(5_000)).parts()).hasSize(2);
  }

  private static String said(String before, String after) {
    StringBuilder out = new StringBuilder();
    for (WordDiff.Part part : WordDiff.of(before, after).parts()) {
      String text = part.text().plain();
      out.append(
          part.change() == Change.SAME
              ? text
              : (part.change() == Change.REMOVED ? "[-" : "[+") + text + "]");
    }
    return out.toString();
  }
}
