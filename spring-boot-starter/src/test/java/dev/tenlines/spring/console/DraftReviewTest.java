package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.review.Decided;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import dev.tenlines.spring.console.Browser.Page;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft is read, changed and sent by a person, without script. */
class DraftReviewTest {
  private ConsoleServer server;

  @BeforeEach
  void start() {
    server = new ConsoleServer("");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theDraft_standsInATextArea_besideTheTicketAndItsMacro() {
    Page page = open(ask("Noor"));

    assertThat(page.words()).contains("Is this the reply?", "Made from macros/late.md");
    assertThat(page.body())
        .contains("<textarea", "Hi Noor, it comes soon.")
        .contains("<mark>Noor</mark>")
        .doesNotContain("Choose a label");
  }

  @Test
  void sentUnchanged_itIsApproved() {
    String id = ask("Sam");

    Page next = send(id, "Hi Sam, it comes soon.");

    assertThat(decided(id).verdict()).isEqualTo(new Verdict.Approved());
    assertThat(next.words()).contains("Approved as Hi Sam, it comes soon.");
  }

  @Test
  void sentChanged_itIsACorrection_shownWordByWord() {
    String id = ask("Lena");

    send(id, "Hi Lena, it comes very soon.\r\nSorry!");

    Object value = decided(id).value();
    assertThat(value).isInstanceOf(Map.class);
    assertThat(((Map<?, ?>) value).get("text")).isEqualTo("Hi Lena, it comes very soon.\nSorry!");
    assertThat(browser().get("/reviews/" + id).body()).contains("<ins>very ");
  }

  @Test
  void theNextDraft_isTheBetterOne() {
    String id = ask("Omar");
    send(id, "Dear Omar, we are sorry and send it again.");
    server.clock.turn(Duration.ofSeconds(11));

    assertThat(open(ask("Ida")).body()).contains("Dear Ida, we are sorry and send it again.");
  }

  private String ask(String customer) {
    Request request =
        Request.of("Where is my parcel, is it late?").withFields(Map.of("customer", customer));
    return ((Deferred<?>) server.tenlines.ask("reply", request)).review();
  }

  private Browser browser() {
    return server.signedIn("ann");
  }

  private Page open(String id) {
    Browser ann = browser();
    ann.get("/reviews/" + id);
    return ann.follow(ann.post("/reviews/" + id + "/lease"));
  }

  private Page send(String id, String text) {
    Browser ann = browser();
    ann.get("/reviews/" + id);
    ann.post("/reviews/" + id + "/lease");
    int version = item(id).version();
    return ann.follow(
        ann.post(
            "/reviews/" + id + "/verdict",
            "version",
            Integer.toString(version),
            "decision",
            "sent",
            "value",
            text));
  }

  private ReviewItem item(String id) {
    return Objects.requireNonNull(server.tenlines.reviews().find("default", id));
  }

  private Decided decided(String id) {
    return Objects.requireNonNull(item(id).decided());
  }
}
