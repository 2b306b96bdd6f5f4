package dev.tenlines.sql;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.TenlinesException;
import dev.tenlines.Trace;
import dev.tenlines.ladder.Journal;
import dev.tenlines.review.ReviewItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal in one SQLite file. Write-ahead log, a disk flush for every commit, and one writer
 * that commits many callers' records together: a record survives the machine before its caller goes
 * on.
 */
public final class SqliteJournal implements Journal {
  private static final int READERS = 4;

  private final Clock clock;
  private final GroupCommit writer;
  private final HandlePool readers;

  /** Opens or creates the database, brought to the newest migration. */
  public SqliteJournal(Path file, Clock clock) {
    this.clock = clock;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      SQLiteDataSource source = source(file);
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:dev/tenlines/sql")
          .validateMigrationNaming(true)
          .load()
          .migrate();
      Jdbi jdbi = Jdbi.create(source);
      this.writer = new GroupCommit(jdbi.open());
      this.readers = new HandlePool(jdbi, READERS);
    } catch (IOException | RuntimeException e) {
      throw new TenlinesException(
          "TL-140",
          "The database (" + file + ") cannot be opened: " + e.getMessage() + ".",
          "Maybe the directory is not writable, or the file is of a newer Tenlines.");
    }
  }

  @Override
  public <V> Outcome<V> record(Request request, Outcome<V> outcome, @Nullable String cacheKey) {
    String standing = writer.write(handle -> insert(handle, request, outcome, cacheKey));
    if (standing == null) {
      return outcome;
    }
    @SuppressWarnings("unchecked") // the same feature's value type as the outcome just refused
    Class<V> type = (Class<V>) valueType(outcome);
    return OutcomeJson.read(standing, type);
  }

  @Override
  public <V> @Nullable Outcome<V> recorded(
      String tenant, String feature, String idempotencyKey, Class<V> type) {
    String answer = readers.read(handle -> standing(handle, tenant, feature, idempotencyKey));
    return answer == null ? null : OutcomeJson.read(answer, type);
  }

  @Override
  public @Nullable Remembered remembered(String tenant, String cacheKey) {
    String answer =
        readers.read(handle ->
            handle
                .createQuery(
                    "SELECT answer FROM requests WHERE tenant = :tenant AND cache_key = :key"
                        + " ORDER BY created LIMIT 1")
                .bind("tenant", tenant)
                .bind("key", cacheKey)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    return answer != null && OutcomeJson.read(answer, Object.class) instanceof Answered<?> answered
        ? new Remembered(answered.value(), answered.basis(), answered.probability())
        : null;
  }

  @Override
  public List<ReviewItem> openReviews(String tenant, String feature, int most) {
    return readers.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM reviews WHERE tenant = :tenant AND feature = :feature"
                    + " AND state = 'open' ORDER BY created, id LIMIT :most")
            .bind("tenant", tenant)
            .bind("feature", feature)
            .bind("most", most)
            .map((row, context) ->
                new ReviewItem(
                    row.getString("id"),
                    row.getString("request"),
                    row.getString("tenant"),
                    row.getString("feature"),
                    row.getString("proposal"),
                    row.getString("reason"),
                    Instant.parse(row.getString("created"))))
            .list());
  }

  /** Waits for what is being written, then closes the file. */
  @Override
  public void close() {
    writer.close();
    readers.close();
  }

  /** Inserts everything, or returns the answer that stands under the same idempotency key. */
  private @Nullable String insert(
      Handle handle, Request request, Outcome<?> outcome, @Nullable String cacheKey) {
    String now = clock.instant().toString();
    int inserted =
        handle
            .createUpdate(
                "INSERT INTO requests (id, tenant, feature, idempotency_key, cache_key, input,"
                    + " fields, outcome, answer, created) VALUES (:id, :tenant, :feature, :key,"
                    + " :cache, :input, :fields, :outcome, :answer, :now) ON CONFLICT DO NOTHING")
            .bind("id", outcome.id())
            .bind("tenant", request.tenant())
            .bind("feature", outcome.feature())
            .bind("key", request.idempotencyKey())
            .bind("cache", cacheKey)
            .bind("input", request.input())
            .bind("fields", JsonMapper.shared().writeValueAsString(request.fields()))
            .bind("outcome", OutcomeJson.kind(outcome))
            .bind("answer", OutcomeJson.write(outcome))
            .bind("now", now)
            .execute();
    String key = request.idempotencyKey();
    if (inserted == 0 && key != null) {
      return standing(handle, request.tenant(), outcome.feature(), key);
    }
    book(handle, request, outcome, now);
    if (outcome instanceof Deferred<?> deferred) {
      queue(handle, request, deferred, now);
    }
    return null;
  }

  private static void book(Handle handle, Request request, Outcome<?> outcome, String now) {
    for (Trace.Step step : outcome.trace().steps()) {
      handle
          .createUpdate(
              "INSERT INTO ledger (request, tenant, feature, rung, micros, currency, booked)"
                  + " VALUES (:request, :tenant, :feature, :rung, :micros, :currency, :now)")
          .bind("request", outcome.id())
          .bind("tenant", request.tenant())
          .bind("feature", outcome.feature())
          .bind("rung", step.rung())
          .bind("micros", step.charge().micros())
          .bind("currency", step.charge().currency())
          .bind("now", now)
          .execute();
    }
  }

  private static void queue(Handle handle, Request request, Deferred<?> deferred, String now) {
    List<Trace.Step> steps = deferred.trace().steps();
    String reason = steps.isEmpty() ? null : steps.getLast().reason();
    handle
        .createUpdate(
            "INSERT INTO reviews (id, request, tenant, feature, proposal, reason, state, created)"
                + " VALUES (:id, :request, :tenant, :feature, :proposal, :reason, 'open', :now)")
        .bind("id", deferred.review())
        .bind("request", deferred.id())
        .bind("tenant", request.tenant())
        .bind("feature", deferred.feature())
        .bind(
            "proposal",
            deferred.proposal() == null
                ? null
                : JsonMapper.shared().writeValueAsString(deferred.proposal()))
        .bind("reason", reason == null ? "no rung" : reason)
        .bind("now", now)
        .execute();
  }

  private static @Nullable String standing(
      Handle handle, String tenant, String feature, String key) {
    return handle
        .createQuery(
            "SELECT answer FROM requests WHERE tenant = :tenant AND feature = :feature"
                + " AND idempotency_key = :key")
        .bind("tenant", tenant)
        .bind("feature", feature)
        .bind("key", key)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private static Class<?> valueType(Outcome<?> outcome) {
    Object value =
        switch (outcome) {
          case Answered<?> a -> a.value();
          case Deferred<?> d -> d.proposal();
          case Outcome.Declined<?> d -> d.proposal();
        };
    return value == null ? Object.class : value.getClass();
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
