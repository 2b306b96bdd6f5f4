package dev.tenlines.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.spring.TenlinesProperties;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@TenlinesTest(
    properties = {
      "tenlines.directory=nowhere",
      "tenlines.webhooks[0].url=https://shop.example/never",
      "tenlines.features.triage.labels.card_arrival=",
      "tenlines.features.triage.labels.lost_card=",
      "tenlines.features.triage.profile.language-task=false",
      "tenlines.features.sums.labels.a=",
      "tenlines.features.sums.labels.b=",
      "tenlines.features.sums.rungs=rules"
    })
@Import(TicketDesk.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenlinesTestTest {
  @Autowired Tenlines tenlines;
  @Autowired TicketDesk desk;
  @Autowired ScriptedRungs rungs;
  @Autowired ScriptedReviewer reviewer;
  @Autowired ApplicationContext context;

  @Test
  @Order(1)
  void scriptedAnswer_isGiven() {
    rungs.answer("triage", "My card is gone", "lost_card");

    assertThat(desk.open("My card is gone")).isEqualTo("lost_card");
    assertThat(desk.open("My card is late")).isEqualTo("waiting");
  }

  @Test
  @Order(2)
  void script_isEmptyInTheNextTest() {
    assertThat(desk.open("My card is gone")).isEqualTo("waiting");
  }

  @Test
  void deferral_showsItsProposalToTheReviewer() {
    rungs.defer("triage", "My card", "lost_card");

    Deferred<?> deferred = (Deferred<?>) tenlines.ask("triage", "My card");
    assertThat(deferred.proposal()).isEqualTo("lost_card");

    reviewer.approve(deferred.review());
    assertThat(desk.queues).containsEntry(deferred.id(), "lost_card");
  }

  @Test
  void correction_andRejection_areHeardWhenTheCallReturns() {
    Outcome<?> corrected = tenlines.ask("triage", "One");
    Outcome<?> rejected = tenlines.ask("triage", "Two");

    reviewer.correct(((Deferred<?>) corrected).review(), "card_arrival");
    reviewer.reject(((Deferred<?>) rejected).review(), "not for us");

    assertThat(desk.queues)
        .containsEntry(corrected.id(), "card_arrival")
        .containsEntry(rejected.id(), "nobody");
  }

  @Test
  void featureWithoutReview_declines() {
    rungs.answer("sums", "One", "a");
    rungs.fail("sums", "Two");

    assertThat(tenlines.ask("sums", "One")).isInstanceOf(Answered.class);
    assertThat(tenlines.ask("sums", "Two")).isInstanceOf(Declined.class);
    assertThat(tenlines.ask("sums", "Three")).isInstanceOf(Declined.class);
  }

  @Test
  void mistakesInTheScript_areTold() {
    assertThatThrownBy(() -> rungs.answer("triage", "My card", "lost"))
        .isInstanceOfSatisfying(
            TenlinesException.class, e -> assertThat(e.id()).isEqualTo("TL-522"));
    assertThatThrownBy(() -> rungs.defer("sorting", "My card"))
        .isInstanceOfSatisfying(
            TenlinesException.class, e -> assertThat(e.id()).isEqualTo("TL-160"));
    assertThatThrownBy(() -> reviewer.approve("v_0"))
        .isInstanceOfSatisfying(
            TenlinesException.class, e -> assertThat(e.id()).isEqualTo("TL-523"));
  }

  @Test
  void slice_holdsOnlyWhatTheTestImports_andLeavesTheDirectoryAlone() {
    assertThat(context.getBeanNamesForType(TicketPrinter.class)).isEmpty();
    assertThat(Path.of(context.getBean(TenlinesProperties.class).directory())).doesNotExist();
    assertThat(tenlines.outbox().list("default", 10))
        .noneMatch(delivery -> delivery.target().contains("shop.example"));
  }
}
