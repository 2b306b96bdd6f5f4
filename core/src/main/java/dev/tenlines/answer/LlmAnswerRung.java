package dev.tenlines.answer;

import dev.tenlines.Feature;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.Stage;
import dev.tenlines.answer.Answer.Statement;
import dev.tenlines.answer.Statements.Said;
import dev.tenlines.cost.Money;
import dev.tenlines.index.Hit;
import dev.tenlines.index.Passage;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Absent;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Feed.Piece;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.PromptFile;
import dev.tenlines.model.Reply;
import java.time.Duration;
import java.util.List;

/**
 * Lets a model answer from the passages that fit best. Only statements leave whose quotes stand in
 * them and that say nothing else; an answer with others is asked for once more, with what was
 * wrong. Where nobody reviews, statements are shown one by one, each after its check.
 */
final class LlmAnswerRung implements Rung<Answer> {
  private static final int PASSAGES = 8;
  private static final String AGAIN =
      " Answer the whole object again: copy each quote letter for letter, and say nothing that it"
          + " does not say.";

  private final String name;
  private final ModelClient client;
  private final Library library;
  private final AnswerPrompt prompt;
  private final Feature feature;

  LlmAnswerRung(
      String name, ModelClient client, Library library, PromptFile file, Feature feature) {
    this.name = name;
    this.client = client;
    this.library = library;
    this.prompt = new AnswerPrompt(file);
    this.feature = feature;
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

  /** What one answer of the model comes to. */
  private static final class Reading {
    private final Statements statements = new Statements();
    private final Composing composing;
    private final Ask ask;
    private final boolean shows;
    private boolean streamed;

    private Reading(List<Passage> passages, Ask ask, boolean shows) {
      this.composing = new Composing(passages, ask.request().words());
      this.ask = ask;
      this.shows = shows;
    }

    private void take(String piece) {
      streamed = true;
      add(statements.take(piece));
    }

    private void end(String whole) {
      if (!streamed) {
        add(statements.take(whole));
      }
      add(statements.rest());
    }

    private void add(List<Said> said) {
      for (Said one : said) {
        Statement statement = composing.add(one);
        if (statement != null && shows) {
          ask.feed()
              .show(
                  new Piece.Sentence(
                      statement.text(),
                      List.copyOf(composing.quotes(statement).stream().map(Quote::span).toList())));
        }
      }
    }

    private String wrong() {
      String all = String.join(" ", composing.wrong());
      return all.isEmpty() && !statements.hasObject()
          ? "That is not the JSON object that was asked for."
          : all;
    }
  }

  @Override
  public Attempt<Answer> attempt(Ask ask) {
    if (ask.feed().shown()) {
      return new Abstained<>("another rung's text was shown before");
    }
    List<Hit> hits = library.hits(ask.request());
    if (hits.isEmpty()) {
      return new Abstained<>("no passage was found, so no model is asked");
    }
    List<Passage> passages = hits.stream().limit(PASSAGES).map(Hit::passage).toList();
    Prompt asked = prompt.of(ask, passages);
    boolean shows = alone() && feature.stage() == Stage.AUTO && ask.feed().watched();
    Reading reading = new Reading(passages, ask, shows);
    Asked first =
        client.ask(asked, ask, id(), 0, shows ? piece -> reading.take(piece.toVerify()) : null);
    if (!(first.reply() instanceof Reply.Whole whole)) {
      return first.broken(Money.ZERO);
    }
    reading.end(whole.text().toVerify());
    String wrong = reading.wrong();
    if (wrong.isEmpty() || ask.feed().shown()) {
      return judged(hits, reading.composing, first.charge());
    }
    Asked second = client.ask(asked.corrected(whole.text(), wrong + AGAIN), ask, id(), 1, null);
    Money both = first.charge().plus(second.charge());
    if (!(second.reply() instanceof Reply.Whole better)) {
      return reading.composing.isEmpty()
          ? second.broken(first.charge())
          : judged(hits, reading.composing, both);
    }
    Reading again = new Reading(passages, ask, shows);
    again.end(better.text().toVerify());
    boolean more = again.composing.size() >= reading.composing.size();
    return judged(hits, more ? again.composing : reading.composing, both);
  }

  /**
   * Where nobody reviews, quotes that hold are all there is to rely on, and an answer leaves on
   * them; where somebody does, it needs a certificate.
   */
  private boolean alone() {
    return !feature.reviewed();
  }

  private Attempt<Answer> judged(List<Hit> hits, Composing composing, Money charge) {
    if (composing.isEmpty()) {
      Answer none = Answer.none(Library.nearest(hits));
      String why =
          composing.wrong().isEmpty()
              ? "not in the passages"
              : "nothing of what was said stands in the passages";
      return new Absent<>(Reason.NOT_IN_DOCUMENTS, none, none.evidence(), why, charge);
    }
    Answer answer = composing.answer();
    return new Proposed<>(
        answer,
        composing.share(),
        null,
        "",
        alone() ? new Basis.Construction() : null,
        answer.evidence(),
        charge);
  }
}
