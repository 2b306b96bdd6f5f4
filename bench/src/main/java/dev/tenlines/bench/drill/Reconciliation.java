package dev.tenlines.bench.drill;

import dev.tenlines.bench.drill.Drill.Findings;
import dev.tenlines.bench.drill.Told.Heard;
import dev.tenlines.bench.soak.Billing;
import dev.tenlines.mock.Counts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Holds the database against what was told, heard and billed; with SQL of its own. */
record Reconciliation(String url, Told told, Findings findings) {
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(2);

  /** The server's own process listens as well, under a target that is no address. */
  private static final String OUTSIDE = " AND target LIKE 'http%'";

  private static final long LOOK = Duration.ofMillis(250).toNanos();

  /** One column beside another. */
  private Map<String, String> pairs(String sql) throws SQLException {
    Map<String, String> found = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        if (found.put(rows.getString(1), rows.getString(2)) != null) {
          findings.problems().add(rows.getString(1) + " stands twice: " + sql);
        }
      }
    }
    return found;
  }

  private void none(String what, String sql) throws SQLException {
    long count =
        Long.parseLong(pairs("SELECT 'n', CAST((" + sql + ") AS TEXT)").getOrDefault("n", ""));
    findings.expect(count == 0, count + " " + what);
  }

  /** What must hold at any moment: whatever was acknowledged is there, once. */
  void acknowledged() throws SQLException {
    // Before the database is read: what is acknowledged meanwhile need not be in what was read.
    Map<String, Heard> answers = Map.copyOf(told.answers);
    Map<String, String> verdicts = Map.copyOf(told.verdicts);
    Map<String, String> requests =
        pairs("SELECT idempotency_key, id || ' ' || outcome FROM requests");
    Map<String, String> charged =
        pairs("SELECT request, CAST(SUM(micros) AS TEXT) FROM ledger GROUP BY request");
    answers.forEach((key, heard) -> {
      String found = requests.get(key);
      findings.expect(
          (heard.id() + " " + heard.outcome()).equals(found),
          "key " + key + " was told " + heard + " and stands as " + found);
      long micros = Long.parseLong(charged.getOrDefault(heard.id(), "0"));
      findings.expect(micros == heard.micros(), heard + " is booked with " + micros);
    });
    Map<String, String> decided =
        pairs("SELECT id, reviewer || ' ' || decision FROM reviews WHERE state = 'decided'");
    verdicts.forEach((review, what) ->
        findings.expect(
            what.equals(decided.get(review)),
            "review " + review + " was told " + what + " and stands as " + decided.get(review)));
    decided.forEach((review, what) ->
        findings.expect(
            told.judging.contains(review + " " + what),
            "review " + review + " stands as " + what + ", which nobody said"));
    none(
        "deferred requests without a review",
        "SELECT COUNT(*) FROM requests WHERE outcome = 'deferred' AND id NOT IN (SELECT request FROM reviews)");
    findings.problems().addAll(told.contradictions());
  }

  /** How many messages nobody has taken yet. */
  int waiting() throws SQLException {
    return pairs("SELECT id, review FROM deliveries WHERE state = 'waiting'" + OUTSIDE).size();
  }

  /** Waits until every message was taken. */
  void drained() throws SQLException {
    long end = System.nanoTime() + LONGEST_DRAIN.toNanos();
    while (waiting() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK);
    }
    findings.expect(waiting() == 0, waiting() + " messages still wait");
  }

  /** Every decision of a deferred request was heard under one id, and nothing else was. */
  void heard(Receiver receiver) throws SQLException {
    findings.problems().addAll(receiver.problems());
    Map<String, String> messages = pairs("SELECT review, id FROM deliveries WHERE 1 = 1" + OUTSIDE);
    Map<String, Set<String>> heard = receiver.messages();
    messages.forEach((review, id) ->
        findings.expect(
            Set.of(id).equals(heard.get(review)),
            "review " + review + ": message " + id + ", heard " + heard.get(review)));
    Set<String> strange = new HashSet<>(heard.keySet());
    strange.removeAll(messages.keySet());
    findings.expect(strange.isEmpty(), "told and not recorded: " + strange);
    Map<String, String> deferred =
        pairs(
            "SELECT v.id, q.outcome FROM reviews v JOIN requests q ON q.id = v.request"
                + " WHERE v.state = 'decided' AND q.outcome = 'deferred'");
    deferred.keySet().removeAll(messages.keySet());
    findings.expect(deferred.isEmpty(), "decided and nobody is told: " + deferred.keySet());
    findings.figure("messages heard", heard.size());
  }

  /**
   * Every answer that was billed is booked, at what it cost or at the most.
   *
   * @param cut how many calls may have been cut off by a death
   */
  void billed(List<Counts> bills, long cut) throws SQLException {
    Billing ledger = Billing.of(url);
    long answered = bills.stream().mapToLong(Counts::answered).sum();
    long micros = bills.stream().mapToLong(Billing::micros).sum();
    long most = ledger.exactMicros() + ledger.guessedMicros();
    findings.expect(
        ledger.exact() <= answered && answered <= ledger.exact() + ledger.guessed(),
        "billed " + answered + " answers, booked " + ledger);
    findings.expect(
        ledger.exactMicros() <= micros && micros <= most,
        "billed " + micros + " millionths, booked " + ledger);
    findings.expect(ledger.guessed() <= cut, ledger.guessed() + " charges are guessed, of " + cut);
    findings.expect(ledger.held() == 0, ledger.held() + " holds are still open");
    findings.figure("answers billed", (double) answered);
    findings.figure("charges booked at the most", (double) ledger.guessed());
    findings.figure("answers acknowledged", told.answers.size());
    findings.figure("of them by people", (double) count("deferred"));
    findings.figure("verdicts acknowledged", told.verdicts.size());
  }

  private long count(String outcome) {
    return told.answers.values().stream().map(Heard::outcome).filter(outcome::equals).count();
  }
}
