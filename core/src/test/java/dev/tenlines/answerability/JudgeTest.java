package dev.tenlines.answerability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgeTest {
  private static final double[] GOOD = {1, 1, 1};

  /** The first value speaks for the topic, the second for the match, the third for a detail. */
  private static final Judge JUDGE = new Judge(part(4, 0, 0), part(0, 4, 0), part(0, 0, 4));

  @Test
  void detail_that_does_not_match_is_no_answer() {
    double[] other = {1, -1, 1};
    assertThat(JUDGE.chance(GOOD)).isGreaterThan(0.9);
    assertThat(JUDGE.chance(other)).isLessThan(0.1);
  }

  @Test
  void question_that_asks_for_help_need_not_match_word_by_word() {
    double[] help = {1, -1, -1};
    assertThat(JUDGE.chance(help)).isGreaterThan(0.9);
  }

  @Test
  void topic_that_is_missing_is_no_answer_however_well_words_match() {
    double[] elsewhere = {-1, 1, -1};
    assertThat(JUDGE.chance(elsewhere)).isLessThan(0.1);
  }

  @Test
  void verdicts_bend_topic_and_match_alike() {
    List<Double> asked = List.of(1.0, -1.0, 1.0);
    Judge taught = JUDGE.taught(Collections.nCopies(20, new Lesson(asked, true)));
    double[] values = {1, -1, 1};
    assertThat(taught.chance(values)).isGreaterThan(JUDGE.chance(values) + 0.1);
  }

  @Test
  void what_a_part_does_not_see_stays_unseen() {
    Judge taught = JUDGE.taught(Collections.nCopies(20, new Lesson(List.of(1.0, 1.0, 1.0), false)));
    assertThat(taught.topic().weights()[1])
        .isCloseTo(0, org.assertj.core.api.Assertions.within(1e-6));
  }

  @Test
  void match_does_not_depend_on_what_kind_of_thing_is_asked() {
    Logistic match = Shipped.SHIPPED.judge().match();
    for (int i = 0; i < match.names().size(); i++) {
      if (match.names().get(i).startsWith("kind.")) {
        assertThat(match.weights()[i]).as(match.names().get(i)).isZero();
      }
    }
    assertThat(match.names()).anyMatch(name -> name.startsWith("kind."));
  }

  private static Logistic part(double a, double b, double c) {
    return new Logistic(
        List.of("a", "b", "c"), new double[3], new double[] {1, 1, 1}, new double[] {a, b, c}, 0);
  }
}
