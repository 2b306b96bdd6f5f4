package dev.tenlines.rendering;

import dev.tenlines.catalog.Field;

/** How a column keeps its values, which need not be how its field is declared. */
public enum Stored {
  TEXT,
  NUMBER,
  TRUTH,
  DATE,
  MOMENT,
  /** Whole seconds since 1970. */
  SECONDS,
  /** Whole milliseconds since 1970. */
  MILLIS,
  /** A type of the database's own, such as an identifier or an enumeration. */
  OTHER;

  /** Says how columns are kept. */
  @FunctionalInterface
  public interface Lookup {
    /**
     * @param table as the catalogue spells it
     * @param column as the catalogue spells it
     * @param type what a field declares it to be; {@link Field.Type#KEY} for a scope's column
     */
    Stored of(String table, String column, Field.Type type);
  }

  /** As databases usually keep what fields declare. */
  public static Lookup usual(Dialect dialect) {
    return (table, column, type) ->
        switch (type) {
          case TEXT -> TEXT;
          case INTEGER, DECIMAL, MONEY -> NUMBER;
          case TRUTH -> dialect == Dialect.SQLITE ? NUMBER : TRUTH;
          case DATE -> dialect == Dialect.SQLITE ? TEXT : DATE;
          case MOMENT -> dialect == Dialect.SQLITE ? TEXT : MOMENT;
          case KEY -> OTHER;
        };
  }
}
