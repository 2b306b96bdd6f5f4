package dev.tenlines.querying;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How much one question may take.
 *
 * @param rows the most rows of one page
 * @param counted where counting rows ends
 * @param text the most characters of one value; the rest is cut off
 * @param time how long one statement may run
 * @param cost what a statement may cost by the database's own reckoning, where it reckons: in
 *     PostgreSQL, one is about a page read from disk
 * @param connections how many statements run at once; others wait
 * @param zone whose days moments with a zone are shown and compared in
 */
public record Limits(
    int rows, int counted, int text, Duration time, double cost, int connections, ZoneId zone) {

  /** What a search box needs. */
  public static Limits usual() {
    return new Limits(1000, 10_000, 2000, Duration.ofSeconds(5), 2_000_000, 4, ZoneOffset.UTC);
  }

  public Limits withZone(ZoneId other) {
    return new Limits(rows, counted, text, time, cost, connections, other);
  }

  public Limits withTime(Duration other) {
    return new Limits(rows, counted, text, other, cost, connections, zone);
  }

  public Limits withCost(double other) {
    return new Limits(rows, counted, text, time, other, connections, zone);
  }

  public Limits withText(int other) {
    return new Limits(rows, counted, other, time, cost, connections, zone);
  }
}
