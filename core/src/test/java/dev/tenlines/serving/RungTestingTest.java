package dev.tenlines.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Tenlines;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.learn.Certificate;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language model that nobody trained earns its certificate by audits of what it proposes. */
class RungTestingTest {
  private static final String MODEL = "model:guess";

  @TempDir private Path directory;
  private final TestClock clock = new TestClock();
  private Tenlines tenlines;
  private int tickets;

  @AfterEach
  void close() {
    tenlines.close();
  }

  /** Says what a ticket says of itself; the unsure ones have a low score, and are wrong. */
  private record Guess(String version) implements Rung<String> {
    @Override
    public String name() {
      return MODEL;
    }

    @Override
    public Attempt<String> attempt(Ask ask) {
      boolean sure = ask.input().contains("sure");
      String label = ask.input().contains("lost") == sure ? "lost_card" : "card_arrival";
      return new Attempt.Proposed<>(
          label, sure ? 0.9 : 0.1, null, "", null, List.of(), Money.of("0.001", "USD"));
    }
  }

  private void open(String version, double error) {
    Feature feature =
        Feature.classify("desk", "card_arrival", "lost_card")
            .withRungs(MODEL, "review")
            .withPromise(error, 0.9)
            .withReview(new ReviewPolicy(null, ReviewPolicy.STAY, 0.25, List.of()));
    tenlines =
        Tenlines.in(directory)
            .clock(clock)
            .random(new SplittableRandom(tickets))
            .feature(feature)
            .rung(MODEL, new Guess(version))
            .open();
  }

  /** So many requests, of which every fourth is one that the model gets wrong, all reviewed. */
  private long answered(int requests) {
    long answered = 0;
    for (int i = 0; i < requests; i++) {
      answered += ask(i % 4 == 0) instanceof Answered ? 1 : 0;
    }
    review();
    return answered;
  }

  private Outcome<?> ask(boolean hard) {
    tickets++;
    String what = tickets % 2 == 0 ? "lost" : "late";
    return tenlines.ask("desk", "Card " + what + (hard ? "" : ", sure, ") + tickets);
  }

  private void review() {
    for (ReviewItem item : tenlines.openReviews("default", "desk", 1_000)) {
      String right = item.input().contains("lost") ? "lost_card" : "card_arrival";
      var unused =
          tenlines
              .reviews()
              .decide("default", item.id(), "ann", item.version(), new Verdict.Corrected(right));
    }
    clock.advance(Duration.ofMinutes(2));
    tenlines.tend();
  }

  @Test
  void auditsOfWhatItIsRightAbout_letItAnswerAlone_andWhatItIsUnsureOf_staysWithPeople() {
    open("1", 0.1);
    assertThat(answered(60)).as("nothing is known of it yet").isZero();

    long alone = 0;
    for (int day = 0; day < 12 && alone == 0; day++) {
      alone = answered(60);
    }

    assertThat(alone).isPositive();
    assertThat(ask(false))
        .isInstanceOfSatisfying(
            Answered.class, a -> assertThat(a.basis()).isInstanceOf(Basis.Certified.class));
    assertThat(ask(true)).isInstanceOf(Deferred.class);
    Certificate certificate = tenlines.certificates("desk").of(MODEL + "@1", "");
    assertThat(certificate.source()).endsWith("audits of its proposals");
    assertThat(certificate.confidence()).as("each test spends a part only").isGreaterThan(0.9);
  }

  @Test
  void itsCertificate_outlivesARestart_butNotAnotherVersion() {
    open("1", 0.1);
    while (answered(60) == 0) {
      assertThat(tickets).as("tickets until it answers").isLessThan(1_000);
    }
    tenlines.close();
    open("1", 0.1);
    assertThat(ask(false)).as("after a restart").isInstanceOf(Answered.class);

    tenlines.close();
    open("2", 0.1);
    assertThat(ask(false)).as("another version").isInstanceOf(Deferred.class);
    tenlines.close();
    open("1", 0.01);
    assertThat(ask(false)).as("a stricter promise").isInstanceOf(Deferred.class);
  }

  @Test
  void auditsThatContradictIt_shutItForGood() {
    open("1", 0.1);
    while (answered(60) == 0) {
      assertThat(tickets).as("tickets until it answers").isLessThan(1_000);
    }

    for (int day = 0; day < 20 && tenlines.learning("desk").shuts().isEmpty(); day++) {
      for (int i = 0; i < 40; i++) {
        Outcome<?> unused = ask(false);
      }
      for (ReviewItem item : tenlines.openReviews("default", "desk", 1_000)) {
        var unused =
            tenlines
                .reviews()
                .decide("default", item.id(), "ann", item.version(), new Verdict.Rejected("wrong"));
      }
      clock.advance(Duration.ofMinutes(2));
      tenlines.tend();
    }

    assertThat(ask(false)).isInstanceOf(Deferred.class);
    assertThat(answered(200)).as("however many audits follow").isZero();
  }
}
