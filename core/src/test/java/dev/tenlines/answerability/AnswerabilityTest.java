package dev.tenlines.answerability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.index.Hit;
import dev.tenlines.index.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class AnswerabilityTest {
  private static final Passage RETURNS =
      passage(
          "returns.md",
          "Returns",
          "Most goods can be sent back. You may return an unused lamp within 30 days of delivery. The"
              + " refund reaches your account after five working days. Opened light bulbs are not"
              + " taken back.");
  private static final Passage SHIPPING =
      passage(
          "shipping.md",
          "Shipping",
          "Orders leave our warehouse in Rotterdam every morning. A parcel to Norway takes four days."
              + " Express delivery costs 12 EUR more.");
  private static final Passage LAMPS =
      passage(
          "lamps.md",
          "Lamps",
          "The lamp Aurora was designed by Greta Lindqvist in 1958. Its shade is made of hand-blown"
              + " glass. Change the bulb only when it is cold.");

  private final Answerability answerability = Answerability.shipped();

  @Test
  void question_its_sentence_is_found_word_for_word() {
    Found found = find("Who designed the lamp Aurora?");
    assertThat(found.sentences())
        .extracting(Chosen::text)
        .contains("The lamp Aurora was designed by Greta Lindqvist in 1958.");
    assertThat(found.sentences()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void question_of_something_else_is_less_likely_answered() {
    double asked = find("Within how many days may I return a lamp?").probability();
    double other = find("Does the Quantix router support IPv6 tunnels?").probability();
    assertThat(asked).isGreaterThan(other);
  }

  @Test
  void nothing_found_answers_nothing() {
    Found found = answerability.find("How long is the warranty?", List.of(), null);
    assertThat(found.sentences()).isEmpty();
    assertThat(found.probability()).isZero();
  }

  @Test
  void sentences_lie_in_their_passages() {
    for (Chosen chosen : find("How much is express delivery to Norway?").sentences()) {
      assertThat(chosen.hit().passage().text()).contains(chosen.text());
    }
  }

  @Test
  void verdicts_move_the_probability_towards_what_people_said() {
    String question = "Does the Quantix router support IPv6 tunnels?";
    List<Double> features = answerability.features(question, hits(question), null);
    double before = find(question).probability();
    double after =
        answerability
            .taught(Collections.nCopies(20, new Lesson(features, true)))
            .find(question, hits(question), null)
            .probability();
    assertThat(after).isGreaterThan(before);
  }

  @Test
  void no_verdict_changes_nothing() {
    String question = "How long does a parcel to Norway take?";
    assertThat(answerability.taught(List.of()).find(question, hits(question), null))
        .isEqualTo(answerability.find(question, hits(question), null));
  }

  @Test
  void lesson_of_another_version_teaches_nothing() {
    String question = "How long does a parcel to Norway take?";
    Answerability taught = answerability.taught(List.of(new Lesson(List.of(1.0, 2.0), false)));
    assertThat(taught.find(question, hits(question), null))
        .isEqualTo(answerability.find(question, hits(question), null));
  }

  @Test
  void threshold_says_what_it_holds() {
    assertThat(answerability.threshold()).isBetween(0.0, 1.0);
    assertThat(answerability.claim()).contains("%").contains("confidence");
  }

  private Found find(String question) {
    return answerability.find(question, hits(question), null);
  }

  /** A search by shared letters would do as well: all three are always found. */
  private static List<Hit> hits(String question) {
    List<Hit> hits = new ArrayList<>();
    for (Passage passage : List.of(RETURNS, SHIPPING, LAMPS)) {
      double words = 0;
      for (String word : question.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
        words +=
            word.length() > 3 && passage.text().toLowerCase(Locale.ROOT).contains(word) ? 1 : 0;
      }
      hits.add(new Hit(passage, words, words, 0, Double.NaN));
    }
    hits.sort((a, b) -> Double.compare(b.score(), a.score()));
    return hits;
  }

  private static Passage passage(String source, String title, String text) {
    return new Passage(source, source, List.of(title), null, 0, text.length(), text, "en");
  }
}
