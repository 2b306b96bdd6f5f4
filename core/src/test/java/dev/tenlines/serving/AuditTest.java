package dev.tenlines.serving;

import static dev.tenlines.serving.HelpDesk.FEATURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Tenlines;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.learn.Binomial;
import dev.tenlines.review.Cause;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random checks: drawn by chance alone, judged blind, and believed at once. */
class AuditTest {
  @TempDir private Path directory;

  @Test
  void theDeclaredShareOfAnsweredRequests_isDrawn_andJudgedBlind() {
    Feature feature =
        HelpDesk.feature().withReview(new ReviewPolicy(null, ReviewPolicy.STAY, 0.1, List.of()));
    String rule = "- when: input.mentions(\"Ticket\")\n  then: refund\n";
    try (Tenlines tenlines = Tenlines.in(directory).feature(feature).rules(FEATURE, rule).open()) {
      List<ReviewItem> drawn = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        Outcome<?> outcome = tenlines.ask(FEATURE, "Ticket " + i);
        assertThat(outcome).isInstanceOf(Answered.class);
        ReviewItem item = tenlines.reviews().find("default", "v" + outcome.id().substring(1));
        if (item != null) {
          drawn.add(item);
        }
      }

      assertThat(drawn.size()).as("of 400 at 10 %").isBetween(11, 75);
      assertThat(drawn)
          .allSatisfy(item -> {
            assertThat(item.cause()).isEqualTo(Cause.AUDIT);
            assertThat(item.blind()).isTrue();
            assertThat(item.proposal()).isNull();
            assertThat(item.evidence()).isEmpty();
            assertThat(item.reason()).doesNotContain("refund").doesNotContain("rule");
          });
    }
  }

  @Test
  void theDraw_isOfTheDeclaredShare_andOfTheIdAlone() {
    int drawn = 0;
    int often = 0;
    for (int i = 0; i < 20_000; i++) {
      String id = "r_01jd" + i;
      boolean rarely = Referrals.drawn(id, 0.02);
      drawn += rarely ? 1 : 0;
      often += Referrals.drawn(id, 0.25) ? 1 : 0;
      assertThat(!rarely || Referrals.drawn(id, 0.25))
          .as("the smaller draw is in the larger")
          .isTrue();
    }
    assertThat(Binomial.atMost(drawn, 20_000, 0.02)).isBetween(1e-6, 1 - 1e-6);
    assertThat(Binomial.atMost(often, 20_000, 0.25)).isBetween(1e-6, 1 - 1e-6);
    assertThat(Referrals.drawn("r_x", 0)).isFalse();
    assertThat(Referrals.drawn("r_x", 1)).isTrue();
  }

  @Test
  void withoutASmallModelOnTheLadder_onlyTheDeclaredShareIsDrawn() {
    Feature feature = HelpDesk.feature().withRungs("rules", "review");
    try (HelpDesk desk = HelpDesk.open(directory, feature)) {
      int audits = 0;
      for (int i = 0; i < 200; i++) {
        ReviewItem item = desk.review(desk.ask(desk.ticket()));
        audits += item != null && item.blind() ? 1 : 0;
      }
      assertThat(audits).as("of 200 at 2 %").isLessThan(20);
    }
  }

  @Test
  void auditsThatContradictThePromise_shutTheRungAtOnce_andForGood() {
    TestClock clock = new TestClock();
    String repeated;
    int version;
    Feature feature =
        HelpDesk.feature().withReview(new ReviewPolicy(null, ReviewPolicy.STAY, 0.2, List.of()));
    try (HelpDesk desk = HelpDesk.open(directory, feature, clock).untilOpen()) {
      version = desk.serving();
      repeated = answered(desk);
      assertThat(desk.ask(repeated))
          .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.rung()).startsWith("cache@"));

      contradict(desk);

      assertThat(desk.tenlines.certificates(FEATURE).all()).noneMatch(c -> c.open());
      assertThat(desk.tenlines.learning(FEATURE).shuts())
          .singleElement()
          .satisfies(shut -> {
            assertThat(shut.rung()).isEqualTo("classifier@" + version);
            assertThat(shut.errors()).isPositive();
          });
      assertThat(desk.ask(desk.ticket())).isInstanceOf(Deferred.class);
      assertThat(desk.ask(repeated))
          .as("the cache repeats it no more")
          .isInstanceOf(Deferred.class);
    }
    try (HelpDesk desk = HelpDesk.open(directory, feature, clock)) {
      assertThat(desk.serving()).isEqualTo(version);
      assertThat(desk.tenlines.certificates(FEATURE).all()).noneMatch(c -> c.open());
      assertThat(desk.ask(desk.ticket())).as("after a restart").isInstanceOf(Deferred.class);
      assertThat(desk.ask(repeated)).isInstanceOf(Deferred.class);
    }
  }

  @Test
  void afterAShut_newAuditsBringANewCertificate() {
    Feature feature =
        HelpDesk.feature().withReview(new ReviewPolicy(null, ReviewPolicy.STAY, 0.2, List.of()));
    try (HelpDesk desk = HelpDesk.open(directory, feature).untilOpen()) {
      int broken = desk.serving();
      contradict(desk);

      assertThat(desk.untilOpen().serving()).isGreaterThan(broken);
    }
  }

  /** Reviewers find every answer wrong until the rung is shut. */
  private static void contradict(HelpDesk desk) {
    for (int i = 0; i < 500 && desk.tenlines.learning(FEATURE).shuts().isEmpty(); i++) {
      Outcome<?> outcome = desk.ask(desk.ticket());
      ReviewItem item = desk.review(outcome);
      if (outcome instanceof Answered<?> && item != null) {
        Decision decision =
            desk.tenlines
                .reviews()
                .decide("default", item.id(), "bob", null, new Verdict.Rejected("wrong"));
        assertThat(decision).isInstanceOf(Decision.Done.class);
        desk.clock.advance(Duration.ofSeconds(11));
        desk.tenlines.tend();
      }
    }
    desk.await();
  }

  private static String answered(HelpDesk desk) {
    while (true) {
      String text = desk.ticket();
      if (desk.ask(text) instanceof Answered<?>) {
        return text;
      }
    }
  }
}
