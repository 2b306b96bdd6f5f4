package dev.tenlines.draft;

import dev.tenlines.Request;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Reply;
import dev.tenlines.verify.Violation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model write the draft, from the ticket, the fields and the macro that fits best. A draft
 * with a fact of its own is written once more; nothing is asked where people's own reply fits well.
 */
final class LlmDraftRung implements Rung<Draft> {
  /** From this score on a reply of people is as good as any. */
  private static final double FITS_WELL = 0.6;

  private static final String REPEATED = "the model repeated its instructions";

  private final String name;
  private final ModelClient client;
  private final Replies replies;
  private final DraftPrompt prompt;

  LlmDraftRung(String name, ModelClient client, Replies replies, DraftPrompt prompt) {
    this.name = name;
    this.client = client;
    this.replies = replies;
    this.prompt = prompt;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return client.model().version(prompt.file().digest());
  }

  @Override
  public Duration expected() {
    return client.usual();
  }

  @Override
  public Attempt<Draft> attempt(Ask ask) {
    if (ask.feed().shown()) {
      return new Abstained<>("another rung's text was shown before");
    }
    Request request = ask.request();
    Replies.Found found = replies.macro(request);
    if (found != null && found.score() >= FITS_WELL) {
      return new Abstained<>("a macro fits well, so no model is asked");
    }
    String example = found == null ? null : found.draft().text();
    Prompt asked = prompt.of(ask, example);
    Asked first = client.ask(asked, ask, id(), 0, shown(ask));
    if (!(first.reply() instanceof Reply.Whole whole)) {
      return first.broken(Money.ZERO);
    }
    String text = whole.text().toVerify().strip();
    if (prompt.isRepeatedBy(text)) {
      return new Abstained<>(REPEATED, first.charge());
    }
    Draft draft = replies.grounded(request, text);
    List<Violation> violations = replies.violations(request, draft);
    if (violations.isEmpty() || ask.feed().shown()) {
      return proposed(draft, first.charge());
    }
    String wrong = DraftPrompt.wrong(violations);
    Asked second = client.ask(asked.corrected(whole.text(), wrong), ask, id(), 1, shown(ask));
    if (!(second.reply() instanceof Reply.Whole better)) {
      return second.broken(first.charge());
    }
    String repaired = better.text().toVerify().strip();
    Money both = first.charge().plus(second.charge());
    return prompt.isRepeatedBy(repaired)
        ? new Abstained<>(REPEATED, both)
        : proposed(replies.grounded(request, repaired), both);
  }

  /** Tokens go to whoever watches at once: a person's draft is marked unverified. */
  private static @Nullable Consumer<ModelText> shown(Ask ask) {
    return ask.feed().watched() ? piece -> ask.feed().show(piece.toDraft()) : null;
  }

  private static Attempt<Draft> proposed(Draft draft, Money charge) {
    return new Proposed<>(draft, FITS_WELL, null, "", null, draft.evidence(), charge);
  }
}
