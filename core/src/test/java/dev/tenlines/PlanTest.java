package dev.tenlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Finding.Level;
import dev.tenlines.Profile.Rule;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final String[] ALL = {
    "rules", "cache", "classifier", "model:haiku", "model:sonnet", "review"
  };

  private final Feature feature = Feature.classify("triage", "a", "b").withRungs(ALL);

  @Test
  void languageTask_letsEveryRungClimb() {
    Plan plan = Plan.of(feature);

    assertThat(plan.findings()).isEmpty();
    assertThat(plan.used()).containsExactly(ALL);
    assertThat(plan.rungs()).allSatisfy(line -> assertThat(line.reason()).isNotBlank());
  }

  @Test
  void noLanguageTask_refusesEveryModelRung() {
    Plan plan = Plan.of(feature.withProfile(profile(false, Rule.PARTIAL)));

    assertThat(ids(plan.errors())).containsExactly("TL-130", "TL-130");
    assertThat(plan.errors().getFirst().what()).contains("(triage)", "(model:haiku)");
    assertThat(plan.used()).containsExactly("rules", "cache", "classifier", "review");
    assertThat(reason(plan, "model:haiku")).startsWith("language-task: false");
  }

  @Test
  void noLanguageTaskWithAClassifier_isAWarning() {
    Plan plan =
        Plan.of(
            feature.withRungs("rules", "classifier").withProfile(profile(false, Rule.COMPLETE)));

    assertThat(plan.errors()).isEmpty();
    assertThat(ids(plan.findings())).containsExactly("TL-133");
    assertThat(plan.findings().getFirst().level()).isEqualTo(Level.WARNING);
  }

  @Test
  void noLanguageTaskWithRulesOnly_isFine() {
    Plan plan = Plan.of(feature.withRungs("rules").withProfile(profile(false, Rule.COMPLETE)));

    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void completeRule_refusesEveryModelRung() {
    Plan plan = Plan.of(feature.withProfile(profile(true, Rule.COMPLETE)));

    assertThat(ids(plan.errors())).containsExactly("TL-131", "TL-131");
    assertThat(plan.used()).containsExactly("rules", "cache", "classifier", "review");
    assertThat(reason(plan, "model:haiku")).startsWith("rule: complete");
    assertThat(reason(plan, "rules")).startsWith("rule: complete");
  }

  @Test
  void partialRuleOrNone_letsModelsClimb() {
    for (Rule rule : List.of(Rule.PARTIAL, Rule.NONE)) {
      Plan plan = Plan.of(feature.withProfile(profile(true, rule)));

      assertThat(plan.findings()).isEmpty();
      assertThat(plan.used()).contains("model:haiku", "model:sonnet");
    }
  }

  @Test
  void highCostOfAWrongAnswer_needsAPerson() {
    Feature alone = feature.withRungs("rules", "classifier");

    Plan plan = Plan.of(alone.withProfile(costs("4 EUR", "0.40 EUR")));

    assertThat(ids(plan.errors())).containsExactly("TL-132");
    assertThat(plan.errors().getFirst().what()).contains("(triage)", "4.00 EUR");
    assertThat(Plan.of(alone.withProfile(costs("3.99 EUR", "0.40 EUR"))).findings()).isEmpty();
    assertThat(Plan.of(feature.withProfile(costs("4 EUR", "0.40 EUR"))).findings()).isEmpty();
  }

  @Test
  void highCostWithoutAReviewCost_needsAPersonFromOneUnitOn() {
    Feature alone = feature.withRungs("rules", "classifier");

    assertThat(ids(Plan.of(alone.withProfile(costs("1 EUR", null))).errors()))
        .containsExactly("TL-132");
    assertThat(Plan.of(alone.withProfile(costs("0.99 EUR", null))).findings()).isEmpty();
  }

  @Test
  void costs_sayFromWhichErrorOnAPersonIsWorthIt() {
    Plan plan = Plan.of(feature.withProfile(costs("2.50 EUR", "0.40 EUR")));

    assertThat(reason(plan, "review"))
        .isEqualTo(
            "wrong-answer-cost 2.50 EUR and review-cost 0.40 EUR:"
                + " a person is worth it above 16.0 % error");
  }

  @Test
  void latencyBudgetUnder200Milliseconds_strikesOutEveryModelRung() {
    Plan plan = Plan.of(feature.withProfile(budget(199)));

    assertThat(plan.errors()).isEmpty();
    assertThat(plan.used()).containsExactly("rules", "cache", "classifier", "review");
    assertThat(reason(plan, "model:sonnet"))
        .isEqualTo("latency-budget: 199ms is under 200ms, so only a cached model answer can come");
  }

  @Test
  void latencyBudgetOf200Milliseconds_keepsTheModels() {
    assertThat(Plan.of(feature.withProfile(budget(200))).used()).containsExactly(ALL);
  }

  @Test
  void volume_neverPutsADearerRungBeforeACheaperOne() {
    Profile busy =
        new Profile(
            true, Rule.PARTIAL, null, null, Duration.ofSeconds(2), Volume.parse("9000000/month"));

    Plan plan = Plan.of(feature.withProfile(busy));

    assertThat(plan.findings()).isEmpty();
    assertThat(plan.used()).containsExactly(ALL);
  }

  @Test
  void unknownRung_isAnError() {
    Plan plan = Plan.of(feature.withRungs("rules", "clasifier", "review"));

    assertThat(ids(plan.errors())).containsExactly("TL-134");
    assertThat(plan.errors().getFirst().what()).contains("(clasifier)");
    assertThat(plan.used()).containsExactly("rules", "review");
  }

  @Test
  void reviewThatIsNotLast_isAnError() {
    Plan plan = Plan.of(feature.withRungs("rules", "review", "classifier"));

    assertThat(ids(plan.errors())).containsExactly("TL-135");
    assertThat(plan.errors().getFirst().what()).contains("(rules, review, classifier)");
  }

  @Test
  void rungNamedTwice_isAnError() {
    assertThat(ids(Plan.of(feature.withRungs("rules", "classifier", "classifier")).errors()))
        .containsExactly("TL-135");
  }

  @Test
  void fewerThanTwoAnswerableLabels_areAnError() {
    Feature one = Feature.classify("t", "a");
    Feature noneAside =
        new Feature(
            "t",
            Feature.Kind.CLASSIFY,
            Map.of("a", "", "other", ""),
            "other",
            "body",
            Profile.UNSTATED,
            Promise.DEFAULT,
            Stage.AUTO,
            Feature.Kind.CLASSIFY.task().usual(),
            ReviewPolicy.DEFAULT);

    assertThat(ids(Plan.of(one).errors())).containsExactly("TL-136");
    assertThat(ids(Plan.of(noneAside).errors())).containsExactly("TL-136");
  }

  @Test
  void promiseForALabelThatIsNotDeclared_isAnError() {
    Promise promise = new Promise(0.02, 0.9, Map.of("c", new LabelPromise(0.01, null)));

    Plan plan = Plan.of(feature.withPromise(promise));

    assertThat(ids(plan.errors())).containsExactly("TL-137");
    assertThat(plan.errors().getFirst())
        .hasToString(
            "TL-137 The promise of feature (triage) names the label (c), which is not declared."
                + " Maybe it is one of: a, b.");
  }

  @Test
  void rulesThatAreNotFirst_areAWarning() {
    Plan plan = Plan.of(feature.withRungs("cache", "rules", "classifier"));

    assertThat(plan.errors()).isEmpty();
    assertThat(ids(plan.findings())).containsExactly("TL-138");
    assertThat(plan.used()).containsExactly("cache", "rules", "classifier");
  }

  @Test
  void severalMistakes_areAllTold() {
    Plan plan =
        Plan.of(
            feature
                .withRungs("review", "rules", "model:haiku", "magic")
                .withProfile(profile(false, Rule.COMPLETE)));

    assertThat(ids(plan.findings()))
        .containsExactlyInAnyOrder("TL-130", "TL-134", "TL-135", "TL-138");
  }

  private static Profile profile(boolean languageTask, Rule rule) {
    return new Profile(languageTask, rule, null, null, Duration.ofSeconds(2), null);
  }

  private static Profile costs(String wrong, @Nullable String review) {
    return new Profile(
        true,
        Rule.PARTIAL,
        Money.parse(wrong),
        review == null ? null : Money.parse(review),
        Duration.ofSeconds(2),
        null);
  }

  private static Profile budget(long millis) {
    return new Profile(true, Rule.PARTIAL, null, null, Duration.ofMillis(millis), null);
  }

  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::id).toList();
  }

  private static String reason(Plan plan, String rung) {
    return plan.rungs().stream()
        .filter(line -> line.rung().equals(rung))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  @Test
  void volume_forecastsWhatPeopleCost() {
    Profile profile =
        new Profile(
            true,
            Rule.PARTIAL,
            Money.parse("2.50 EUR"),
            Money.parse("0.40 EUR"),
            Duration.ofSeconds(2),
            Volume.parse("50000/month"));

    Plan plan = Plan.of(Feature.classify("triage", "a", "b").withProfile(profile));

    assertThat(plan.rungs().getLast().reason())
        .contains("people cost 20000.00 EUR a month if everything is deferred")
        .contains("2000.00 EUR if a tenth is");
  }
}
