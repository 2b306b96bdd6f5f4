package dev.tenlines.draft;

import dev.tenlines.Request;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a reply that people wrote before.
 *
 * @param finder the best one for a request, or null
 * @param better another whose score it has to beat, or null where there is none
 */
record ReplyRung(
    String name,
    String version,
    String otherwise,
    Function<Request, Replies.@Nullable Found> finder,
    Function<Request, Replies.@Nullable Found> better)
    implements Rung<Draft> {

  @Override
  public Attempt<Draft> attempt(Ask ask) {
    Replies.Found found = finder.apply(ask.request());
    if (found == null) {
      return new Abstained<>(otherwise);
    }
    Replies.Found other = better.apply(ask.request());
    if (other != null && other.score() >= found.score()) {
      return new Abstained<>("a macro fits better");
    }
    return new Proposed<>(found.draft(), found.score(), null, "", null, found.all(), Money.ZERO);
  }
}
