package dev.tenlines;

import dev.tenlines.access.Access;
import dev.tenlines.cost.Ledger;
import dev.tenlines.ladder.History;
import dev.tenlines.ladder.Journal;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.learn.ExampleFile;
import dev.tenlines.learn.Models;
import dev.tenlines.model.ModelClients;
import dev.tenlines.project.Project;
import dev.tenlines.project.Settings;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.rules.Rules;
import dev.tenlines.serving.LazyEmbedder;
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
import dev.tenlines.webhook.Outbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
   * @param targets who is told of decisions of a feature
   */
  static Stores open(
      Project project, Settings settings, Function<String, List<String>> targets, Clock clock) {
    Settings.DatabaseAddress address = settings.database();
    Database database =
        address == null
            ? Database.sqlite(project.database())
            : Database.postgresql(address.url(), address.user(), address.password());
    SqlLedger ledger = new SqlLedger(database, clock, settings.budgets(), settings.exchange());
    ledger.recover();
    SqlOutbox outbox = new SqlOutbox(database, clock, targets);
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

  /** What a feature's rungs can be made of. */
  Parts parts(
      Feature feature,
      Project project,
      Rules rules,
      LazyEmbedder embedder,
      ModelClients models,
      Map<String, Rung<?>> others) {
    Path examples = project.examples(feature.name());
    return Parts.of(
        feature,
        project.directory(),
        rules,
        journal,
        judgements,
        embedder::get,
        () -> Files.exists(examples) ? ExampleFile.read(examples) : List.of(),
        models,
        others);
  }
}
