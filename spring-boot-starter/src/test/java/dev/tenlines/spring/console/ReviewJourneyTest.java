package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.review.Decided;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import dev.tenlines.spring.console.Browser.Page;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole review without script. */
class ReviewJourneyTest {
  private static ConsoleServer server;
  private Browser ann;

  @BeforeAll
  static void start() {
    server = new ConsoleServer("");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Somebody else decides what the test before left, and every hold runs out. */
  @BeforeEach
  void clear() {
    server.clock.turn(Duration.ofHours(1));
    for (String feature : server.tenlines.features()) {
      for (ReviewItem left : server.tenlines.openReviews("default", feature, 100)) {
        var unused =
            server
                .tenlines
                .reviews()
                .decide("default", left.id(), "cleaner", null, new Verdict.Rejected("left over"));
      }
    }
    ann = server.signedIn("ann");
  }

  @Test
  void take_thenApprove_recordsItAndLeadsToTheNext() {
    String first = server.ask("Where is my parcel?");
    server.clock.turn(Duration.ofMinutes(1));
    String second = server.ask("It came broken");

    Page item = take();
    assertThat(item.words())
        .contains("Does the proposal fit?", "not sure", "Yours until " + hour(5), "Approve");
    assertThat(item.body()).contains("Where is my <mark>parcel</mark>?");

    Page next = decide(item, first, "decision", "approved");

    assertThat(decided(first).verdict()).isEqualTo(new Verdict.Approved());
    assertThat(decided(first).reviewer()).isEqualTo("ann");
    assertThat(next.response().uri().getPath()).isEqualTo("/reviews/" + second);
    assertThat(next.words()).contains("Approved as delivery.", "Undo", "for ten seconds");
  }

  @Test
  void nextPage_showsNoNumberThatCouldBeReadAsConfidence() {
    server.ask("Where is my parcel?");

    assertThat(take().words())
        .contains("The proposal may not leave without a person: no certificate.")
        .doesNotContain("0.4");
  }

  @Test
  void undo_withinTenSeconds_givesTheItemBack() {
    String id = server.ask("Where is my parcel?");
    decide(take(), id, "decision", "approved");

    server.clock.turn(Duration.ofSeconds(9));
    Page undone = ann.follow(ann.post("/reviews/" + id + "/withdrawal"));

    assertThat(undone.words()).contains("Undone. It is yours again.", "Yours until");
    assertThat(item(id).decided()).isNull();
  }

  @Test
  void undo_afterTenSeconds_saysThatItIsTooLate() {
    String id = server.ask("Where is my parcel?");
    decide(take(), id, "decision", "approved");

    server.clock.turn(Duration.ofSeconds(10));
    Page late = ann.post("/reviews/" + id + "/withdrawal");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.words()).contains("TL-175");
    assertThat(decided(id).reviewer()).isEqualTo("ann");
  }

  @Test
  void correct_recordsTheLabelAndShowsWhatChanged() {
    String id = server.ask("Where is my parcel?");

    decide(take(), id, "decision", "corrected", "value", "refund");

    assertThat(decided(id).value()).isEqualTo("refund");
    assertThat(ann.get("/reviews/" + id).body()).contains("<del>delivery</del><ins>refund</ins>");
  }

  @Test
  void correct_toALabelThatIsNone_isRefusedAndNothingRecorded() {
    String id = server.ask("Where is my parcel?");
    Page item = take();

    Page invented = post(item, id, "decision", "corrected", "value", "invented");
    Page empty = post(item, id, "decision", "corrected", "value", "");

    assertThat(invented.status()).isEqualTo(409);
    assertThat(invented.words()).contains("TL-518", "delivery, refund, lost_card");
    assertThat(empty.words()).contains("TL-170");
    assertThat(item(id).decided()).isNull();
  }

  @Test
  void reject_withAReasonOfTheFeature_orInOwnWords() {
    String first = server.ask("one");
    Page item = take();
    assertThat(item.words()).contains("1 not for us", "2 spam");
    decide(item, first, "rejected", "spam");
    String second = server.ask("two");
    decide(take(), second, "decision", "rejected", "words", "my own reason");

    assertThat(decided(first).verdict()).isEqualTo(new Verdict.Rejected("spam"));
    assertThat(decided(second).verdict()).isEqualTo(new Verdict.Rejected("my own reason"));
  }

  @Test
  void skip_putsItAside_andTheWayBackLeadsToIt() {
    String first = server.ask("one");
    server.clock.turn(Duration.ofSeconds(1));
    String second = server.ask("two");

    Page next = ann.follow(post(take(), first, "/skip"));
    assertThat(next.response().uri().getPath()).isEqualTo("/reviews/" + second);
    assertThat(next.words()).contains("Put aside for you.");
    decide(next, second, "decision", "approved");

    Page list = ann.get("/reviews");
    assertThat(list.words()).contains("1 skipped by you", "Come back to them");
    Page back = ann.follow(ann.post("/reviews/next", "skipped", "true"));
    assertThat(back.response().uri().getPath()).isEqualTo("/reviews/" + first);
    assertThat(back.words()).contains("skipped by you");
  }

  @Test
  void escalate_handsItToAnAdministrator() {
    String id = server.ask("one");

    Page after = ann.follow(post(take(), id, "/escalation"));

    assertThat(after.words()).contains("Handed on to an administrator.", "1 handed on");
    assertThat(item(id).escalated()).isTrue();
    Browser ada = server.signedIn("ada");
    ada.get("/reviews");
    Page hers = ada.follow(ada.post("/reviews/next", "escalated", "true"));
    assertThat(hers.response().uri().getPath()).isEqualTo("/reviews/" + id);
    assertThat(hers.words()).contains("handed on");
  }

  @Test
  void nothingLeft_saysSo() {
    assertThat(take().words()).contains("Nothing waits for you here.");
  }

  @Test
  void list_showsWhatWaitsAndWhatIJustDid() {
    String id = server.ask("Where is my parcel?");
    decide(take(), id, "decision", "approved");
    server.ask("still waiting");

    Page list = ann.get("/reviews");

    assertThat(list.words())
        .contains("1 open", "still waiting", "What I just did", "Approved as delivery", "Undo");
    server.clock.turn(Duration.ofHours(5));
    assertThat(ann.follow(ann.get("/reviews")).words()).contains("1 overdue");
  }

  @Test
  void anotherHolder_isNamedAndWhatWasTypedStays() {
    String id = server.ask("Where is my parcel?");
    Page anns = take();
    server.clock.turn(Duration.ofMinutes(5));
    Browser bob = server.signedIn("bob");
    bob.get("/reviews");
    bob.follow(bob.post("/reviews/next"));

    Page held = post(anns, id, "decision", "rejected", "words", "typed for long");

    assertThat(held.status()).isEqualTo(409);
    assertThat(held.words())
        .contains("bob holds this item until " + hour(5), "Nothing was recorded");
    assertThat(held.body()).contains("value=\"typed for long\"");
    assertThat(item(id).decided()).isNull();
  }

  @Test
  void decidedMeanwhile_saysByWhomAndWhat() {
    String id = server.ask("Where is my parcel?");
    Page anns = take();
    server.clock.turn(Duration.ofMinutes(5));
    Browser bob = server.signedIn("bob");
    bob.get("/reviews");
    Page bobs = bob.follow(bob.post("/reviews/next"));
    bob.post("/reviews/" + id + "/verdict", "version", version(bobs), "decision", "approved");

    Page late = post(anns, id, "decision", "corrected", "value", "refund");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.words())
        .contains("bob decided this before you. Approved as delivery. Yours was not recorded.");
    assertThat(decided(id).reviewer()).isEqualTo("bob");
  }

  @Test
  void holdThatRanOut_isSaidAndTheItemCanBeTakenAgain() {
    String id = server.ask("Where is my parcel?");
    Page item = take();
    server.clock.turn(Duration.ofMinutes(6));

    Page again =
        ann.post("/reviews/" + id + "/lease", "words", "half a thought", "version", version(item));

    assertThat(again.words()).contains("Yours until " + hour(5));
    assertThat(again.body()).contains("value=\"half a thought\"");
  }

  @Test
  void signOfLife_keepsTheHold() {
    String id = server.ask("Where is my parcel?");
    take();
    for (int i = 0; i < 10; i++) {
      server.clock.turn(Duration.ofMinutes(1));
      ann.post("/reviews/" + id + "/lease");
    }

    assertThat(item(id).lease()).isNotNull();
    assertThat(item(id).lease().until())
        .isEqualTo(server.clock.instant().plus(Duration.ofMinutes(5)));
  }

  @Test
  void back_leadsThroughWhatIDecidedBefore() {
    String first = server.ask("one");
    decide(take(), first, "decision", "approved");
    server.clock.turn(Duration.ofSeconds(1));
    String second = server.ask("two");
    decide(take(), second, "decision", "approved");
    String third = server.ask("three");

    assertThat(take().body()).contains("href=\"/reviews/" + second + "\" data-key=\"b\"");
    assertThat(ann.get("/reviews/" + second).body())
        .contains("href=\"/reviews/" + first + "\" data-key=\"b\"");
    assertThat(third).isNotEqualTo(second);
  }

  @Test
  void keys_canBeSwitchedOff() {
    server.ask("one");
    Page item = take();
    assertThat(item.body()).contains("data-keys=\"on\"");

    Page off = ann.post("/preferences", "keys", "off", "back", item.response().uri().getPath());

    assertThat(ann.follow(off).body()).contains("data-keys=\"off\"", "Switch them on");
  }

  @Test
  void script_getsTheNextItemInTheSameAnswer() {
    String first = server.ask("one");
    server.clock.turn(Duration.ofSeconds(1));
    String second = server.ask("two");
    Page item = take();

    Page painted =
        ann.scripted(
            "/reviews/" + first + "/verdict", "version", version(item), "decision", "approved");

    assertThat(painted.status()).isEqualTo(200);
    assertThat(painted.header("HX-Push-Url")).isEqualTo("/reviews/" + second);
    assertThat(painted.words()).contains("Approved as delivery.", "two");
  }

  /** A time of day in a few minutes. */
  private static String hour(int minutes) {
    return server.clock.instant().plus(Duration.ofMinutes(minutes)).toString().substring(11, 16);
  }

  private Page take() {
    ann.get("/reviews");
    return ann.follow(ann.post("/reviews/next"));
  }

  private Page decide(Page item, String id, String... namesAndValues) {
    return ann.follow(post(item, id, namesAndValues));
  }

  private Page post(Page item, String id, String... namesAndValues) {
    boolean deed = namesAndValues.length == 1;
    String[] all = new String[deed ? 2 : namesAndValues.length + 2];
    all[0] = "version";
    all[1] = version(item);
    if (!deed) {
      System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
    }
    return ann.post("/reviews/" + id + (deed ? namesAndValues[0] : "/verdict"), all);
  }

  private static String version(Page item) {
    Matcher found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(item.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private ReviewItem item(String id) {
    return server.tenlines.reviews().find("default", id);
  }

  private Decided decided(String id) {
    assertThat(item(id).decided()).isNotNull();
    return item(id).decided();
  }
}
