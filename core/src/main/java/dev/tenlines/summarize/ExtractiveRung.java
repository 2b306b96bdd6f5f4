package dev.tenlines.summarize;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.cost.Money;
import dev.tenlines.document.Span;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Attempt.Unfit;
import dev.tenlines.ladder.Feed.Piece;
import dev.tenlines.ladder.Rung;
import dev.tenlines.salience.OwnSummary;
import dev.tenlines.salience.Scored;
import java.util.List;
import java.util.Set;

/**
 * Chooses sentences of the source, word for word. Where a model stands above, its answer waits: the
 * model reads what says most, and this is what there is when the model does not do.
 *
 * @param waits whether a rung above is asked all the same
 */
record ExtractiveRung(Originals originals, boolean waits) implements Rung<Summary> {
  @Override
  public String name() {
    return "extractive";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Attempt<Summary> attempt(Ask ask) {
    Original original = originals.of(ask.request());
    if (original.ranked().isEmpty()) {
      return new Unfit<>(Reason.NO_ANSWER, "the text has no words", Money.ZERO);
    }
    Summary summary = of(original);
    if (!waits) {
      summary
          .sentences()
          .forEach(one -> ask.feed().show(new Piece.Sentence(one.text(), one.from())));
    }
    return new Proposed<>(
        summary, 1, null, "", new Basis.Construction(), summary.evidence(), Money.ZERO);
  }

  /** What the document says of itself, where it does so briefly; else what says most. */
  private static Summary of(Original original) {
    OwnSummary own = original.own();
    if (own != null) {
      Composition composition = new Composition(original, original.budget(), null);
      original.ranked().stream()
          .map(Scored::sentence)
          .filter(one -> own.span().contains(one))
          .forEach(composition::quote);
      if (composition.words() <= original.budget()) {
        return composition.done();
      }
    }
    List<Span> chosen = original.selected(Set.of(), original.budget());
    return Summary.of(chosen.stream().map(original::quote).toList(), original.facts(), 0);
  }
}
