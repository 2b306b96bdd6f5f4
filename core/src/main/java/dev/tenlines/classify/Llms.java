package dev.tenlines.classify;

import dev.tenlines.Feature;
import dev.tenlines.Parts;
import dev.tenlines.Request;
import dev.tenlines.classify.Neighbours.Near;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.ModelClients;
import dev.tenlines.model.PromptFile;
import dev.tenlines.review.Judgements;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The language models that may classify, with what their prompts are made of. */
public final class Llms {
  private static final String PROMPT = "classify";

  private final ModelClients clients;
  private final PromptFile prompt;
  private final String feature;
  private final Supplier<List<Example>> examples;
  private final @Nullable Judgements judgements;
  private final Supplier<@Nullable Embedder> embedder;
  private @Nullable Neighbours neighbours;

  /**
   * Models and where similar texts come from.
   *
   * @param judgements what people decided, or null where only the examples count
   */
  public Llms(
      ModelClients clients,
      PromptFile prompt,
      String feature,
      Supplier<List<Example>> examples,
      @Nullable Judgements judgements,
      Supplier<@Nullable Embedder> embedder) {
    this.clients = clients;
    this.prompt = prompt;
    this.feature = feature;
    this.examples = examples;
    this.judgements = judgements;
    this.embedder = embedder;
  }

  /** One model over labelled rows, as a trial asks it. */
  public static Llms of(
      ModelClients clients,
      @Nullable Path project,
      String feature,
      List<Example> examples,
      @Nullable Embedder embedder) {
    return new Llms(
        clients, PromptFile.of(PROMPT, project), feature, () -> examples, null, () -> embedder);
  }

  /** From what a feature's rungs can be made of. */
  static Llms of(Parts parts) {
    return new Llms(
        parts.models(),
        PromptFile.of(PROMPT, parts.directory()),
        parts.feature().name(),
        parts.examples(),
        parts.judgements(),
        parts.embedder());
  }

  /** The rung of this name, or null where no such model can be asked. */
  public @Nullable Rung<String> rung(
      Feature declared, String name, @Nullable Classifier classifier, int number) {
    ModelClient client = clients.of(name);
    return client == null
        ? null
        : new LlmRung(name, declared, client, prompt, this::neighbours, classifier, number);
  }

  /** The label of the text most like this one, or null where no text is known. */
  public @Nullable String nearest(Request request) {
    List<Near> near = neighbours().of(request, 1);
    return near.isEmpty() ? null : near.getFirst().label();
  }

  /** Made when first needed: most requests end below the models. */
  private synchronized Neighbours neighbours() {
    if (neighbours == null) {
      neighbours = new Neighbours(feature, examples.get(), judgements, embedder);
    }
    return neighbours;
  }
}
