package dev.tenlines.search;

import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Forecast;
import dev.tenlines.ladder.Rung;
import dev.tenlines.linking.Reading;
import dev.tenlines.linking.Understood;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Reply;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.search.ModelPlan.Wrong;
import dev.tenlines.text.Digest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model fill in the plan. It sees declared names and values, never a row; what it fills in
 * is held against the question and the declarations, sent back once where that fails, and shown as
 * chips: rows come on the asker's word only.
 */
final class LlmPlanRung implements Rung<Found> {
  private static final String AGAIN = " Fill in the whole object again, or entity: null.";

  private final String name;
  private final ModelClient client;
  private final SearchPrompt prompt;
  private final Desk desk;

  LlmPlanRung(String name, ModelClient client, SearchPrompt prompt, Desk desk) {
    this.name = name;
    this.client = client;
    this.prompt = prompt;
    this.desk = desk;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return client.model().version(Digest.of(prompt.digest()).substring(0, 8));
  }

  @Override
  public Duration expected() {
    return client.usual();
  }

  @Override
  public @Nullable Forecast forecast(Ask ask) {
    return new Forecast(1, client.most(List.of(prompt.of(ask))));
  }

  @Override
  public Attempt<Found> attempt(Ask ask) {
    if (ask.input().isBlank()) {
      return new Abstained<>("nothing is asked");
    }
    if (desk.read(ask.request()) instanceof Understood.Read(List<Reading> readings)
        && readings.size() > 1) {
      return new Abstained<>("the asker knows better which reading is meant");
    }
    Prompt asked = prompt.of(ask);
    Asked first = client.ask(asked, ask, id(), 0, null);
    if (!(first.reply() instanceof Reply.Whole whole)) {
      return first.broken(Money.ZERO);
    }
    Read read = read(whole, ask);
    if (read.wrong() == null) {
      return ended(read, ask, first.charge());
    }
    Asked second =
        client.ask(asked.corrected(whole.text(), read.wrong() + AGAIN), ask, id(), 1, null);
    if (!(second.reply() instanceof Reply.Whole better)) {
      return second.broken(first.charge());
    }
    return ended(read(better, ask), ask, first.charge().plus(second.charge()));
  }

  /**
   * What an answer comes to.
   *
   * @param plan null where the model holds that there is none, or where something is wrong
   */
  private record Read(@Nullable QueryPlan plan, @Nullable String wrong) {}

  private Read read(Reply.Whole answer, Ask ask) {
    try {
      QueryPlan plan =
          new ModelPlan(
                  desk.catalog(),
                  desk.dictionary(ask.request().tenant()),
                  ask.input(),
                  desk.setting(ask.request(), null))
              .read(answer.text().json());
      List<String> wrong = plan == null ? List.of() : desk.wrong(plan);
      return wrong.isEmpty() ? new Read(plan, null) : new Read(null, String.join(" ", wrong));
    } catch (Wrong e) {
      return new Read(null, e.what());
    }
  }

  private Attempt<Found> ended(Read read, Ask ask, Money charge) {
    if (read.wrong() != null) {
      return new Abstained<>(read.wrong(), charge);
    }
    if (read.plan() == null) {
      return new Abstained<>("the model finds nothing that is asked of the tables", charge);
    }
    return new Proposed<>(
        desk.shown(read.plan(), ask.request()),
        1,
        null,
        "",
        null,
        Desk.evidence(read.plan(), ask.input()),
        charge);
  }
}
