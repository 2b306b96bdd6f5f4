package dev.tenlines.search;

import dev.tenlines.Request;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.rendering.Chip;
import dev.tenlines.verify.Verifier;
import dev.tenlines.verify.Violation;
import java.util.ArrayList;
import java.util.List;

/** Checks that a plan may be executed, and that its chips say what it does and nothing else. */
record PlanVerifier(Desk desk) implements Verifier<Found> {
  @Override
  public List<Violation> verify(Request request, Found found) {
    QueryPlan plan = found.query();
    if (plan == null) {
      return List.of(new Violation("plan", "There is no plan."));
    }
    List<Violation> violations = new ArrayList<>();
    List<String> wrong = desk.wrong(plan);
    wrong.forEach(what -> violations.add(new Violation("plan", what)));
    if (wrong.isEmpty()) {
      List<Chip> chips = desk.shown(plan, request).chips();
      if (!chips.equals(found.chips())) {
        violations.add(new Violation("chips", "The chips do not say what the plan does."));
      }
    }
    return violations;
  }
}
