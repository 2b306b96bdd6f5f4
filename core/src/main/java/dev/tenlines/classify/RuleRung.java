package dev.tenlines.classify;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Promise;
import dev.tenlines.Request;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.rules.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers by the first rule line that matches. A line that a person declared leaves by
 * construction; a found line has the score minus its number, so that a certificate's threshold cuts
 * the list at a line.
 */
public final class RuleRung implements Rung<String> {
  private final Rules rules;
  private final Promise promise;

  public RuleRung(Rules rules, Promise promise) {
    this.rules = rules;
    this.promise = promise;
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String version() {
    return rules.version();
  }

  @Override
  public Attempt<String> attempt(Ask ask) {
    return judge(ask.request());
  }

  /** What the rules make of a request. */
  Attempt<String> judge(Request request) {
    Rules.Match match = rules.first(request);
    if (match == null) {
      return new Abstained<>("no line matched");
    }
    String label = match.line().then();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence.Rule(match.number(), match.line().when()));
    evidence.addAll(match.spans());
    return new Proposed<>(
        label,
        -match.number(),
        null,
        promise.groupOf(label),
        match.line().declared() ? new Basis.Construction() : null,
        evidence,
        Money.ZERO);
  }
}
