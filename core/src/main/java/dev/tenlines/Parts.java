package dev.tenlines;

import dev.tenlines.index.Indexes;
import dev.tenlines.ladder.Journal;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.model.ModelClients;
import dev.tenlines.review.Judgements;
import dev.tenlines.rules.Rules;
import dev.tenlines.search.Desks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a feature's rungs can be made of.
 *
 * @param names the rungs that will be climbed, lowest first
 * @param directory the project's
 * @param embedder null where the class path has none; loaded when first asked for
 * @param examples the labelled rows the project was tried on; read when first asked for
 * @param models the language models behind {@code model:NAME}
 * @param indexes where documents are found
 * @param desks where tables are searched
 * @param others rungs that stand outside Tenlines or above all kinds, by name
 * @param clock what tells the time of day
 * @param classifier the trained model that serves, or null while there is none
 * @param version the model's version
 */
public record Parts(
    Feature feature,
    List<String> names,
    Path directory,
    Rules rules,
    Journal journal,
    Judgements judgements,
    Supplier<@Nullable Embedder> embedder,
    Supplier<List<Example>> examples,
    ModelClients models,
    Indexes indexes,
    Desks desks,
    Map<String, Rung<?>> others,
    Clock clock,
    @Nullable Classifier classifier,
    int version,
    Certificates certificates) {

  /** What never changes while the feature is open; nothing serves yet. */
  public static Parts of(
      Feature feature,
      Path directory,
      Rules rules,
      Journal journal,
      Judgements judgements,
      Supplier<@Nullable Embedder> embedder,
      Supplier<List<Example>> examples,
      ModelClients models,
      Indexes indexes,
      Desks desks,
      Map<String, Rung<?>> others,
      Clock clock) {
    return new Parts(
        feature,
        Plan.of(feature).used(),
        directory,
        rules,
        journal,
        judgements,
        embedder,
        examples,
        models,
        indexes,
        desks,
        others,
        clock,
        null,
        0,
        Certificates.NONE);
  }

  /** The same with another model. */
  public Parts serving(@Nullable Classifier model, int number, Certificates standing) {
    return new Parts(
        feature,
        names,
        directory,
        rules,
        journal,
        judgements,
        embedder,
        examples,
        models,
        indexes,
        desks,
        others,
        clock,
        model,
        number,
        standing);
  }
}
