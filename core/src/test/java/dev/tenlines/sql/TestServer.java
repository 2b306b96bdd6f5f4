package dev.tenlines.sql;

import dev.tenlines.Outcome;
import dev.tenlines.cost.Exchange;
import dev.tenlines.review.Decision;
import dev.tenlines.review.Referral;
import dev.tenlines.review.ReviewItem;
import java.time.Clock;
import java.util.List;

/** Everything one server keeps in a database. */
final class TestServer implements AutoCloseable {
  /** Who is told of decisions. */
  static final List<String> TARGETS = List.of("https://shop.example/hook", "application");

  final Database database;
  final SqlLedger ledger;
  final SqlJournal journal;
  final SqlHistory history;
  final SqlOutbox outbox;
  final SqlReviewQueue reviews;
  final SqlJudgements judgements;
  final SqlModels models;
  final SqlAccess access;
  private final Clock clock;

  TestServer(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.ledger = new SqlLedger(database, clock, List.of(), Exchange.NONE);
    this.journal = new SqlJournal(database, clock, ledger);
    this.history = new SqlHistory(database, clock);
    this.outbox =
        new SqlOutbox(database, clock, feature -> feature.equals("untold") ? List.of() : TARGETS);
    this.reviews = new SqlReviewQueue(database, clock, outbox);
    this.judgements = new SqlJudgements(database, clock);
    this.models = new SqlModels(database, clock);
    this.access = new SqlAccess(database, clock);
  }

  /** Records a request and returns the id of its review. */
  String ask(TestRequest request) {
    Referral referral = request.referral(clock);
    Outcome<String> recorded =
        journal.record(request.request(), request.outcome(), request.cacheKey(), referral);
    return "v" + recorded.id().substring(1);
  }

  ReviewItem item(TestRequest request) {
    return reviews.find(request.tenant(), request.review());
  }

  /** The item of an action that has to succeed. */
  static ReviewItem done(Decision decision) {
    if (decision instanceof Decision.Done(ReviewItem item)) {
      return item;
    }
    throw new AssertionError("not done: " + decision);
  }

  @Override
  public void close() {
    database.close();
  }
}
