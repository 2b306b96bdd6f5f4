package dev.tenlines.classify;

import dev.tenlines.Feature;
import dev.tenlines.ladder.CacheKey;
import dev.tenlines.ladder.CacheRung;
import dev.tenlines.ladder.Journal;
import dev.tenlines.ladder.OtherRung;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Classifier;
import dev.tenlines.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a classification can climb with.
 *
 * @param classifier the trained model, or null while there is none
 * @param version the model's version
 * @param llms the language models, or null where there are none
 * @param others rungs the application brought, by name
 */
public record ClassifyRungs(
    Rules rules,
    @Nullable Classifier classifier,
    int version,
    Certificates certificates,
    @Nullable Llms llms,
    Map<String, Rung<?>> others) {

  /** The rungs named, in order; names with nothing behind them are left out. */
  public List<Rung<String>> of(Feature feature, List<String> names, Journal journal) {
    List<Rung<String>> rungs = new ArrayList<>();
    for (String name : names) {
      Rung<String> rung =
          name.equals("cache")
              ? new CacheRung<>(journal, cacheKey(feature, names), String.class)
              : rung(feature, name);
      if (rung != null) {
        rungs.add(rung);
      }
    }
    return rungs;
  }

  /** The rungs named, in order, without a cache. */
  public List<Rung<String>> uncached(Feature feature, List<String> names) {
    return names.stream()
        .map(name -> rung(feature, name))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** The key under which answers of these very rungs and certificates are found again. */
  public CacheKey cacheKey(Feature feature, List<String> names) {
    List<String> versions = new ArrayList<>();
    for (String name : names) {
      Rung<String> rung = name.equals("cache") ? null : rung(feature, name);
      versions.add(rung == null ? name : rung.id());
    }
    // What audits have shut answers no more, from the cache neither.
    certificates.all().forEach(c -> versions.add(c.open() ? c.id() : c.id() + " shut"));
    versions.add(feature.promise().toString());
    return CacheKey.over(feature.name(), versions);
  }

  private @Nullable Rung<String> rung(Feature feature, String name) {
    return switch (name) {
      case "rules" -> new RuleRung(rules, feature.promise());
      case "classifier" ->
          classifier == null
              ? null
              : new ClassifierRung(feature, classifier, version, certificates);
      default -> others.containsKey(name) ? other(name) : model(feature, name);
    };
  }

  private @Nullable Rung<String> model(Feature feature, String name) {
    return llms == null ? null : llms.rung(feature, name, classifier, version);
  }

  private @Nullable Rung<String> other(String name) {
    Rung<?> rung = others.get(name);
    return rung == null
        ? null
        : new OtherRung<>(
            rung, (request, said) -> said.with(String.class.cast(said.value()), said.evidence()));
  }
}
