package dev.tenlines.salience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.salience.Selection.Fit;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final String LETTERS = "bdfgklmnprst";

  @Property(tries = 300)
  void within_anyText_keepsTheBudgetOrSaysExactlyWhyNot(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int sentences,
      @ForAll @IntRange(min = 1, max = 45) int longest,
      @ForAll @IntRange(min = 5, max = 300) int budget) {
    Document document = text(seed, sentences, longest);
    Selection selection = Salience.shipped().within(document, null, budget);

    int words = Counting.words(selection.text(document));
    int least = (int) Math.ceil(Selection.LEAST * budget);
    assertThat(document.sentences()).containsAll(selection.sentences());
    assertThat(selection.sentences()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(words).isEqualTo(selection.words());
    switch (selection.fit()) {
      case FULL -> assertThat(words).isBetween(least, budget);
      case SHORT_SOURCE -> assertThat(Counting.words(document.text())).isLessThan(least);
      case NO_CHOICE -> assertThat(sums(document, budget).nextSetBit(words + 1)).isNegative();
      case TOO_LONG -> assertThat(sums(document, budget).nextSetBit(1)).isNegative();
    }
  }

  @Property(tries = 100)
  void select_scoresOfOthers_keepsTheBudget(
      @ForAll long seed, @ForAll @IntRange(min = 30, max = 200) int budget) {
    Document document = text(seed, 50, 12);
    List<Scored> ranked =
        document.sentences().stream().map(span -> new Scored(span, -span.start() % 97)).toList();

    assertThat(Selection.within(document, ranked, budget).fit()).isEqualTo(Fit.FULL);
    assertThat(Salience.shipped().select(document, ranked, budget).fit()).isEqualTo(Fit.FULL);
  }

  @Test
  void within_sentenceTwice_isSaidOnce() {
    Document document =
        DocumentReader.plain(
            "input",
            """
            The harbour in Lisbon closes in March. Ships will wait outside until the crane is mended.
            The harbour in Lisbon closes in March. Captains were told by letter last Monday.
            The harbour of Lisbon closes in March. Fishing boats may enter by the small gate.
            """);

    Selection selection = Salience.shipped().within(document, null, 100);

    assertThat(selection.text(document)).containsOnlyOnce("closes in March");
    assertThat(selection.fit()).isEqualTo(Fit.SHORT_SOURCE);
  }

  @Test
  void within_oneSentenceLongerThanTheBudget_isNotCut() {
    String sentence = "The tenant pays " + "and pays ".repeat(40) + "until the end.";

    Selection selection =
        Salience.shipped().within(DocumentReader.plain("input", sentence), null, 20);

    assertThat(selection.fit()).isEqualTo(Fit.TOO_LONG);
    assertThat(selection.sentences()).containsExactly(new Span(0, sentence.length()));
  }

  @Test
  void within_noWords_choosesNothing() {
    assertThat(
            Salience.shipped().within(DocumentReader.plain("input", " \n--\n"), null, 20).words())
        .isZero();
  }

  /** Sums of words that sentences without twins can have. */
  private static BitSet sums(Document document, int budget) {
    Set<String> texts =
        document.sentences().stream().map(s -> s.of(document.text())).collect(Collectors.toSet());
    BitSet sums = new BitSet();
    sums.set(0);
    for (String text : texts) {
      int words = Counting.words(text);
      for (int sum = budget; sum >= words; sum--) {
        if (sums.get(sum - words)) {
          sums.set(sum);
        }
      }
    }
    return sums;
  }

  /** Sentences of made-up words, in paragraphs. */
  private static Document text(long seed, int sentences, int longest) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      int words = random.nextInt(1, longest + 1);
      text.append("Q").append(word(random));
      for (int w = 1; w < words; w++) {
        text.append(' ').append(word(random));
      }
      text.append(random.nextInt(5) == 0 ? ".\n\n" : ". ");
    }
    return DocumentReader.plain("input", text.toString());
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }
}
