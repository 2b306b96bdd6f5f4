package dev.tenlines.search;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.query.QueryPlan;

/**
 * Answers as a person of the same tenant wanted such a question answered: the same words with other
 * values.
 *
 * @param shows whether rows may be shown
 */
record AcceptedRung(Desk desk, Accepted accepted, boolean shows) implements Rung<Found> {
  static final String NAME = "accepted";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Attempt<Found> attempt(Ask ask) {
    QueryPlan plan = accepted.find(ask.request());
    if (plan == null) {
      return new Abstained<>("nobody has accepted a plan for such a question");
    }
    if (!desk.wrong(plan).isEmpty()) {
      return new Abstained<>("the plan accepted for such a question is none any more");
    }
    Found found = shows ? desk.found(plan, ask.request()) : desk.shown(plan, ask.request());
    return new Proposed<>(
        found, 1, null, "", new Basis.Construction(), Desk.evidence(plan, ask.input()), Money.ZERO);
  }
}
