package dev.tenlines.kill;

import dev.tenlines.sql.TestStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks into a database, beside the code under test, for what was lost or doubled. */
final class Inspection {
  private final List<String> problems = new ArrayList<>();
  private final Acknowledged acknowledged;
  private final Connection connection;

  private Inspection(Acknowledged acknowledged, Connection connection) {
    this.acknowledged = acknowledged;
    this.connection = connection;
  }

  /** What is wrong while more may come. */
  static List<String> of(TestStore store, Acknowledged acknowledged) throws SQLException {
    try (Connection connection = store.connect()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      connection.setAutoCommit(false);
      Inspection inspection = new Inspection(acknowledged, connection);
      if (inspection.isMigrated()) {
        inspection.everything();
      } else if (!acknowledged.asked.isEmpty()) {
        inspection.problems.add("the tables are gone");
      }
      return inspection.problems;
    }
  }

  /** What is wrong after every message was delivered. */
  static List<String> afterDelivery(TestStore store, Acknowledged acknowledged, Hook hook)
      throws SQLException {
    List<String> problems = new ArrayList<>(of(store, acknowledged));
    try (Connection connection = store.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT review, id, state FROM deliveries")) {
      Set<String> told = new HashSet<>();
      while (rows.next()) {
        String review = rows.getString(1);
        told.add(review);
        if (!hook.messages(review).equals(Set.of(rows.getString(2)))
            || !rows.getString(3).equals("delivered")) {
          problems.add(
              "review %s: message %s is %s, heard %s"
                  .formatted(review, rows.getString(2), rows.getString(3), hook.messages(review)));
        }
      }
      Set<String> heard = hook.reviews();
      heard.removeAll(told);
      heard.forEach(review -> problems.add("review " + review + " was told and is not recorded"));
    }
    problems.addAll(hook.problems());
    problems.addAll(unclosed(store));
    return problems;
  }

  /** The holds that no later life closed. */
  private static List<String> unclosed(TestStore store) throws SQLException {
    try (Connection connection = store.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM reservations")) {
      row.next();
      return row.getLong(1) == 0 ? List.of() : List.of(row.getLong(1) + " holds are still open");
    }
  }

  private boolean isMigrated() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM deliveries")) {
      return row.next();
    } catch (SQLException e) {
      return false; // Killed before its tables were there.
    }
  }

  private void everything() throws SQLException {
    requests();
    reviews();
    none(
        "requests without exactly one charge",
        "SELECT COUNT(*) FROM requests q WHERE (SELECT COUNT(*) FROM ledger l WHERE l.request = q.id"
            + " AND l.micros = "
            + KilledServer.CHARGE.micros()
            + ") <> 1");
    charges();
    none(
        "deferred requests without a review",
        "SELECT COUNT(*) FROM requests WHERE outcome = 'deferred' AND id NOT IN"
            + " (SELECT request FROM reviews)");
    none(
        "messages of one review under two ids",
        "SELECT COUNT(*) FROM (SELECT review FROM deliveries GROUP BY review"
            + " HAVING COUNT(DISTINCT id) > 1) AS doubled");
    none(
        "decisions that nobody is told of, or open reviews that somebody is",
        "SELECT COUNT(*) FROM reviews v JOIN requests q ON q.id = v.request WHERE"
            + " (SELECT COUNT(*) FROM deliveries d WHERE d.review = v.id) <> CASE"
            + " WHEN v.state = 'open' OR q.outcome = 'answered' AND v.value = '\"delivery\"'"
            + " THEN 0 ELSE 1 END");
  }

  private void requests() throws SQLException {
    Map<String, String> found = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT idempotency_key, id FROM requests")) {
      while (rows.next()) {
        if (found.put(rows.getString(1), rows.getString(2)) != null) {
          problems.add("key " + rows.getString(1) + " stands twice");
        }
      }
    }
    acknowledged.asked.forEach((key, id) -> {
      if (!id.equals(found.get(key))) {
        problems.add("request " + id + " of key " + key + " is lost: " + found.get(key));
      }
    });
    found
        .keySet()
        .forEach(key -> {
          if (!acknowledged.asked.containsKey(key)
              && !acknowledged.pending.contains("ask " + key)) {
            problems.add("key " + key + " was never asked");
          }
        });
  }

  /** Every call that left is booked once, or still held; nothing else is. */
  private void charges() throws SQLException {
    Set<String> found = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT attempt FROM ledger UNION ALL SELECT attempt FROM reservations")) {
      while (rows.next()) {
        if (!found.add(rows.getString(1))) {
          problems.add("attempt " + rows.getString(1) + " stands twice");
        }
      }
    }
    acknowledged.called.stream()
        .filter(attempt -> !found.contains(attempt))
        .forEach(attempt -> problems.add("the money of " + attempt + " is lost"));
    found.stream()
        .filter(attempt -> !acknowledged.holding.contains(attempt))
        .forEach(attempt -> problems.add("nobody held money for " + attempt));
    none(
        "charges at neither what was spent nor the most",
        "SELECT COUNT(*) FROM ledger WHERE NOT (state = 'settled' AND estimated = 0 AND micros = "
            + KilledServer.CHARGE.micros()
            + " OR state = 'unknown' AND estimated = 1 AND micros = "
            + 2 * KilledServer.CHARGE.micros()
            + ")");
  }

  private void reviews() throws SQLException {
    Map<String, String> decided = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT id, reviewer FROM reviews WHERE state = 'decided'")) {
      while (rows.next()) {
        decided.put(rows.getString(1), rows.getString(2));
      }
    }
    acknowledged.judged.forEach((review, person) -> {
      if (!person.equals(decided.get(review))) {
        problems.add("verdict of " + person + " on " + review + " is lost: " + decided.get(review));
      }
    });
    decided.forEach((review, person) -> {
      if (!acknowledged.judged.containsKey(review)
          && !acknowledged.pending.contains("judge " + review + " " + person)) {
        problems.add("review " + review + " was never decided by " + person);
      }
    });
  }

  private void none(String what, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      if (row.getLong(1) != 0) {
        problems.add(row.getLong(1) + " " + what);
      }
    }
  }
}
