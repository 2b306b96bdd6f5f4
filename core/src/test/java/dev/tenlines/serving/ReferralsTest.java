package dev.tenlines.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Stage;
import dev.tenlines.Tenlines;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.ScriptedRung;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.learn.Binomial;
import dev.tenlines.review.Cause;
import dev.tenlines.review.Decided;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.text.Ids;
import dev.tenlines.webhook.DecidedReview;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is sent to a person, why, and what happens when nobody comes. */
class ReferralsTest {
  private static final int IDS = 20_000;

  @TempDir private Path directory;
  private final TestClock clock = new TestClock();

  private Tenlines open(Rung<String> rung, Stage stage, ReviewPolicy policy) {
    return Tenlines.in(directory)
        .feature(
            Feature.classify("triage", "delivery", "returns")
                .withRungs("rules", rung.name(), "review")
                .withStage(stage)
                .withReview(policy))
        .rules("triage", "- when: input.mentions(\"parcel\")\n  then: delivery\n")
        .rung(rung.name(), rung)
        .clock(clock)
        .open();
  }

  private static ReviewPolicy audits(double share) {
    return new ReviewPolicy(null, ReviewPolicy.STAY, share, List.of());
  }

  private static Rung<String> proposing(String value) {
    return ScriptedRung.proposing("model:own", value, 0.5);
  }

  private static ReviewItem only(Tenlines tenlines) {
    List<ReviewItem> open = tenlines.openReviews("default", "triage", 9);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.02, Referrals.LEARNING_SHARE, 0.9})
  void audits_areDrawnInTheDeclaredShare(double share) {
    Ids ids = new Ids(clock);
    int drawn = 0;
    for (int i = 0; i < IDS; i++) {
      drawn += Referrals.drawn(ids.next("r"), share) ? 1 : 0;
    }

    assertThat(Binomial.atMost(drawn, IDS, share)).as("too few: %d", drawn).isGreaterThan(1e-7);
    assertThat(Binomial.atMost(IDS - drawn, IDS, 1 - share))
        .as("too many: %d", drawn)
        .isGreaterThan(1e-7);
  }

  @Test
  void theDraw_isTheSameForEver_andALargerShareDrawsThoseOfASmallerToo() {
    Ids ids = new Ids(clock);
    for (int i = 0; i < 2_000; i++) {
      String id = ids.next("r");
      assertThat(Referrals.drawn(id, 0)).isFalse();
      assertThat(Referrals.drawn(id, 1)).isTrue();
      if (Referrals.drawn(id, 0.1)) {
        assertThat(Referrals.drawn(id, 0.25)).isTrue();
      }
    }
    String pinned = "r_00000000000000000000000001";
    assertThat(Referrals.drawn(pinned, 0.91)).isFalse();
    assertThat(Referrals.drawn(pinned, 0.92)).isTrue();
  }

  @Test
  void anAnsweredRequestThatIsDrawn_leavesAtOnce_andIsJudgedBlind() {
    try (Tenlines tenlines = open(proposing("returns"), Stage.AUTO, audits(1))) {
      assertThat(tenlines.ask("triage", "Where is my parcel?")).isInstanceOf(Answered.class);

      ReviewItem item = only(tenlines);
      assertThat(item.cause()).isEqualTo(Cause.AUDIT);
      assertThat(item.proposal()).isNull();
      assertThat(item.evidence()).isEmpty();
      assertThat(item.reason()).doesNotContain("parcel").doesNotContain("rules");
    }
  }

  /** Who judges must not see whether a request was answered already. */
  @Test
  void auditsOfAnsweredAndOfDeferredRequests_lookTheSame() {
    try (Tenlines tenlines = open(proposing("returns"), Stage.AUTO, audits(1))) {
      tenlines.ask("triage", "Where is my parcel?");
      tenlines.ask("triage", "I want my money back");

      List<ReviewItem> open = tenlines.openReviews("default", "triage", 9);
      assertThat(open).hasSize(2);
      assertThat(open).extracting(ReviewItem::cause).containsOnly(Cause.AUDIT);
      assertThat(open).extracting(ReviewItem::reason).containsOnly(open.getFirst().reason());
      assertThat(open).extracting(ReviewItem::proposal).containsOnlyNulls();
    }
  }

  @Test
  void withoutAudits_anAnsweredRequest_asksNobody() {
    try (Tenlines tenlines = open(proposing("returns"), Stage.AUTO, audits(0))) {
      tenlines.ask("triage", "Where is my parcel?");

      assertThat(tenlines.openReviews("default", "triage", 9)).isEmpty();
    }
  }

  @Test
  void aGuessThatIsNotSure_isALowMargin_andShownToTheReviewer() {
    try (Tenlines tenlines = open(proposing("returns"), Stage.AUTO, audits(0))) {
      Outcome<?> outcome = tenlines.ask("triage", "Money back");

      ReviewItem item = only(tenlines);
      assertThat(((Deferred<?>) outcome).review()).isEqualTo(item.id());
      assertThat(item.cause()).isEqualTo(Cause.LOW_MARGIN);
      assertThat(item.proposal()).isEqualTo("returns");
      assertThat(item.reason()).isEqualTo("no certificate");
    }
  }

  @Test
  void whatAVerifierRefused_isAFailedCheck_andIsNotProposed() {
    try (Tenlines tenlines = open(proposing("no such label"), Stage.AUTO, audits(0))) {
      tenlines.ask("triage", "Money back");

      ReviewItem item = only(tenlines);
      assertThat(item.cause()).isEqualTo(Cause.FAILED_CHECK);
      assertThat(item.proposal()).isNull();
      assertThat(item.reason()).contains("no such label");
    }
  }

  @Test
  void whereNoRungSaysAnything_thereIsNoProposal() {
    Rung<String> silent =
        new ScriptedRung(
            "model:own", java.time.Duration.ZERO, request -> new Abstained<>("nothing to say"));
    try (Tenlines tenlines = open(silent, Stage.AUTO, audits(0))) {
      tenlines.ask("triage", "Money back");

      assertThat(only(tenlines).cause()).isEqualTo(Cause.NO_PROPOSAL);
    }
  }

  @Test
  void stageAssist_sendsEverythingToAPerson_asPolicy() {
    try (Tenlines tenlines = open(proposing("returns"), Stage.ASSIST, audits(0))) {
      tenlines.ask("triage", "Where is my parcel?");

      ReviewItem item = only(tenlines);
      assertThat(item.cause()).isEqualTo(Cause.POLICY);
      assertThat(item.proposal()).isEqualTo("delivery");
    }
  }

  @Test
  void whenNobodyComesByTheDueTime_theSafeLabelAnswers_andTheApplicationHears() {
    List<DecidedReview> heard = new ArrayList<>();
    ReviewPolicy policy = new ReviewPolicy(Duration.ofHours(4), "delivery", 0, List.of());
    try (Tenlines tenlines =
        Tenlines.in(directory)
            .feature(
                Feature.classify("triage", "delivery", "returns")
                    .withRungs("model:own", "review")
                    .withReview(policy))
            .rung("model:own", proposing("returns"))
            .onDecided(heard::add)
            .clock(clock)
            .open()) {
      Outcome<?> outcome = tenlines.ask("triage", "Money back");
      assertThat(only(tenlines).due()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
      tenlines.tend();
      assertThat(heard).isEmpty();
      clock.advance(Duration.ofHours(4));
      tenlines.tend();

      assertThat(heard)
          .singleElement()
          .satisfies(decided -> assertThat(decided.value()).isEqualTo("delivery"));
      assertThat(tenlines.history().find("default", outcome.id()).decided().reviewer())
          .isEqualTo(Decided.NOBODY);
      assertThat(tenlines.learning("triage").judged()).as("nothing is learned of it").isZero();
    }
  }

  @Test
  void whenNobodyComes_aFeatureMayDecline_orLetItStay() {
    for (String otherwise : List.of(ReviewPolicy.DECLINE, ReviewPolicy.STAY)) {
      ReviewPolicy policy = new ReviewPolicy(Duration.ofHours(4), otherwise, 0, List.of());
      try (Tenlines tenlines = open(proposing("returns"), Stage.AUTO, policy)) {
        String id = tenlines.ask("triage", "Money back").id();
        clock.advance(Duration.ofHours(4));
        tenlines.tend();

        Decided decided = tenlines.history().find("default", id).decided();
        if (otherwise.equals(ReviewPolicy.STAY)) {
          assertThat(decided).isNull();
        } else {
          assertThat(decided.value()).isNull();
          assertThat(decided.verdict().decision()).isEqualTo("rejected");
        }
      }
    }
  }

  @Test
  void aSafeLabelThatCannotBeAnswered_isAnErrorAtTheStart() {
    ReviewPolicy policy = new ReviewPolicy(Duration.ofHours(4), "delivry", 0, List.of());

    assertThatThrownBy(() -> open(proposing("returns"), Stage.AUTO, policy))
        .hasMessageContaining("TL-165")
        .hasMessageContaining("delivry");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void aShareOfAudits_isFromNothingToEverything(double share) {
    assertThatThrownBy(() -> audits(share)).hasMessageContaining("TL-190");
  }
}
