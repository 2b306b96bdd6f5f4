package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome;
import dev.tenlines.OutcomeJson;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.History;
import dev.tenlines.ladder.History.Spend;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.review.Cause;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue.Seat;
import dev.tenlines.review.Verdict;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that the first version wrote, opened by this one. */
class MigrationTest {
  private static final TestRequest ANSWERED =
      TestRequest.answered("Where is it?", "delivery")
          .withKey("order-7")
          .cached("cached")
          .charged(Money.of("0.000120", "USD"));
  private static final TestRequest DEFERRED = TestRequest.deferred("Was ist das? 👩‍👧");
  private static final TestRequest LATER = TestRequest.deferred("later").proposing(null);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void writeWithTheFirstVersion() throws SQLException {
    file = directory.resolve("tenlines.db");
    String url = "jdbc:sqlite:" + file;
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:dev/tenlines/sql")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url)) {
      write(connection, ANSWERED, "2026-11-20T08:15:30.123456Z");
      write(connection, LATER, "2026-11-21T08:15:31Z");
      write(connection, DEFERRED, "2026-11-21T08:15:30.5Z");
    }
  }

  private static void write(Connection connection, TestRequest asked, String now)
      throws SQLException {
    Outcome<String> outcome = asked.outcome();
    run(
        connection,
        "INSERT INTO requests VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        asked.id(),
        asked.tenant(),
        asked.feature(),
        asked.key(),
        asked.cacheKey(),
        asked.input(),
        "{\"country\":\"DE\"}",
        OutcomeJson.kind(outcome),
        OutcomeJson.write(outcome),
        now);
    for (var step : outcome.trace().steps()) {
      run(
          connection,
          "INSERT INTO ledger (request, tenant, feature, rung, micros, currency, booked)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          asked.id(),
          asked.tenant(),
          asked.feature(),
          step.rung(),
          step.charge().micros(),
          step.charge().currency(),
          now);
    }
    if (asked.cause() != null) {
      run(
          connection,
          "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, 'open', ?)",
          asked.review(),
          asked.id(),
          asked.tenant(),
          asked.feature(),
          asked.proposal() == null ? null : "\"" + asked.proposal() + "\"",
          "score 0.4 below the certified 1.3",
          now);
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private TestServer open() {
    return new TestServer(Database.sqlite(file), new TestClock());
  }

  @Test
  void requests_areReadAsTheyWere() {
    try (TestServer server = open()) {
      History.Entry entry = server.history.find("default", ANSWERED.id());

      assertThat(entry.outcome()).isEqualTo(ANSWERED.outcome());
      assertThat(entry.request().input()).isEqualTo("Where is it?");
      assertThat(entry.request().fields()).isEqualTo(Map.of("country", "DE"));
      assertThat(entry.created()).isEqualTo(Instant.parse("2026-11-20T08:15:30.123Z"));
      assertThat(server.journal.recorded("default", "triage", "order-7", String.class))
          .isEqualTo(ANSWERED.outcome());
      assertThat(server.journal.remembered("default", "cached").value()).isEqualTo("delivery");
      assertThat(server.history.find("default", DEFERRED.id()).request().input())
          .isEqualTo("Was ist das? 👩‍👧");
    }
  }

  @Test
  void whatWasOpen_isOpen_oldestFirst_andCanBeDecided() {
    try (TestServer server = open()) {
      ReviewItem first = server.reviews.take(new Seat("default", "ann", null, false, false));

      assertThat(first.id()).isEqualTo(DEFERRED.review());
      assertThat(first.proposal()).isEqualTo("delivery");
      assertThat(first.cause()).isEqualTo(Cause.LOW_MARGIN);
      assertThat(first.reason()).isEqualTo("score 0.4 below the certified 1.3");
      assertThat(first.created()).isEqualTo(Instant.parse("2026-11-21T08:15:30.500Z"));
      assertThat(first.due()).isNull();
      TestServer.done(
          server.reviews.decide(
              "default", first.id(), "ann", first.version(), new Verdict.Approved()));
      assertThat(server.reviews.take(new Seat("default", "ann", null, false, false)).id())
          .isEqualTo(LATER.review());
    }
  }

  @Test
  void money_isKeptToTheLastMillionth() {
    try (TestServer server = open()) {
      assertThat(
              server.history.spend("default", Instant.EPOCH, Instant.parse("2026-12-01T00:00:00Z")))
          .containsExactly(
              new Spend(
                  LocalDate.parse("2026-11-20"),
                  "default",
                  "triage",
                  "classifier@1",
                  "classifier@1",
                  null,
                  1,
                  0,
                  0,
                  Money.of("0.000120", "USD")));
    }
  }

  @Test
  void openedAgain_itStaysAsItIs_andTakesNewRequests() {
    open().close();
    try (TestServer server = open()) {
      TestRequest fresh = TestRequest.deferred("new");
      server.ask(fresh);

      assertThat(server.item(fresh)).isNotNull();
      assertThat(server.history.list(new History.Filter("default", null, null, null, 9)))
          .hasSize(4);
    }
  }
}
