package dev.tenlines.extract;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields without a model. It stands on the rungs below it: what they found, it finds too.
 *
 * @param rungs the names of the ways it goes, its own among them
 * @param last whether no other rung without a model stands above it: only then fields that may be
 *     missing may be missing
 */
record FieldRung(String name, String version, Reading reading, List<String> rungs, boolean last)
    implements Rung<Extraction> {
  @Override
  public @Nullable String doubt(Extraction extraction) {
    return Doubts.of(reading.schema(), extraction);
  }

  @Override
  public Attempt<Extraction> attempt(Ask ask) {
    Extraction extraction = reading.read(ask.request(), rungs);
    if (extraction.read().isEmpty()) {
      return new Abstained<>("no field was found");
    }
    double score = Reading.score(extraction);
    boolean leaves = score >= Reading.SURE && reading.complete(extraction, last);
    return new Proposed<>(
        extraction,
        score,
        null,
        "",
        leaves ? new Basis.Construction() : null,
        extraction.evidence(),
        Money.ZERO);
  }
}
