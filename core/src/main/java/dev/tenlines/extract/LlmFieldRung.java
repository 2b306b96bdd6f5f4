package dev.tenlines.extract;

import dev.tenlines.cost.Money;
import dev.tenlines.document.Document;
import dev.tenlines.extract.Extracted.State;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Reply;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model point at the fields that the rungs below left open. What it says is only ever a
 * pointer: words that do not stand in the document, or are nothing that the field can be, are
 * dropped. One answer that cannot be used is sent back with what is wrong.
 */
final class LlmFieldRung implements Rung<Extraction> {
  private final String name;
  private final ModelClient client;
  private final Reading reading;
  private final List<String> below;
  private final ExtractPrompt prompt;

  LlmFieldRung(
      String name, ModelClient client, Reading reading, List<String> below, ExtractPrompt prompt) {
    this.name = name;
    this.client = client;
    this.reading = reading;
    this.below = List.copyOf(below);
    this.prompt = prompt;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return client.model().version(prompt.file().digest() + "\n" + reading.schema().digest());
  }

  @Override
  public Duration expected() {
    return client.usual();
  }

  @Override
  public @Nullable String doubt(Extraction extraction) {
    return Doubts.of(reading.schema(), extraction);
  }

  @Override
  public Attempt<Extraction> attempt(Ask ask) {
    Extraction found = reading.read(ask.request(), below);
    List<FieldSpec> open = open(found);
    if (open.isEmpty() || ask.input().isBlank()) {
      return new Abstained<>("no field is open");
    }
    Document document = Reading.document(ask.request());
    Pointed pointed = new Pointed(reading, document, open, name);
    Prompt asked = prompt.of(ask, open, pointed);
    Asked first = client.ask(asked, ask, id(), 0, null);
    if (!(first.reply() instanceof Reply.Whole whole)) {
      return first.broken(Money.ZERO);
    }
    Pointed.Read read = pointed.read(whole.text());
    Money charge = first.charge();
    if (!read.wrong().isEmpty()) {
      Asked second = client.ask(asked.corrected(whole.text(), read.wrong()), ask, id(), 1, null);
      charge = charge.plus(second.charge());
      if (second.reply() instanceof Reply.Whole better) {
        read = pointed.better(read, pointed.read(better.text()));
      } else if (read.fields().isEmpty()) {
        return second.broken(first.charge());
      }
    }
    if (read.fields().isEmpty()) {
      return new Abstained<>("pointed at nothing that can be used", charge);
    }
    Extraction extraction = pointed.with(found, read);
    double score = Reading.score(extraction);
    return new Proposed<>(extraction, score, null, "", null, extraction.evidence(), charge);
  }

  /** Fields that have to be there and are not sure; all of them when one contradicts another. */
  private List<FieldSpec> open(Extraction found) {
    boolean nothing = found.read().isEmpty();
    return reading.schema().fields().stream()
        .filter(field -> {
          Extracted own = found.field(field.name());
          return own == null
              ? field.required() || nothing
              : own.state() != State.FOUND || own.confidence() < Reading.SURE;
        })
        .toList();
  }
}
