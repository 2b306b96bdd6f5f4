package dev.tenlines.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to hold for a row, or for a group of rows. */
public sealed interface Predicate {

  /** The words of the question that say so; {@link Said#NOTHING} where it was put in otherwise. */
  Said said();

  /** A value against a literal. */
  record Compare(Term term, Operator operator, Literal value, Said said) implements Predicate {}

  /**
   * From a value up to another one, which is no longer in it.
   *
   * @param from null for no lower border
   * @param to null for no upper border
   */
  record Range(Path path, @Nullable Literal from, @Nullable Literal to, Said said)
      implements Predicate {}

  /** One of some values, or none of them. */
  record OneOf(Path path, List<Literal> values, boolean negated, Said said) implements Predicate {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** A piece of text in a value, whatever its case. */
  record Matches(Path path, Place place, String text, boolean negated, Said said)
      implements Predicate {}

  /** Nothing stands there, or something does. */
  record Empty(Path path, boolean negated, Said said) implements Predicate {}

  /**
   * How many related rows there are.
   *
   * @param relation a declared relation of the entity
   * @param where what has to hold for the related rows; paths start at them
   * @param operator with {@code count}: {@code AT_LEAST 1} for has, {@code EQUAL 0} for has none
   */
  record Has(String relation, List<Predicate> where, Operator operator, int count, Said said)
      implements Predicate {
    public Has {
      where = List.copyOf(where);
    }
  }

  /**
   * A value against one over all rows: above the average, equal to the largest.
   *
   * @param where which rows count for that one; none for all that the asker may see
   */
  record Against(Path path, Operator operator, Term.Over over, List<Predicate> where, Said said)
      implements Predicate {
    public Against {
      where = List.copyOf(where);
    }
  }

  /** At least one holds. */
  record AnyOf(List<Predicate> any, Said said) implements Predicate {
    public AnyOf {
      any = List.copyOf(any);
    }
  }

  /** All hold; within {@link AnyOf}. */
  record AllOf(List<Predicate> all, Said said) implements Predicate {
    public AllOf {
      all = List.copyOf(all);
    }
  }

  /** How two values compare. */
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /** Where a piece of text stands. */
  enum Place {
    ANYWHERE,
    START,
    END
  }
}
