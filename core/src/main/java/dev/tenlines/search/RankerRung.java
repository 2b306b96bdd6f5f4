package dev.tenlines.search;

import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.linking.Reading;
import dev.tenlines.linking.Understood;
import dev.tenlines.search.Ranker.Ranked;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes the reading that people chose in such cases, beside the others: the asker has the last
 * word.
 */
record RankerRung(Desk desk, Ranker ranker) implements Rung<Found> {
  static final String NAME = "ranker";
  private static final double LIKELY = 0.7;

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
    if (!(desk.read(ask.request()) instanceof Understood.Read(List<Reading> readings))
        || readings.size() < 2) {
      return new Abstained<>("there is nothing to choose from");
    }
    Ranked ranked = ranker.rank(ask.request(), readings);
    if (ranked == null || ranked.probability() < LIKELY) {
      return new Abstained<>("people have not chosen often enough in such cases");
    }
    Reading best = readings.get(ranked.best());
    List<Reading> others = new ArrayList<>(readings);
    others.remove(ranked.best());
    Found found =
        desk.shown(best.plan(), ask.request()).beside(desk.readings(others, ask.request()));
    return new Proposed<>(
        found,
        ranked.probability(),
        null,
        "",
        null,
        Desk.evidence(best.plan(), ask.input()),
        Money.ZERO);
  }
}
