package dev.tenlines.bench.soak;

import dev.tenlines.mock.Counts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A ledger's sums, read beside the code that keeps them.
 *
 * @param exact charges whose tokens the provider said
 * @param guessed charges that were booked at the most or estimated
 * @param held holds that are still open
 */
public record Billing(
    long exact, long guessed, long exactMicros, long guessedMicros, long tokens, long held) {

  /** Of any database that Tenlines keeps. */
  public static Billing of(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      // One statement: a settlement between two would be missing from both sums.
      try (ResultSet row =
          statement.executeQuery(
              "SELECT SUM(1 - estimated), SUM(estimated), SUM(micros * (1 - estimated)),"
                  + " SUM(micros * estimated), SUM((input + output) * (1 - estimated)),"
                  + " (SELECT COUNT(*) FROM reservations) FROM ledger")) {
        row.next();
        return new Billing(
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getLong(4),
            row.getLong(5),
            row.getLong(6));
      }
    }
  }

  /** What a provider that counted so much would write on its bill. */
  public static long micros(Counts counts) {
    return counts.input() * SmallShop.MICROS_IN + counts.output() * SmallShop.MICROS_OUT;
  }
}
