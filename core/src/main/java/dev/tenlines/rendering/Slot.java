package dev.tenlines.rendering;

import dev.tenlines.catalog.Field;

/**
 * A value in a statement.
 *
 * @param type what it is declared to be
 * @param stored what the database takes it for
 * @param reckoned whether it is not what stands in the column
 */
record Slot(Sql sql, Field.Type type, Stored stored, boolean reckoned) {

  Slot(Sql sql, Field.Type type, Stored stored) {
    this(sql, type, stored, false);
  }

  /** The value to reckon with: a number that is kept as text is made one. */
  Slot figure(Dialect dialect) {
    boolean number =
        switch (type) {
          case INTEGER, DECIMAL, MONEY -> true;
          default -> false;
        };
    return number && stored == Stored.TEXT
        ? new Slot(dialect.toNumber(sql), type, Stored.NUMBER, true)
        : this;
  }
}
