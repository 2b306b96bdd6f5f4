package dev.tenlines.salience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Document;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.salience.Outline.Section;
import org.junit.jupiter.api.Test;

class OutlineTest {
  private static final String PAPER =
      """
      # Bees in towns

      Abstract

      Bees live longer in towns than in fields. We counted them.

      ## Method

      We put hives on forty roofs. Students counted twice a day. Nobody was stung badly.

      ## Result

      The bees of the towns lived nine days longer.
      """;

  @Test
  void of_headings_makeSections() {
    assertThat(Outline.of(DocumentReader.plain("input", PAPER)).sections())
        .extracting(Section::title)
        .containsExactly("Bees in towns", "Method", "Result");
  }

  @Test
  void shares_budget_isSharedByLength() {
    Outline outline = Outline.of(DocumentReader.plain("input", PAPER));

    assertThat(outline.shares(100)).hasSize(3).allMatch(share -> share > 10);
    assertThat(outline.shares(100).stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
  }

  @Test
  void ownSummary_underItsHeading_isFound() {
    OwnSummary own = OwnSummary.of(DocumentReader.plain("input", PAPER));

    assertThat(own).isNotNull();
    assertThat(own.heading()).isEqualTo("Abstract");
    assertThat(own.span().of(PAPER))
        .isEqualTo("Bees live longer in towns than in fields. We counted them.");
  }

  @Test
  void ownSummary_behindAMark_isFound() {
    String text =
        "Hello all.\n\nTL;DR: The lift is broken. Take the stairs.\n\nIt broke on Monday.";
    OwnSummary own = OwnSummary.of(DocumentReader.plain("input", text));

    assertThat(own).isNotNull();
    assertThat(own.span().of(text)).isEqualTo("The lift is broken. Take the stairs.");
  }

  @Test
  void ownSummary_wordInProse_isNone() {
    Document document =
        DocumentReader.plain("input", "Summary judgment was denied. The court rose.");

    assertThat(OwnSummary.of(document)).isNull();
  }

  @Test
  void words_scriptsWithoutBlanks_countSigns() {
    assertThat(Counting.words("well-known  words\nhere")).isEqualTo(3);
    assertThat(Counting.words("東京は大きい。")).isEqualTo(6);
  }
}
