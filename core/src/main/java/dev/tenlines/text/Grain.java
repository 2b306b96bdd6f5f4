package dev.tenlines.text;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;

/** A unit of the calendar, the finest first; weeks begin on Monday. */
public enum Grain {
  SECOND(ChronoUnit.SECONDS),
  MINUTE(ChronoUnit.MINUTES),
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS),
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS),
  QUARTER(IsoFields.QUARTER_YEARS),
  YEAR(ChronoUnit.YEARS),
  DECADE(ChronoUnit.DECADES),
  CENTURY(ChronoUnit.CENTURIES);

  @SuppressWarnings("ImmutableEnumChecker") // units of the calendar do not change
  private final TemporalUnit unit;

  Grain(TemporalUnit unit) {
    this.unit = unit;
  }

  /** A moment some units later, or earlier where there are fewer than none. */
  public LocalDateTime plus(LocalDateTime moment, long units) {
    return moment.plus(units, unit);
  }

  /** About how long it is. */
  public Duration duration() {
    return unit.getDuration();
  }

  /** The first moment of the unit that a moment lies in. */
  public LocalDateTime floor(LocalDateTime moment) {
    LocalDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
    return switch (this) {
      case SECOND, MINUTE, HOUR, DAY -> moment.truncatedTo(unit);
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
      case YEAR -> day.withDayOfYear(1);
      case DECADE -> day.withDayOfYear(1).minusYears(Math.floorMod(day.getYear(), 10));
      case CENTURY -> day.withDayOfYear(1).minusYears(Math.floorMod(day.getYear(), 100));
    };
  }
}
