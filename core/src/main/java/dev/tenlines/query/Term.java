package dev.tenlines.query;

import org.jspecify.annotations.Nullable;

/** What a column shows, a group is made by, rows are sorted by, or a value is compared with. */
public sealed interface Term {

  /**
   * A field's value.
   *
   * @param bucket what a date is rounded down to, or null for the value as it is
   */
  record Of(Path path, @Nullable Bucket bucket) implements Term {
    public static Of field(String name) {
      return new Of(Path.of(name), null);
    }
  }

  /**
   * Something over many rows.
   *
   * @param path null to count rows
   * @param distinct whether equal values count once
   */
  record Over(Function function, @Nullable Path path, boolean distinct) implements Term {
    public static Over rows() {
      return new Over(Function.COUNT, null, false);
    }
  }

  /** A declared measure of the plan's entity, such as a ratio. */
  record Measured(String measure) implements Term {}

  /** What adds up many values. */
  enum Function {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX
  }

  /** A part of the calendar. */
  enum Bucket {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }
}
