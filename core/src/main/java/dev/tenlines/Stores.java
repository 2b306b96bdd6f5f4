package dev.tenlines;

import dev.tenlines.access.Access;
import dev.tenlines.cost.Ledger;
import dev.tenlines.cost.PriceFile;
import dev.tenlines.index.Indexes;
import dev.tenlines.ladder.History;
import dev.tenlines.ladder.Journal;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.learn.ExampleFile;
import dev.tenlines.learn.Models;
import dev.tenlines.model.ModelClients;
import dev.tenlines.project.ModelYaml;
import dev.tenlines.project.Project;
import dev.tenlines.project.Settings;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.search.Desks;
import dev.tenlines.serving.Caretaker;
import dev.tenlines.serving.LazyEmbedder;
import dev.tenlines.serving.OpenFeature;
import dev.tenlines.sql.Database;
import dev.tenlines.sql.SqlAccess;
import dev.tenlines.sql.SqlHistory;
import dev.tenlines.sql.SqlJournal;
import dev.tenlines.sql.SqlJudgements;
import dev.tenlines.sql.SqlLedger;
import dev.tenlines.sql.SqlModels;
import dev.tenlines.sql.SqlOutbox;
import dev.tenlines.sql.SqlReviewQueue;
import dev.tenlines.sql.SqlTranscripts;
import dev.tenlines.text.Ids;
import dev.tenlines.webhook.DecidedReview;
import dev.tenlines.webhook.Dispatcher;
import dev.tenlines.webhook.Outbox;
import dev.tenlines.webhook.Webhook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that lasts, over one database. */
record Stores(
    Database database,
    Journal journal,
    History history,
    ReviewQueue reviews,
    Judgements judgements,
    Models models,
    Access access,
    Outbox outbox,
    Ledger ledger,
    Transcripts transcripts) {

  /**
   * Opens the project's database.
   *
   * @param listening whether the application itself is told of decisions
   */
  static Stores open(Project project, Settings settings, boolean listening, Clock clock) {
    Settings.DatabaseAddress address = settings.database();
    Database database =
        address == null
            ? Database.sqlite(project.database())
            : Database.postgresql(address.url(), address.user(), address.password());
    SqlLedger ledger = new SqlLedger(database, clock, settings.budgets(), settings.exchange());
    ledger.recover();
    SqlOutbox outbox =
        new SqlOutbox(database, clock, feature -> targets(settings, listening, feature));
    return new Stores(
        database,
        new SqlJournal(database, clock, ledger),
        new SqlHistory(database, clock),
        new SqlReviewQueue(database, clock, outbox),
        new SqlJudgements(database, clock),
        new SqlModels(database, clock),
        new SqlAccess(database, clock),
        outbox,
        ledger,
        new SqlTranscripts(database, clock));
  }

  /** Who is told of decisions of a feature. */
  private static List<String> targets(Settings settings, boolean listening, String feature) {
    Stream<String> own = listening ? Stream.of(Outbox.APPLICATION) : Stream.of();
    return Stream.concat(settings.targets(feature).stream(), own).toList();
  }

  /** The clients of all models that can be asked, at the project's prices. */
  ModelClients clients(Declared declared, ModelYaml models, Clock clock) {
    return ModelClients.open(
        Declared.models(models, declared.all().values()).ready().values(),
        declared.providers(),
        ledger,
        new PriceFile(declared.project().prices(), clock),
        transcripts,
        clock);
  }

  /** Every feature, ready to be asked with what serves it by now. */
  Map<String, OpenFeature> features(
      Declared declared,
      LazyEmbedder embedder,
      ModelClients language,
      Indexes indexes,
      Desks desks,
      Clock clock) {
    Map<String, OpenFeature> features = new LinkedHashMap<>();
    for (Feature feature : declared.all().values()) {
      new TrialModels(declared.project(), models).takeIn(feature.name());
      OpenFeature open =
          new OpenFeature(
              parts(feature, declared, embedder, language, indexes, desks, clock), clock);
      open.refresh(models, embedder);
      features.put(feature.name(), open);
    }
    return features;
  }

  /** Who works in the background on these features. */
  Caretaker caretaker(
      Declared declared,
      Map<String, OpenFeature> features,
      List<Webhook> webhooks,
      @Nullable Consumer<DecidedReview> listener,
      LazyEmbedder embedder,
      Clock clock) {
    return new Caretaker(
        features,
        declared.project(),
        models,
        judgements,
        reviews,
        new Dispatcher(outbox, webhooks, listener, clock),
        embedder,
        clock,
        new Ids(clock).next("s"));
  }

  private Parts parts(
      Feature feature,
      Declared declared,
      LazyEmbedder embedder,
      ModelClients language,
      Indexes indexes,
      Desks desks,
      Clock clock) {
    Project project = declared.project();
    Path examples = project.examples(feature.name());
    return Parts.of(
        feature,
        project.directory(),
        declared.rules(feature.name()),
        journal,
        judgements,
        embedder::get,
        () -> Files.exists(examples) ? ExampleFile.read(examples) : List.of(),
        language,
        indexes,
        desks,
        declared.rungs(),
        clock);
  }
}
