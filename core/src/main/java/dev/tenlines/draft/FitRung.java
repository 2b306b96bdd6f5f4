package dev.tenlines.draft;

import dev.tenlines.Outcome.Reason;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Unfit;
import dev.tenlines.ladder.Rung;
import dev.tenlines.verify.LanguageTask;

/** Ends the climb of requests that ask for a sum or a look-up: nobody drafts those. */
record FitRung() implements Rung<Draft> {
  @Override
  public String name() {
    return "fit";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Attempt<Draft> attempt(Ask ask) {
    String instead = LanguageTask.insteadOf(ask.request());
    return instead == null
        ? new Abstained<>("asks for text")
        : new Unfit<>(Reason.NOT_A_LANGUAGE_TASK, instead, Money.ZERO);
  }
}
