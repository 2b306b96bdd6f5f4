package dev.tenlines.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Request;
import dev.tenlines.Turn;
import dev.tenlines.Turn.Role;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static Question after(String input, String... said) {
    List<Turn> turns = Stream.of(said).map(text -> new Turn(Role.USER, text)).toList();
    return Question.of(input, turns);
  }

  private static String key(String input) {
    return after(input).key();
  }

  @Test
  void aFollowUp_isCompleted_withWhatTheUserAskedBefore() {
    assertThat(after("And for students?", "What does the Pro plan cost per month?").text())
        .startsWith("And for students?")
        .contains("Pro", "plan", "cost", "month");
    assertThat(after("How long is it?", "Is there a warranty on tyres?").text())
        .contains("warranty", "tyres");
    assertThat(after("why?", "Can I return a helmet?").text()).contains("helmet");
    assertThat(after("Und für Studenten?", "Was kostet ein Lastenrad pro Tag?").text())
        .contains("Lastenrad");
  }

  @Test
  void aFollowUpOfAFollowUp_goesFurtherBack() {
    assertThat(after("And on Sundays?", "When does the workshop open?", "and on Mondays?").text())
        .contains("workshop", "Mondays");
  }

  @Test
  void aWholeQuestion_staysAsItIs() {
    String whole = "Where can I charge the battery of a cargo bike?";

    assertThat(after(whole, "What does a helmet cost?").text()).isEqualTo(whole);
    assertThat(after("And for students?").text()).isEqualTo("And for students?");
  }

  @Test
  void whatTheAssistantSaid_isNoPartOfTheQuestion() {
    List<Turn> turns =
        List.of(
            new Turn(Role.USER, "What does the Pro plan cost?"),
            new Turn(Role.ASSISTANT, "It is 12 euros at Zanzibar."));

    assertThat(Question.of("and yearly?", turns).text()).contains("Pro").doesNotContain("Zanzibar");
  }

  @Test
  void theSameQuestion_hasTheSameKey() {
    assertThat(key("How long does delivery take?"))
        .isEqualTo(key("how long will the  Delivery take"))
        .isEqualTo(key("Hello, please tell me how long deliveries take!"));
  }

  @Test
  void anotherQuestion_hasAnotherKey() {
    assertThat(
            Stream.of(
                    "Can a manager approve a request of an employee?",
                    "Can an employee approve a request of a manager?",
                    "Can a manager not approve a request of an employee?",
                    "When can a manager approve a request of an employee?",
                    "Can a manager approve 2 requests of an employee?")
                .map(QuestionTest::key))
        .doesNotHaveDuplicates();
    assertThat(key("Why is it so?")).isNotEqualTo(key("When is it so?"));
  }

  @Test
  void aConversation_thatIsTooLong_isRefused() {
    Turn turn = new Turn(Role.USER, "x".repeat(1_100));
    Request request = Request.of("and then?");

    assertThat(request.after(Collections.nCopies(18, turn)).conversation()).hasSize(18);
    assertThatThrownBy(() -> request.after(Collections.nCopies(19, turn)))
        .hasMessageContaining("TL-350")
        .hasMessageContaining("20900 characters");
    assertThatThrownBy(() -> request.after(Collections.nCopies(21, new Turn(Role.USER, "x"))))
        .hasMessageContaining("21 turns");
  }
}
