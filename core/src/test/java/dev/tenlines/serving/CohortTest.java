package dev.tenlines.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Trace;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Models;
import dev.tenlines.review.Judgements.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which verdicts certify and which train. */
class CohortTest {
  private static final double BUDGET = 0.1;
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final Feature FEATURE =
      Feature.classify("desk", "delivery", "refund").withPromise(0.1, 0.9);

  private final List<Judgement> judged = new ArrayList<>();
  private final List<Models.Version> versions = new ArrayList<>();
  private final List<Models.Shut> shuts = new ArrayList<>();

  @Test
  void whatPeopleSawBecauseARungWasUnsure_neverCertifies() {
    judge(1, 300, "unsure", "refund", false);
    judge(1, 20, "audit", "delivery", true);

    Cohort cohort = cohort(FEATURE);

    assertThat(cohort.audits())
        .hasSize(20)
        .extracting(Example::text)
        .allMatch(t -> t.startsWith("audit"));
    assertThat(cohort.train())
        .hasSize(300)
        .extracting(Example::text)
        .allMatch(t -> t.startsWith("unsure"));
  }

  @Test
  void auditsThatCertified_doNotTrain_untilThereAreEnoughFreshOnes() {
    judge(1, 200, "first", "refund", true);
    version(2, true, true, Instant.EPOCH);
    judge(3, 50, "second", "refund", true);

    assertThat(cohort(FEATURE).train()).isEmpty();
    assertThat(cohort(FEATURE).audits()).as("all of them again").hasSize(250);

    judge(4, 150, "third", "refund", true);
    Cohort fresh = cohort(FEATURE);

    assertThat(fresh.audits())
        .hasSize(200)
        .extracting(Example::text)
        .noneMatch(t -> t.startsWith("first"));
    assertThat(fresh.train())
        .hasSize(200)
        .extracting(Example::text)
        .allMatch(t -> t.startsWith("first"));
  }

  @Test
  void auditsThatHaveTrained_neverCertifyAgain() {
    judge(1, 200, "first", "refund", true);
    version(2, false, true, Instant.EPOCH);
    judge(3, 200, "second", "refund", true);
    version(4, true, true, day(2));
    judge(5, 10, "third", "refund", true);

    Cohort cohort = cohort(FEATURE);

    assertThat(cohort.from()).isEqualTo(day(2));
    assertThat(cohort.audits())
        .hasSize(210)
        .extracting(Example::text)
        .noneMatch(t -> t.startsWith("first"));
  }

  @Test
  void allTestsTogether_spendNoMoreThanThereIs() {
    double spent = 0;
    for (int attempt = 1; attempt <= 200; attempt++) {
      double delta = cohort(FEATURE).delta();
      assertThat(delta).isLessThan(attempt == 1 ? BUDGET : BUDGET / attempt);
      spent += delta;
      version(attempt, attempt % 3 == 0, true, Instant.EPOCH);
    }
    assertThat(spent).isBetween(0.9 * BUDGET, BUDGET);
  }

  @Test
  void aTrainingThatTestedNothing_spendsNothing() {
    double first = cohort(FEATURE).delta();
    version(1, true, false, Instant.EPOCH);
    version(2, true, false, Instant.EPOCH);

    assertThat(cohort(FEATURE).delta()).isEqualTo(first);
  }

  @Test
  void aRejectedRequest_isAnErrorWhateverIsAnswered_orTheLabelNone() {
    judge(1, 3, "audit", null, true);
    judge(1, 5, "unsure", null, false);

    assertThat(cohort(FEATURE).audits()).extracting(Example::label).containsOnly(Cohort.NO_LABEL);
    assertThat(cohort(FEATURE).train()).isEmpty();

    Feature withNone = none("other");
    assertThat(cohort(withNone).audits()).extracting(Example::label).containsOnly("other");
    assertThat(cohort(withNone).train())
        .hasSize(5)
        .extracting(Example::label)
        .containsOnly("other");
  }

  private static Feature none(String label) {
    Feature f = Feature.classify("desk", "delivery", "refund", label).withPromise(0.1, 0.9);
    return new Feature(
        f.name(),
        f.kind(),
        f.labels(),
        label,
        f.input(),
        f.profile(),
        f.promise(),
        f.stage(),
        f.rungs(),
        f.review());
  }

  @Test
  void verdictsOfAnotherSetOfLabels_train_butDoNotCertify() {
    judge(1, 40, "before", "refund", true);
    judge(2, 40, "gone", "complaint", true);
    judge(3, 40, "after", "refund", true);

    Cohort cohort = cohort(FEATURE);

    assertThat(cohort.audits())
        .hasSize(40)
        .extracting(Example::text)
        .allMatch(t -> t.startsWith("after"));
    assertThat(cohort.train())
        .hasSize(40)
        .extracting(Example::text)
        .allMatch(t -> t.startsWith("before"));
  }

  @Test
  void afterAShut_onlyAuditsOfThenAndLater_certify() {
    judge(1, 100, "before", "refund", true);
    version(2, true, true, Instant.EPOCH);
    judge(3, 10, "broken", "refund", true);
    shuts.add(new Models.Shut("desk", "classifier@1", "", 10, 8, 0.1, day(4)));

    Cohort cohort = cohort(FEATURE);

    assertThat(cohort.audits())
        .hasSize(10)
        .extracting(Example::text)
        .allMatch(t -> t.startsWith("broken"));
    assertThat(cohort.train()).hasSize(100);
  }

  @Test
  void whatAnotherRungAnswered_isDrawnMoreRarely_soTheRestIsThinnedToMatch() {
    judge(1, 400, "audit", "refund", true);
    int all = cohort(FEATURE).audits().size();
    answeredBy("rules@3", 1, "ruled");

    assertThat(cohort(FEATURE).audits()).as("the rules answer no more").hasSizeLessThan(all / 5);
    assertThat(
            Cohort.of(FEATURE, r -> r.input().startsWith("ruled"), judged, versions, shuts, BUDGET)
                .audits())
        .as("the rules still answer it: it never reaches the small model")
        .hasSize(all + 1);
  }

  private Cohort cohort(Feature feature) {
    return Cohort.of(feature, request -> false, judged, versions, shuts, BUDGET);
  }

  private void judge(int day, int rows, String text, @Nullable Object right, boolean audit) {
    for (int i = 0; i < rows; i++) {
      String id = "r_" + text + day + i;
      Outcome<Object> outcome =
          new Deferred<>(id, "desk", "v" + id, null, new Trace(List.of(), Duration.ZERO));
      judged.add(new Judgement(Request.of(text + " " + i), outcome, right, audit, day(day)));
    }
  }

  private void answeredBy(String rung, int day, String text) {
    Outcome<Object> outcome =
        new Answered<>(
            "r_" + text,
            "desk",
            "refund",
            rung,
            new Basis.Construction(),
            null,
            List.of(),
            new Trace(List.of(), Duration.ZERO));
    judged.add(new Judgement(Request.of(text), outcome, "refund", true, day(day)));
  }

  /** The newest stands first, as in the store. */
  private void version(int day, boolean serving, boolean tested, Instant from) {
    TrainingSummary summary =
        new TrainingSummary(0, 0, 0.9, 0.5, null, serving, tested, from, null);
    versions.addFirst(
        new Models.Version(
            "desk",
            versions.size() + 1,
            FeatureTraining.FROM_VERDICTS,
            100,
            Certificates.NONE,
            summary.json(),
            serving,
            day(day)));
  }

  private static Instant day(int number) {
    return START.plus(Duration.ofDays(number));
  }
}
