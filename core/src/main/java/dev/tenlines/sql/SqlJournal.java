package dev.tenlines.sql;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.Trace;
import dev.tenlines.document.SourceFile;
import dev.tenlines.ladder.Journal;
import dev.tenlines.review.Cause;
import dev.tenlines.review.Referral;
import dev.tenlines.text.Digest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The journal in a database. */
public final class SqlJournal implements Journal {
  /** Where an item without a due time stands in the queue: as if it were due in a year. */
  private static final Duration UNDUE = Duration.ofDays(365);

  private static final int LONGEST_KEY = 400;

  private final Database database;
  private final Clock clock;
  private final SqlLedger ledger;
  private final Prepared insertRequest;
  private final Prepared insertReview;
  private final SqlFiles files;

  public SqlJournal(Database database, Clock clock, SqlLedger ledger) {
    this.database = database;
    this.clock = clock;
    this.ledger = ledger;
    this.insertRequest =
        new Prepared(
            database.dialect(),
            "INSERT INTO requests (id, tenant, feature, idempotency_key, cache_key, input, fields,"
                + " outcome, rung, answer, audit, created, brought) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?)"
                + " ON CONFLICT DO NOTHING");
    this.files = new SqlFiles(database);
    this.insertReview =
        new Prepared(
            database.dialect(),
            "INSERT INTO reviews (id, request, tenant, feature, proposal, cause, reason, state,"
                + " escalated, version, leased_until, created, due, place) VALUES (?, ?, ?, ?, ?, ?, ?,"
                + " 'open', 0, 0, 0, ?, ?, ?)");
  }

  @Override
  public <V> Outcome<V> record(
      Request request, Outcome<V> outcome, @Nullable String cacheKey, @Nullable Referral referral) {
    Row row = row(request, outcome, cacheKey);
    String standing = database.write(handle -> insert(handle, row, outcome, referral));
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
    String answer =
        database.read(handle -> standing(handle, tenant, feature, kept(idempotencyKey)));
    return answer == null ? null : OutcomeJson.read(answer, type);
  }

  @Override
  public @Nullable Remembered remembered(String tenant, String cacheKey) {
    String answer =
        database.read(handle ->
            handle
                .select(
                    "SELECT answer FROM requests WHERE tenant = ? AND cache_key = ?"
                        + " ORDER BY created LIMIT 1",
                    tenant,
                    cacheKey)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    return answer != null && OutcomeJson.read(answer, Object.class) instanceof Answered<?> answered
        ? new Remembered(answered.value(), answered.basis(), answered.probability())
        : null;
  }

  @Override
  public @Nullable SourceFile file(String tenant, String request) {
    return files.find(tenant, request);
  }

  /** What is written: made by the caller, so that the one writer has nothing left to compute. */
  private record Row(
      Request request,
      SqlFiles.@Nullable Packed file,
      @Nullable String cacheKey,
      String fields,
      String answer,
      @Nullable String brought,
      Instant now) {}

  private Row row(Request request, Outcome<?> outcome, @Nullable String cacheKey) {
    String fields =
        request.fields().isEmpty()
            ? "{}"
            : JsonMapper.shared().writeValueAsString(request.fields());
    return new Row(
        request,
        request.file() == null ? null : SqlFiles.Packed.of(request.file()),
        cacheKey,
        fields,
        OutcomeJson.write(outcome),
        Brought.json(request),
        clock.instant());
  }

  /** Inserts everything, or returns the answer that stands under the same idempotency key. */
  private @Nullable String insert(
      Handle handle, Row row, Outcome<?> outcome, @Nullable Referral referral) {
    Request request = row.request();
    String key = request.idempotencyKey() == null ? null : kept(request.idempotencyKey());
    int inserted =
        insertRequest.execute(
            handle,
            outcome.id(),
            request.tenant(),
            outcome.feature(),
            key,
            row.cacheKey(),
            request.input(),
            row.fields(),
            OutcomeJson.kind(outcome),
            rung(outcome),
            row.answer(),
            referral != null && referral.cause() == Cause.AUDIT ? 1 : 0,
            Columns.micros(row.now()),
            row.brought());
    if (inserted == 0) {
      return key == null ? null : standing(handle, request.tenant(), outcome.feature(), key);
    }
    if (row.file() != null) {
      files.insert(handle, outcome.id(), request.tenant(), row.file());
    }
    book(handle, row, outcome);
    if (referral != null) {
      queue(handle, row, outcome, referral);
    }
    return null;
  }

  /** A key as the index can hold it: PostgreSQL takes no more than a third of a page. */
  private String kept(String key) {
    return key.length() > LONGEST_KEY ? "sha256:" + Digest.of(key) : database.dialect().text(key);
  }

  /** Where it ended: the rung without its version, or the outcome. */
  private static String rung(Outcome<?> outcome) {
    return outcome instanceof Answered<?> answered
        ? answered.rung().substring(0, answered.rung().lastIndexOf('@'))
        : OutcomeJson.kind(outcome);
  }

  private void book(Handle handle, Row row, Outcome<?> outcome) {
    for (Trace.Step step : outcome.trace().steps()) {
      if (!step.charge().isZero()) {
        ledger.book(handle, outcome, row.request().tenant(), step, row.now());
      }
    }
  }

  private void queue(Handle handle, Row row, Outcome<?> outcome, Referral referral) {
    Instant due = referral.due();
    Instant place = due == null ? row.now().plus(UNDUE) : due;
    insertReview.execute(
        handle,
        referral.id(),
        outcome.id(),
        row.request().tenant(),
        outcome.feature(),
        Columns.json(referral.proposal()),
        referral.cause().name().toLowerCase(Locale.ROOT),
        referral.reason(),
        Columns.micros(row.now()),
        due == null ? null : Columns.micros(due),
        Columns.micros(place));
  }

  private static @Nullable String standing(
      Handle handle, String tenant, String feature, String key) {
    return handle
        .select(
            "SELECT answer FROM requests WHERE tenant = ? AND feature = ? AND idempotency_key = ?",
            tenant,
            feature,
            key)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private static Class<?> valueType(Outcome<?> outcome) {
    Object value =
        switch (outcome) {
          case Answered<?> a -> a.value();
          case Outcome.Deferred<?> d -> d.proposal();
          case Outcome.Declined<?> d -> d.proposal();
        };
    return value == null ? Object.class : value.getClass();
  }
}
