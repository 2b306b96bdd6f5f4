package dev.tenlines.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.index.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocatingTest {
  private static final String TEXT =
      "You may not return\u00A0opened items.  The “Plus” plan, which is\nnot for non-\nprofit"
          + " organisations, costs **12 euros**. Ask us — we help.";
  private static final Passage PASSAGE =
      new Passage(
          "plans.md", "plans.md", List.of("Plans"), null, 40, 40 + TEXT.length(), TEXT, "en");

  private static List<String> find(String said) {
    List<Quote> quotes = new Locating(PASSAGE).find(said);
    assertThat(quotes).allMatch(quote -> Locating.holds(PASSAGE, quote));
    return quotes.stream().map(Quote::text).toList();
  }

  @Test
  void whiteSpaceQuotesHyphensAndEmphasis_areNoOtherWords() {
    assertThat(find("the \"plus\" plan, which is not for nonprofit organisations, costs 12 euros"))
        .singleElement()
        .asString()
        .startsWith("The “Plus” plan")
        .endsWith("**12 euros**.");
    assertThat(find("Ask us - we help")).containsExactly("Ask us — we help.");
  }

  @Test
  void halfASentence_isQuotedWhole_soThatNothingTurnsIntoItsOpposite() {
    assertThat(find("return opened items"))
        .containsExactly("You may not return\u00A0opened items.");
  }

  @Test
  void wordsAroundAGap_areBothFound_inOrder() {
    assertThat(find("You may not return … Ask us")).hasSize(2);
    assertThat(find("Ask us … You may not return")).isEmpty();
  }

  @Test
  void whatDoesNotStandThere_isNotFound() {
    assertThat(find("costs 13 euros")).isEmpty();
    assertThat(find("lp")).isEmpty();
    assertThat(find("you may return opened items")).isEmpty();
    assertThat(find("")).isEmpty();
    assertThat(find("…")).isEmpty();
  }
}
