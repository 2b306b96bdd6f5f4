package dev.tenlines.rendering;

import dev.tenlines.query.Term.Bucket;

/** Dates as statements round and compare them. */
final class Calendar {
  private Calendar() {}

  /** The first day of the part of the calendar that a date is in. */
  static Sql bucket(Dialect dialect, Bucket bucket, Sql date, Stored stored) {
    return switch (dialect) {
      case SQLITE -> sqlite(bucket, date, stored);
      case POSTGRESQL -> {
        Sql day = stored == Stored.TEXT ? isoDay(dialect, date) : date;
        yield bucket == Bucket.DAY
            ? Sql.format("CAST(%s AS date)", day)
            : Sql.format("CAST(DATE_TRUNC('" + bucket.name() + "', %s) AS date)", day);
      }
      case H2 -> {
        Sql day = stored == Stored.TEXT ? isoDay(dialect, date) : date;
        String part = bucket == Bucket.WEEK ? "ISO_WEEK" : bucket.name();
        yield bucket == Bucket.DAY
            ? Sql.format("CAST(%s AS DATE)", day)
            : Sql.format("CAST(DATE_TRUNC(" + part + ", %s) AS DATE)", day);
      }
      case MYSQL -> mysql(bucket, date);
    };
  }

  private static Sql isoDay(Dialect dialect, Sql text) {
    String pattern = "'^[0-9]{4}-[0-9]{2}-[0-9]{2}'";
    return dialect == Dialect.POSTGRESQL
        ? Sql.format("CAST(SUBSTRING(%s FROM " + pattern + ") AS date)", text)
        : Sql.format("CAST(REGEXP_SUBSTR(%s, " + pattern + ") AS DATE)", text);
  }

  private static Sql sqlite(Bucket bucket, Sql date, Stored stored) {
    Sql text = iso(date, stored);
    return switch (bucket) {
      case DAY -> Sql.format("DATE(%s)", text);
      case WEEK -> Sql.format("DATE(%s, 'weekday 0', '-6 days')", text);
      case MONTH -> Sql.format("DATE(%s, 'start of month')", text);
      case QUARTER ->
          Sql.format(
              "DATE(%s, 'start of month',"
                  + " '-' || ((CAST(SUBSTR(DATE(%s), 6, 2) AS INTEGER) - 1) % 3) || ' months')",
              text, text);
      case YEAR -> Sql.format("DATE(%s, 'start of year')", text);
    };
  }

  private static Sql mysql(Bucket bucket, Sql date) {
    return switch (bucket) {
      case DAY -> Sql.format("DATE(%s)", date);
      case WEEK -> Sql.format("DATE_SUB(DATE(%s), INTERVAL WEEKDAY(%s) DAY)", date, date);
      case MONTH -> Sql.format("DATE_SUB(DATE(%s), INTERVAL (DAYOFMONTH(%s) - 1) DAY)", date, date);
      case QUARTER ->
          Sql.format(
              "DATE_ADD(MAKEDATE(YEAR(%s), 1), INTERVAL (QUARTER(%s) * 3 - 3) MONTH)", date, date);
      case YEAR -> Sql.format("MAKEDATE(YEAR(%s), 1)", date);
    };
  }

  /** A date that is kept as text or as a number of seconds, as text. */
  static Sql iso(Sql date, Stored stored) {
    return switch (stored) {
      case SECONDS -> Sql.format("DATETIME(%s, 'unixepoch')", date);
      case MILLIS -> Sql.format("DATETIME(%s / 1000, 'unixepoch')", date);
      default -> date;
    };
  }

  /** Whether dates are compared as texts, which their order of year, month, day allows. */
  static boolean asText(Stored stored) {
    return stored == Stored.TEXT || stored == Stored.SECONDS || stored == Stored.MILLIS;
  }

  /** A moment that is kept as text, to the second. */
  static Sql second(Sql date, Stored stored) {
    return stored == Stored.TEXT
        ? Sql.format("REPLACE(SUBSTR(%s, 1, 19), 'T', ' ')", date)
        : iso(date, stored);
  }
}
