package dev.tenlines.spring;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.Provider;
import dev.tenlines.webhook.Webhook;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ResourceLoader;

/**
 * How an application opens Tenlines: what its properties declare, with the clock, rungs and
 * listeners among its beans.
 *
 * @param rungs rungs of the application's own, by bean name
 * @param providers language models among the application's beans, by bean name
 */
public record TenlinesOpening(
    TenlinesProperties properties,
    Clock clock,
    Map<String, Rung<?>> rungs,
    Map<String, Provider> providers,
    List<OutcomeListener> listeners,
    ApplicationEventPublisher events,
    ResourceLoader resources) {
  private static final Logger LOG = LoggerFactory.getLogger(TenlinesOpening.class);

  public TenlinesOpening {
    rungs = Map.copyOf(rungs);
    providers = Map.copyOf(providers);
    listeners = List.copyOf(listeners);
  }

  /** Opens everything the properties say. */
  public Tenlines open() {
    TenlinesBuilder builder = in(Path.of(properties.directory()));
    features().values().forEach(builder::feature);
    properties
        .rules()
        .forEach(
            (feature, text) -> builder.rules(feature, new RuleText(feature, text).yaml(resources)));
    rungs.forEach(builder::rung);
    providers.forEach(builder::provider);
    TenlinesProperties.Database database = properties.database();
    if (!database.url().isBlank()) {
      builder.database(database.url(), database.user(), database.password());
    }
    webhooks(builder);
    return builder.open();
  }

  private void webhooks(TenlinesBuilder builder) {
    for (TenlinesProperties.Webhook hook : properties.webhooks()) {
      builder.webhook(new Webhook(hook.url(), hook.secret(), hook.features()));
    }
  }

  /** The features that the properties declare, by name. */
  public Map<String, Feature> features() {
    Map<String, Feature> features = new LinkedHashMap<>();
    properties
        .features()
        .forEach((name, feature) -> features.put(name, FeatureReader.read(name, feature)));
    return features;
  }

  /** A project directory with this application's clock and listeners, and nothing declared yet. */
  public TenlinesBuilder in(Path directory) {
    return Tenlines.in(directory)
        .clock(clock)
        .onDecided(review -> events.publishEvent(new ReviewDecided(review)))
        .onOutcome(this::tell);
  }

  /** The outcome is recorded and on its way: a listener that breaks must not lose it. */
  private void tell(Request request, Outcome<?> outcome) {
    for (OutcomeListener listener : listeners) {
      try {
        listener.accept(request, outcome);
      } catch (RuntimeException e) {
        LOG.warn("A listener ({}) failed on {}.", listener, outcome.id(), e);
      }
    }
  }
}
