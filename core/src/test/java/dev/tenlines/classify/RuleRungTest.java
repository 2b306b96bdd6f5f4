package dev.tenlines.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Promise;
import dev.tenlines.Request;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.RungContract;
import dev.tenlines.rules.RuleFile;
import org.junit.jupiter.api.Test;

class RuleRungTest extends RungContract {
  private final Rung<String> rung =
      new RuleRung(
          RuleFile.parse(
              "rules.yaml",
              """
              - when: input.mentions("stolen")
                then: lost_card
              - when: input.mentions("parcel")
                then: delivery
                found: { rows: 10, right: 10, lower: 0.79 }
              """),
          Promise.DEFAULT);

  @Override
  protected Rung<String> rung() {
    return rung;
  }

  @Override
  protected Request known() {
    return Request.of("My card was stolen");
  }

  @Test
  void aDeclaredLine_leavesByConstruction_withItsRuleAndWordsAsEvidence() {
    Proposed<String> proposed = (Proposed<String>) attempt(known());

    assertThat(proposed.basis()).isEqualTo(new Basis.Construction());
    assertThat(proposed.evidence())
        .containsExactly(
            new Evidence.Rule(1, "input.mentions(\"stolen\")"),
            new Evidence.Span("input", 12, 18, "stolen"));
  }

  @Test
  void aFoundLine_needsACertificate_andItsScoreIsItsPlace() {
    Proposed<String> proposed = (Proposed<String>) attempt(Request.of("the parcel"));

    assertThat(proposed.basis()).isNull();
    assertThat(proposed.score()).isEqualTo(-2);
  }
}
