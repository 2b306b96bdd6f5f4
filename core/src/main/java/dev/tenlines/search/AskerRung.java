package dev.tenlines.search;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Attempt.Unfit;
import dev.tenlines.ladder.Rung;
import dev.tenlines.query.QueryPlan;
import java.util.List;
import java.util.Map;

/**
 * Executes a plan that the asker sent: proposed and meant so, picked among readings, or changed
 * chip by chip. Nothing else is asked then.
 *
 * @param shows whether rows may be shown
 */
record AskerRung(Desk desk, boolean shows) implements Rung<Found> {
  static final String NAME = "asker";

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
    Map<String, Object> sent = ask.request().plan();
    if (sent == null) {
      return new Abstained<>("no plan was sent");
    }
    QueryPlan plan = PlanReader.read(sent);
    List<String> wrong = desk.wrong(plan);
    if (!wrong.isEmpty()) {
      return new Unfit<>(Reason.NO_SUCH_DATA, String.join(" ", wrong), Money.ZERO);
    }
    Found found = shows ? desk.found(plan, ask.request()) : desk.shown(plan, ask.request());
    return new Proposed<>(
        found, 1, null, "", new Basis.Construction(), Desk.evidence(plan, ask.input()), Money.ZERO);
  }
}
