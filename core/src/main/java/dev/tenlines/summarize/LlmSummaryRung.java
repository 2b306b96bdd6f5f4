package dev.tenlines.summarize;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.cost.Money;
import dev.tenlines.document.Span;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Feed.Piece;
import dev.tenlines.ladder.Forecast;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.ModelClient.Held;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Reply;
import dev.tenlines.summarize.Grounding.Grounded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model write the summary from what says most. Each of its sentences stands on sentences of
 * the source or gives way to them; whoever watches sees each as soon as that is known. What it
 * takes to read a long document is held before the first call.
 */
final class LlmSummaryRung implements Rung<Summary> {
  /** More at once is read less well than in parts, whatever a model can take. */
  private static final int MOST_CHARACTERS = 30_000;

  private static final int LEAST_CHARACTERS = 2_000;
  private static final int CHARACTERS_PER_TOKEN = 3;
  private static final int TOKENS_BESIDE = 600;

  private final String name;
  private final ModelClient client;
  private final Originals originals;
  private final SummaryPrompt prompt;

  LlmSummaryRung(String name, ModelClient client, Originals originals, SummaryPrompt prompt) {
    this.name = name;
    this.client = client;
    this.originals = originals;
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
  public @Nullable Forecast forecast(Ask ask) {
    Original original = originals.of(ask.request());
    if (original.ranked().isEmpty()) {
      return null;
    }
    Course course = course(original);
    return new Forecast(course.calls(), client.most(prompts(original, course, ask)));
  }

  @Override
  public Attempt<Summary> attempt(Ask ask) {
    if (ask.feed().shown()) {
      return new Abstained<>("another rung's text was shown before");
    }
    Original original = originals.of(ask.request());
    if (original.ranked().isEmpty()) {
      return new Abstained<>("the text has no words");
    }
    Course course = course(original);
    List<Prompt> prompts = prompts(original, course, ask);
    if (prompts.size() == 1) {
      List<Item> items = items(original, course.parts().getFirst());
      return last(original, items, prompts.getFirst(), ask, 0, Money.ZERO);
    }
    try (Held held = client.hold(prompts, ask, id())) {
      return held.refused() == null
          ? inParts(original, course, prompts, ask)
          : new Abstained<>(held.refused());
    }
  }

  private Course course(Original original) {
    int words = original.budget();
    long tokens = client.model().can().context() - prompt.output(words) - TOKENS_BESIDE;
    long room = Math.min(MOST_CHARACTERS / CHARACTERS_PER_TOKEN, tokens) * CHARACTERS_PER_TOKEN;
    return Course.of(original, (int) Math.max(LEAST_CHARACTERS, room));
  }

  /** All that will be asked; what is not known yet is taken to be as long as it can be. */
  private List<Prompt> prompts(Original original, Course course, Ask ask) {
    List<Prompt> prompts = new ArrayList<>();
    for (int i = 0; i < course.parts().size(); i++) {
      List<Item> items = items(original, course.parts().get(i));
      prompts.add(asking(items, ask, course.shares().get(i)));
    }
    if (course.merged()) {
      List<Item> longest = List.of(new Item("x".repeat(course.said()), List.of()));
      prompts.add(asking(longest, ask, original.budget()));
    }
    return prompts;
  }

  private Prompt asking(List<Item> items, Ask ask, int words) {
    return prompt.of(ask, items.stream().map(Item::text).toList(), words);
  }

  /** What a model reads under one number, and the sentences of the source behind it. */
  private record Item(String text, List<Span> from) {}

  private static List<Item> items(Original original, List<Span> part) {
    return part.stream().map(span -> new Item(original.text(span), List.of(span))).toList();
  }

  /** Part by part, and then what was said of the parts. */
  private Attempt<Summary> inParts(
      Original original, Course course, List<Prompt> prompts, Ask ask) {
    Grounding grounding = new Grounding(original);
    Money charge = Money.ZERO;
    List<Grounded> said = new ArrayList<>();
    for (int i = 0; i < course.parts().size(); i++) {
      Asked asked = client.ask(prompts.get(i), ask, id(), i, null);
      if (!(asked.reply() instanceof Reply.Whole whole)) {
        return asked.broken(charge);
      }
      charge = charge.plus(asked.charge());
      List<Span> part = course.parts().get(i);
      Composition own = new Composition(original, course.shares().get(i), null);
      reader(grounding, items(original, part), own).add(whole.text().toVerify());
      said.addAll(own.said() == 0 ? best(original, part, course.shares().get(i)) : own.own());
    }
    if (!course.merged()) {
      Composition whole = new Composition(original, original.budget(), shown(ask));
      said.forEach(whole::add);
      return ended(whole, charge);
    }
    List<Item> items = new ArrayList<>();
    int left = course.said();
    for (Grounded one : said) {
      left -= one.text().length() + 8;
      if (left >= 0) {
        items.add(new Item(one.text(), one.from()));
      }
    }
    Prompt merging = asking(items, ask, original.budget());
    return last(original, items, merging, ask, course.parts().size(), charge);
  }

  /** A part of which nothing that can be read is said is told by its own sentences. */
  private static List<Grounded> best(Original original, List<Span> part, int words) {
    Set<Span> others = new HashSet<>();
    original.ranked().forEach(one -> others.add(one.sentence()));
    part.forEach(others::remove);
    return original.selected(others, words).stream().map(original::grounded).toList();
  }

  /** The call whose sentences are the summary. One answer that cannot be read is sent back. */
  private Attempt<Summary> last(
      Original original, List<Item> items, Prompt asked, Ask ask, int part, Money before) {
    Composition composition = new Composition(original, original.budget(), shown(ask));
    Grounding grounding = new Grounding(original);
    Asked first = ask(asked, ask, part, reader(grounding, items, composition));
    Money charge = before.plus(first.charge());
    if (!(first.reply() instanceof Reply.Whole whole)) {
      return composition.hasShown() ? ended(composition, charge) : first.broken(before);
    }
    if (composition.said() > 0) {
      return ended(composition, charge);
    }
    Prompt again = asked.corrected(whole.text(), SummaryPrompt.WRONG);
    Asked second = ask(again, ask, part + 1, reader(grounding, items, composition));
    if (!(second.reply() instanceof Reply.Whole) && !composition.hasShown()) {
      return second.broken(charge);
    }
    return ended(composition, charge.plus(second.charge()));
  }

  /** Reads the answer as it comes where somebody watches, else at its end. */
  private Asked ask(Prompt asked, Ask ask, int part, JsonPieces reader) {
    @Nullable Consumer<ModelText> pieces =
        ask.feed().watched() ? piece -> reader.add(piece.toVerify()) : null;
    Asked answer = client.ask(asked, ask, id(), part, pieces);
    if (answer.reply() instanceof Reply.Whole whole && !reader.begun()) {
      reader.add(whole.text().toVerify());
    }
    return answer;
  }

  private static JsonPieces reader(Grounding grounding, List<Item> items, Composition composition) {
    return new JsonPieces(json -> {
      SummaryPrompt.Said said = SummaryPrompt.read(json);
      if (said != null) {
        composition.add(grounding.of(said.text(), named(items, said.from())));
      }
    });
  }

  private static List<Span> named(List<Item> items, List<Integer> numbers) {
    return numbers.stream()
        .filter(number -> number >= 1 && number <= items.size())
        .flatMap(number -> items.get(number - 1).from().stream())
        .distinct()
        .toList();
  }

  private static @Nullable Consumer<Summary.Sentence> shown(Ask ask) {
    return ask.feed().watched()
        ? one -> ask.feed().show(new Piece.Sentence(one.text(), one.from()))
        : null;
  }

  private static Attempt<Summary> ended(Composition composition, Money charge) {
    int stood = composition.said() - composition.replaced();
    if (stood == 0 && !composition.hasShown()) {
      return new Abstained<>("no sentence of the model stands on the text", charge);
    }
    Summary summary = composition.done();
    double score = (double) stood / composition.said();
    return new Proposed<>(
        summary, score, null, "", new Basis.Construction(), summary.evidence(), charge);
  }
}
