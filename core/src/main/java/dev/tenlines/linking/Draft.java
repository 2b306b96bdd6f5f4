package dev.tenlines.linking;

import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Predicate.Place;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the grammar found in a question, before anybody knows which fields the words mean. */
final class Draft {
  final List<Show> shows = new ArrayList<>();
  final List<Filter> filters = new ArrayList<>();
  final List<Sum> sums = new ArrayList<>();
  final List<Names.Measured> measures = new ArrayList<>();
  final List<Group> groups = new ArrayList<>();
  final List<Extremum> extremes = new ArrayList<>();
  final List<Order> orders = new ArrayList<>();
  final List<Related> related = new ArrayList<>();
  final List<Spot> things = new ArrayList<>();
  int limit;
  boolean distinct;

  /** Whether the largest comes first, where nothing says what rows are sorted by; or null. */
  @Nullable Boolean implied;

  /** How many fields were named that nothing was made of. */
  int asides;

  /** A condition of some field. */
  sealed interface Test {}

  record Is(Operator operator, Literal value) implements Test {}

  /** An amount in a currency, which another field holds. */
  record Priced(Is is, String currencyField, String code) implements Test {}

  record In(List<Literal> values, boolean negated) implements Test {
    In {
      values = List.copyOf(values);
    }
  }

  /** Numbers from one to another, both included. */
  record Between(Literal low, Literal high, boolean negated) implements Test {}

  record Within(@Nullable Literal from, @Nullable Literal to, boolean negated) implements Test {}

  record Has(Place place, String text, boolean negated) implements Test {}

  record Blank(boolean negated) implements Test {}

  record Average(Operator operator) implements Test {}

  /**
   * A field that a condition may be about.
   *
   * @param cost how far-fetched it is
   */
  record Option(Ref ref, Test test, double cost) {}

  /**
   * A condition that words state.
   *
   * @param place index of the piece it begins at
   */
  record Filter(List<Option> options, Said said, int place, @Nullable Filter or) {
    Filter {
      options = List.copyOf(options);
    }
  }

  /**
   * Fields to be shown.
   *
   * @param theirs whether they come after the thing that has them: {@code cities and their areas}
   */
  record Show(List<Ref> refs, int place, boolean theirs) {
    Show {
      refs = List.copyOf(refs);
    }

    Show(List<Ref> refs, int place) {
      this(refs, place, false);
    }
  }

  /**
   * Something over many rows.
   *
   * @param refs the fields it may be over, or an entity whose rows are counted
   * @param border a border for it, or null
   */
  record Sum(
      Term.Function function,
      List<Ref> refs,
      boolean distinct,
      int place,
      @Nullable Operator operator,
      @Nullable Literal border) {
    Sum {
      refs = List.copyOf(refs);
    }
  }

  /** What rows are put together by: fields, an entity, or a part of the calendar. */
  record Group(List<Ref> refs, Term.@Nullable Bucket bucket, int place) {
    Group {
      refs = List.copyOf(refs);
    }
  }

  /** The rows at one end of a scale. */
  record Extremum(
      List<Ref> refs, Extremes.@Nullable Extreme hint, boolean most, int place, Said said) {
    Extremum {
      refs = List.copyOf(refs);
    }
  }

  /**
   * What rows are sorted by; without fields, by the usual date.
   *
   * @param summed whether by what they add up to
   */
  record Order(List<Ref> refs, boolean descending, int place, boolean summed) {
    Order {
      refs = List.copyOf(refs);
    }

    Order(List<Ref> refs, boolean descending, int place) {
      this(refs, descending, place, false);
    }

    /** Fields that words mean the less surely may be more of them. */
    boolean isAbout(Sum sum) {
      Ref first = sum.refs().isEmpty() ? null : sum.refs().getFirst();
      return sum.refs().equals(refs)
          || first != null
              && first.field() != null
              && refs.stream()
                  .anyMatch(r -> r.field() != null && first.isField(r.entity(), r.field().name()));
    }
  }

  /** Rows of another entity that there are so many of. */
  record Related(List<Ref> refs, Operator operator, int count, Said said, int place) {
    Related {
      refs = List.copyOf(refs);
    }
  }
}
