package dev.tenlines.text;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number, date or name that stands in a text: what may be right or wrong about the world. */
public sealed interface Fact {
  /** Index of the first UTF-16 unit. */
  int start();

  /** Index after the last. */
  int end();

  /** The characters as they stand. */
  String text();

  /** Whether a fact of a source says at least as much. */
  boolean saidBy(Fact source);

  /**
   * A number, in digits or in words.
   *
   * @param values what it may be: {@code 1.234} is two numbers, depending on the country
   * @param unit {@code %}, a currency's code, or empty
   * @param ordinal whether it says a place in an order, {@code 21st}
   */
  record Figure(
      int start, int end, String text, List<BigDecimal> values, String unit, boolean ordinal)
      implements Fact {
    public Figure {
      values = List.copyOf(values);
    }

    /** Values are equal whatever their scale; a unit that the source states cannot be another. */
    @Override
    public boolean saidBy(Fact source) {
      return switch (source) {
        case Figure other -> fits(other.unit()) && values.stream().anyMatch(other::has);
        case Day day ->
            unit.isEmpty()
                && day.readings().stream()
                    .anyMatch(
                        reading -> isNumber(reading.year()) || ordinal && isNumber(reading.day()));
        case Name name -> false;
      };
    }

    private boolean fits(String other) {
      return unit.isEmpty() || other.isEmpty() || unit.equals(other);
    }

    private boolean has(BigDecimal value) {
      return values.stream().anyMatch(own -> own.compareTo(value) == 0);
    }

    private boolean isNumber(@Nullable Integer part) {
      return part != null && has(BigDecimal.valueOf(part));
    }
  }

  /**
   * A date, or a part of one.
   *
   * @param readings what it may be: {@code 11/12/2026} is two dates, depending on the country
   */
  record Day(int start, int end, String text, List<Reading> readings) implements Fact {
    public Day {
      readings = List.copyOf(readings);
    }

    /** A shorter form of the same date adds nothing; a year or a month that was not there does. */
    @Override
    public boolean saidBy(Fact source) {
      return source instanceof Day other
          && readings.stream().anyMatch(own -> other.readings().stream().anyMatch(own::within));
    }

    /**
     * The parts of a date that are said, each null when it is not.
     *
     * @param weekday 1 is Monday; a whole date has the one that follows from it
     * @param word a word for a day that depends on today, {@code tomorrow}
     */
    public record Reading(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        @Nullable Integer weekday,
        @Nullable String word) {

      private boolean within(Reading other) {
        return within(year, other.year)
            && within(month, other.month)
            && within(day, other.day)
            && within(weekday, other.weekday)
            && within(word, other.word);
      }

      private static boolean within(@Nullable Object own, @Nullable Object other) {
        return own == null || own.equals(other);
      }
    }
  }

  /**
   * A name of a person, a place, a product; an address of mail or web; the number of an order.
   *
   * @param normal its spelling without case, accents and endings
   */
  record Name(int start, int end, String text, String normal) implements Fact {
    @Override
    public boolean saidBy(Fact source) {
      return source instanceof Name other && normal.equals(other.normal());
    }
  }
}
