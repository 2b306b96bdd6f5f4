package dev.tenlines.answerability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.index.Hit;
import dev.tenlines.index.Passage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConflictsTest {
  private static final String WHO = "Who designed the lamp Aurora?";

  @Test
  void two_names_for_one_deed_are_a_conflict() {
    List<Conflict> conflicts =
        conflicts(
            WHO,
            "The lamp Aurora was designed by Greta Lindqvist.",
            "Like all lamps of that series, the Aurora was designed by Per Holmgren.");
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.getFirst().about()).contains("lamp").contains("Aurora");
  }

  @Test
  void two_numbers_of_one_thing_are_a_conflict() {
    assertThat(
            conflicts(
                "Within how many days can a lamp be returned?",
                "A lamp can be returned within 30 days.",
                "A lamp can be returned within 14 days."))
        .hasSize(1);
  }

  @Test
  void one_denies_what_the_other_says() {
    assertThat(
            conflicts(
                "Are opened light bulbs refunded?",
                "Opened light bulbs are refunded in full.",
                "Opened light bulbs are not refunded in full."))
        .hasSize(1);
  }

  @Test
  void the_same_value_in_other_words_is_none() {
    assertThat(
            conflicts(
                WHO,
                "The lamp Aurora was designed by Greta Lindqvist.",
                "Greta Lindqvist designed the lamp Aurora."))
        .isEmpty();
  }

  @Test
  void another_thing_has_another_value() {
    assertThat(
            conflicts(
                "How much does delivery cost?",
                "Standard delivery costs 5 EUR.",
                "Express delivery costs 12 EUR."))
        .isEmpty();
    assertThat(
            conflicts(
                "How many days does a parcel take?",
                "A parcel to Norway takes four days.",
                "A parcel to Sweden takes five days."))
        .isEmpty();
  }

  @Test
  void sentences_of_one_section_do_not_contradict_each_other() {
    Passage passage = passage("lamps.md", "A lamp costs 40 EUR. A lamp costs 60 EUR.");
    Hit hit = new Hit(passage, 1, 3, 0, Double.NaN);
    assertThat(
            Answerability.shipped()
                .find("How much does a lamp cost?", List.of(hit), null)
                .conflicts())
        .isEmpty();
  }

  private static List<Conflict> conflicts(String question, String first, String second) {
    List<Hit> hits = new ArrayList<>();
    hits.add(new Hit(passage("a.md", first), 2, 3, 0, Double.NaN));
    hits.add(new Hit(passage("b.md", second), 1, 2.5, 0, Double.NaN));
    hits.add(
        new Hit(passage("c.md", "Change the bulb only when it is cold."), 0, 0, 0, Double.NaN));
    return Answerability.shipped().find(question, hits, null).conflicts();
  }

  private static Passage passage(String source, String text) {
    return new Passage(source, source, List.of(), null, 0, text.length(), text, "en");
  }
}
