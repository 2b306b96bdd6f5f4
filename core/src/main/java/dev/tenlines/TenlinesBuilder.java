package dev.tenlines;

import dev.tenlines.index.Indexes;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.ModelClients;
import dev.tenlines.model.Provider;
import dev.tenlines.project.Project;
import dev.tenlines.project.Settings;
import dev.tenlines.project.Settings.DatabaseAddress;
import dev.tenlines.search.Desks;
import dev.tenlines.serving.Caretaker;
import dev.tenlines.serving.LazyEmbedder;
import dev.tenlines.serving.OpenFeature;
import dev.tenlines.webhook.DecidedReview;
import dev.tenlines.webhook.Webhook;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Opens a project, with features, rules, rungs or a clock of the application's own. */
public final class TenlinesBuilder {
  final Declared declared;
  private final List<Webhook> webhooks = new ArrayList<>();
  private @Nullable DatabaseAddress database;
  private @Nullable Consumer<DecidedReview> listener;
  BiConsumer<Request, Outcome<?>> observer = (request, outcome) -> {};
  Clock clock = Clock.systemUTC();
  RandomGenerator random = new SecureRandom();

  TenlinesBuilder(Project project) {
    this.declared = Declared.in(project);
  }

  /** Declares a feature in code; it replaces one of the same name in the file. */
  public TenlinesBuilder feature(Feature feature) {
    declared.features().put(feature.name(), feature);
    return this;
  }

  /** Declares a feature's rule list in code, as YAML. */
  public TenlinesBuilder rules(String feature, String yaml) {
    declared.rules().put(feature, yaml);
    return this;
  }

  /** Brings a rung of the application's own, by the name that features list; it says values. */
  public TenlinesBuilder rung(String name, Rung<?> rung) {
    declared.rungs().put(name, rung);
    return this;
  }

  /** Brings a language model of the application's own; rungs name it {@code model:bean:NAME}. */
  public TenlinesBuilder provider(String name, Provider provider) {
    declared.providers().put(name, provider);
    return this;
  }

  /** Tells somebody outside of decisions, besides those the file names. */
  public TenlinesBuilder webhook(Webhook webhook) {
    webhooks.add(webhook);
    return this;
  }

  /** Keeps everything in a PostgreSQL database instead of the one the file names. */
  public TenlinesBuilder database(String url, @Nullable String user, @Nullable String password) {
    database = new DatabaseAddress(url, user, password);
    return this;
  }

  /**
   * Hears of decisions once they have effects, at least once each; a listener that throws hears
   * again. Only a started Tenlines, or {@link Tenlines#tend}, tells.
   */
  public TenlinesBuilder onDecided(Consumer<DecidedReview> other) {
    listener = other;
    return this;
  }

  /** Sees every outcome after it was recorded, for metrics; it must be quick and not throw. */
  public TenlinesBuilder onOutcome(BiConsumer<Request, Outcome<?>> other) {
    observer = other;
    return this;
  }

  public TenlinesBuilder clock(Clock other) {
    clock = other;
    return this;
  }

  /** What ids and audits are drawn from. For tests: what can be guessed is no fair draw. */
  public TenlinesBuilder random(RandomGenerator other) {
    random = other;
    return this;
  }

  /** Everything that is wrong with the project, without opening it. */
  public List<Finding> check() {
    return new ProjectCheck(declared).findings();
  }

  /** Checks everything, then opens it; one exception says every error. */
  public Tenlines open() {
    LazyEmbedder embedder = new LazyEmbedder();
    if (declared.project().hasModels()) {
      var unused = embedder.load();
    }
    try {
      TenlinesException.refuse(check());
      Settings settings = declared.project().settings().with(database, webhooks);
      Stores stores = Stores.open(declared.project(), settings, listener != null, clock);
      return opened(settings, stores, embedder);
    } catch (RuntimeException e) {
      embedder.close();
      throw e instanceof CompletionException && e.getCause() instanceof TenlinesException own
          ? own
          : e;
    }
  }

  private Tenlines opened(Settings settings, Stores stores, LazyEmbedder embedder) {
    ModelClients models = stores.clients(declared, settings.models(), clock);
    Indexes indexes = new Indexes(declared.project().indexes(), embedder::get);
    Desks desks = new Desks(declared.project().directory(), clock);
    Map<String, OpenFeature> features =
        stores.features(declared, embedder, models, indexes, desks, clock);
    Caretaker caretaker =
        stores.caretaker(declared, features, settings.webhooks(), listener, embedder, clock);
    return new Tenlines(this, features, stores, models, indexes, desks, caretaker, embedder);
  }
}
