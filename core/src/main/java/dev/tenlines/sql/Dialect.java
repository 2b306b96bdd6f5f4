package dev.tenlines.sql;

import java.util.Map;

/** What the databases write differently. */
enum Dialect {
  SQLITE(
      Map.of(
          "identity", "INTEGER PRIMARY KEY",
          "micros", "CAST(ROUND((julianday(created) - 2440587.5) * 86400000) AS INTEGER) * 1000",
          "bytes", "BLOB",
          "double", "REAL"),
      ""),
  POSTGRESQL(
      Map.of(
          "identity", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
          "micros",
              "CAST(EXTRACT(EPOCH FROM CAST(created AS timestamptz)) * 1000000 AS BIGINT)",
          "bytes", "BYTEA",
          "double", "DOUBLE PRECISION"),
      " FOR UPDATE SKIP LOCKED");

  private final Map<String, String> placeholders;
  private final String skipLocked;

  Dialect(Map<String, String> placeholders, String skipLocked) {
    this.placeholders = placeholders;
    this.skipLocked = skipLocked;
  }

  /** What migrations fill in. */
  Map<String, String> placeholders() {
    return placeholders;
  }

  /** Ends a query whose row this transaction is about to change, passing by rows others change. */
  String skipLocked() {
    return skipLocked;
  }

  /** A text as a column can hold it: PostgreSQL knows no character with the number zero. */
  String text(String text) {
    return this == POSTGRESQL && text.indexOf('\0') >= 0 ? text.replace('\0', '\uFFFD') : text;
  }
}
