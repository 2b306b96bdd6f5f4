package dev.tenlines.ladder;

import static dev.tenlines.ladder.ScriptedRung.proposal;
import static dev.tenlines.ladder.ScriptedRung.proposing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Evidence;
import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.Request;
import dev.tenlines.Stage;
import dev.tenlines.Trace;
import dev.tenlines.cost.Money;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.verify.LabelVerifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
  private static final Money CENT = Money.of("0.01", "USD");
  private final TestClock clock = new TestClock();

  private Outcome<String> climb(Feature feature, List<Rung<String>> rungs) {
    List<Certificate> open =
        rungs.stream()
            .map(r ->
                new Certificate(
                    "c_" + r.name(),
                    r.id(),
                    "",
                    Certificate.Kind.ERROR,
                    0.02,
                    0.9,
                    0.9,
                    0.5,
                    200,
                    0,
                    0.012,
                    0,
                    clock.instant(),
                    "test"))
            .toList();
    return new Ladder<>(
            feature,
            rungs,
            List.of(new LabelVerifier(feature.answerable())),
            new Certificates(open),
            clock)
        .climb("r_1", Request.of("hello"), Feed.unwatched());
  }

  private static Feature triage() {
    return Feature.classify("triage", "delivery", "returns");
  }

  @Test
  void theFirstProposalAboveItsThreshold_answersAndStopsTheClimb() {
    ScriptedRung sure = proposing("first", "delivery", 0.7);
    ScriptedRung never = proposing("second", "returns", 0.9);

    Outcome<String> outcome = climb(triage(), List.of(sure, never));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Answered.class,
            answered -> {
              assertThat(answered.value()).isEqualTo("delivery");
              assertThat(answered.rung()).isEqualTo("first@1");
              assertThat(answered.basis()).isEqualTo(new Basis.Certified("c_first"));
            });
    assertThat(never.asked()).isZero();
  }

  @Test
  void aScoreBelowTheThreshold_climbsOn_andTheBestGuessGoesToThePerson() {
    Outcome<String> outcome = climb(triage(), List.of(proposing("first", "delivery", 0.4)));

    assertThat(outcome)
        .isEqualTo(new Deferred<>("r_1", "triage", "v_1", "delivery", outcome.trace()));
    assertThat(outcome.trace().steps().getFirst().reason()).contains("below the certified");
  }

  @Test
  void withoutACertificate_nothingLeavesUnattended_exceptByConstruction() {
    Rung<String> unsure = proposing("unsure", "delivery", 1e9);
    Ladder<String> ladder = ladder(triage(), unsure);
    Rung<String> declared =
        new ScriptedRung(
            "declared",
            Duration.ZERO,
            r ->
                new Attempt.Proposed<>(
                    "returns", 0, null, "", new Basis.Construction(), List.of(), Money.ZERO));

    assertThat(ladder.climb("r_1", Request.of("x"), Feed.unwatched())).isInstanceOf(Deferred.class);
    assertThat(ladder(triage(), declared).climb("r_1", Request.of("x"), Feed.unwatched()))
        .isInstanceOfSatisfying(
            Answered.class, a -> assertThat(a.basis()).isEqualTo(new Basis.Construction()));
  }

  @Test
  void anAnswerThatWaits_givesWayToAHigherOne_andLeavesWhereThereIsNone() {
    Rung<String> waiting = new Waiting(proposing("floor", "returns", 0.9));
    ScriptedRung better = proposing("above", "delivery", 0.9);
    ScriptedRung unsure = proposing("above", "delivery", 0.1);

    Outcome<String> both = climb(triage(), List.of(waiting, better));
    Outcome<String> alone = climb(triage(), List.of(waiting, unsure));

    assertThat(both)
        .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.rung()).isEqualTo("above@1"));
    assertThat(alone)
        .isInstanceOfSatisfying(
            Answered.class,
            a -> {
              assertThat(a.rung()).isEqualTo("floor@1");
              assertThat(a.value()).isEqualTo("returns");
            });
    assertThat(alone.trace().steps()).hasSize(2);
    assertThat(alone.trace().steps().getFirst().reason()).isEqualTo("waits for the rungs above");
  }

  @Test
  void anAnswerThatWaits_leavesAtTheDeadline() {
    Rung<String> waiting = new Waiting(proposing("floor", "returns", 0.9));

    assertThat(climb(triage(), List.of(waiting, taking(Duration.ofDays(1)))))
        .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.rung()).isEqualTo("floor@1"));
  }

  /** Has nothing to say, after a while. */
  private Rung<String> taking(Duration time) {
    return new ScriptedRung(
        "slow",
        Duration.ZERO,
        ask -> {
          clock.advance(time);
          return new Attempt.Abstained<>("nothing fits");
        });
  }

  private record Waiting(ScriptedRung rung) implements Rung<String> {
    @Override
    public String name() {
      return rung.name();
    }

    @Override
    public String version() {
      return rung.version();
    }

    @Override
    public boolean waits() {
      return true;
    }

    @Override
    public Attempt<String> attempt(Ask ask) {
      return rung.attempt(ask);
    }
  }

  private Ladder<String> ladder(Feature feature, Rung<String> rung) {
    return new Ladder<>(
        feature,
        List.of(rung),
        List.of(new LabelVerifier(feature.answerable())),
        Certificates.NONE,
        clock);
  }

  @Test
  void aViolation_turnsAProposalIntoAnAbstention_andIsNotEvenAGuess() {
    Outcome<String> outcome = climb(triage(), List.of(proposing("first", "invented", 0.9)));

    assertThat(outcome)
        .isInstanceOfSatisfying(Deferred.class, d -> assertThat(d.proposal()).isNull());
    assertThat(outcome.trace().steps().getFirst().result()).isEqualTo(Trace.Result.ABSTAINED);
    assertThat(outcome.trace().steps().getFirst().reason()).contains("invented");
  }

  @Test
  void aRungThatSaysThereIsNoAnswer_decidesOnlyWhereNoHigherOneAnswers() {
    Evidence near = new Evidence.Span("a.md", 0, 4, "near");
    Rung<String> none =
        new ScriptedRung(
            "none",
            Duration.ZERO,
            r ->
                new Attempt.Absent<>(
                    Outcome.Reason.NOT_IN_DOCUMENTS, "near", List.of(near), "no", Money.ZERO));
    Feature alone = triage().withRungs("rules");

    assertThat(climb(alone, List.of(none)))
        .isInstanceOfSatisfying(
            Declined.class,
            d -> {
              assertThat(d.reason()).isEqualTo(Outcome.Reason.NOT_IN_DOCUMENTS);
              assertThat(d.proposal()).isEqualTo("near");
            });
    assertThat(climb(triage(), List.of(none)))
        .isInstanceOfSatisfying(
            Deferred.class,
            d -> {
              assertThat(d.proposal()).isNull();
              assertThat(d.evidence().equals(List.of(near))).isTrue();
            });
    assertThat(climb(alone, List.of(none, proposing("next", "delivery", 0.7))))
        .isInstanceOf(Answered.class);
  }

  @Test
  void aRungThatThrows_hasFailed_andTheNextAnswers() {
    Rung<String> broken =
        new ScriptedRung(
            "broken",
            Duration.ZERO,
            r -> {
              throw new IllegalStateException("no memory");
            });

    Outcome<String> outcome = climb(triage(), List.of(broken, proposing("next", "returns", 0.9)));

    assertThat(outcome).isInstanceOf(Answered.class);
    assertThat(outcome.trace().steps().getFirst().reason()).contains("no memory");
  }

  @Test
  void atTheDeadline_thereIsAReviewOrATimeout_andNoFurtherRungStarts() {
    Rung<String> slow =
        new ScriptedRung(
            "slow",
            Duration.ZERO,
            r -> {
              clock.advance(Duration.ofSeconds(3));
              return proposal("delivery", 0.1);
            });
    ScriptedRung late = proposing("late", "delivery", 0.9);

    assertThat(climb(triage(), List.of(slow, late))).isInstanceOf(Deferred.class);
    assertThat(climb(triage().withRungs("rules"), List.of(slow, late)))
        .isInstanceOfSatisfying(
            Declined.class, d -> assertThat(d.reason()).isEqualTo(Reason.TIMEOUT));
    assertThat(late.asked()).isZero();
  }

  @Test
  void whenTheLastRungHasNothingToSay_thatIsTheReason_howeverLongItTook() {
    Rung<String> slow = taking(Duration.ofSeconds(3));

    assertThat(climb(triage().withRungs("rules"), List.of(slow)))
        .isInstanceOfSatisfying(
            Declined.class, d -> assertThat(d.reason()).isEqualTo(Reason.NO_ANSWER));
  }

  @Test
  void shadow_declinesAndRecordsTheWouldBeAnswer_assistDefersEveryProposal() {
    Rung<String> sure = proposing("first", "delivery", 0.9);

    assertThat(climb(triage().withStage(Stage.SHADOW), List.of(sure)))
        .isInstanceOfSatisfying(
            Declined.class,
            d -> {
              assertThat(d.reason()).isEqualTo(Reason.SHADOW);
              assertThat(d.proposal()).isEqualTo("delivery");
            });
    assertThat(climb(triage().withStage(Stage.ASSIST), List.of(sure)))
        .isInstanceOfSatisfying(
            Deferred.class, d -> assertThat(d.proposal()).isEqualTo("delivery"));
  }

  @Test
  void aRungThatTakesLongerThanIsLeft_isSkipped_andTheNextAnswers() {
    ScriptedRung slow =
        new ScriptedRung("slow", Duration.ofSeconds(3), r -> proposal("delivery", 0.9));

    Outcome<String> outcome = climb(triage(), List.of(slow, proposing("next", "returns", 0.9)));

    assertThat(outcome).isInstanceOf(Answered.class);
    assertThat(slow.asked()).isZero();
    assertThat(outcome.trace().steps().getFirst().result()).isEqualTo(Trace.Result.SKIPPED);
    assertThat(outcome.trace().steps().getFirst().reason())
        .isEqualTo("takes about 3000 ms, 2000 ms are left");
  }

  @Test
  void whatAFailedAttemptCost_isInTheTrace_andAnEmptyBudgetIsTheReasonWhereNobodyReviews() {
    Rung<String> dear =
        new ScriptedRung("dear", Duration.ZERO, r -> new Attempt.Failed<>("OVER_BUDGET", CENT));

    Outcome<String> outcome = climb(triage().withRungs("rules"), List.of(dear));

    assertThat(outcome.trace().charge()).isEqualTo(CENT);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Declined.class, d -> assertThat(d.reason()).isEqualTo(Reason.OVER_BUDGET));
  }
}
