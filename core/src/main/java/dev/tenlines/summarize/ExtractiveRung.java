package dev.tenlines.summarize;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Attempt.Unfit;
import dev.tenlines.ladder.Feed.Piece;
import dev.tenlines.ladder.Rung;
import dev.tenlines.salience.Selection;

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

  /** The sentences that say most within the budget. */
  static Summary of(Original original) {
    Selection chosen = original.select(original.ranked(), original.budget());
    return Summary.of(
        chosen.sentences().stream().map(original::quote).toList(), original.facts(), 0);
  }
}
