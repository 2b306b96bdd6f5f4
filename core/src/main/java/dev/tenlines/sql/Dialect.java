package dev.tenlines.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the databases write differently. */
enum Dialect {
  SQLITE,
  POSTGRESQL;

  /** What migrations fill in. */
  Map<String, String> placeholders() {
    return switch (this) {
      case SQLITE ->
          Map.of(
              "identity", "INTEGER PRIMARY KEY",
              "micros",
                  "CAST(ROUND((julianday(created) - 2440587.5) * 86400000) AS INTEGER) * 1000",
              "keyed", " WITHOUT ROWID",
              "bytes", "BLOB",
              "double", "REAL");
      case POSTGRESQL ->
          Map.of(
              "identity", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
              "micros",
                  "CAST(EXTRACT(EPOCH FROM CAST(created AS timestamptz)) * 1000000 AS BIGINT)",
              "keyed", "",
              "bytes", "BYTEA",
              "double", "DOUBLE PRECISION");
    };
  }

  /** Ends a query whose rows this transaction is about to change, waiting for others that do. */
  String locked(String table) {
    return this == POSTGRESQL ? " FOR UPDATE OF " + table : "";
  }

  /**
   * Ends a query whose rows this transaction is about to change, passing by rows others change.
   *
   * @param table the short name of their table in the query
   */
  String skipLocked(String table) {
    return this == POSTGRESQL ? " FOR UPDATE OF " + table + " SKIP LOCKED" : "";
  }

  /** Keeps other transactions from writing to a table until this one ends; null where it does. */
  @Nullable String lock(String table) {
    return this == POSTGRESQL ? "LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE" : null;
  }

  /** A text as a column can hold it: PostgreSQL knows no character with the number zero. */
  String text(String text) {
    return this == POSTGRESQL && text.indexOf('\0') >= 0 ? text.replace('\0', '\uFFFD') : text;
  }
}
