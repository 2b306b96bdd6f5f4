package dev.tenlines.linking;

import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Match;
import dev.tenlines.linking.Draft.Option;
import dev.tenlines.linking.Draft.Test;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions whose field comes after a value, or after a word that says how it is meant. */
final class CuedRules {
  private final Grammar g;
  private final FilterRules filters;

  CuedRules(Grammar grammar, FilterRules filters) {
    this.g = grammar;
    this.filters = filters;
  }

  /** {@code above the average price}, {@code without email}, {@code containing lamp}. */
  void cued(int i) {
    Spot cue = g.at(i);
    int at = g.next(i);
    Spot next = g.isFree(at) ? g.at(at) : null;
    if (next == null) {
      return;
    }
    if (cue.isAny(Cue.AVERAGE_ABOVE, Cue.AVERAGE_BELOW) && next.isField()) {
      Operator operator = cue.is(Cue.AVERAGE_ABOVE) ? Operator.MORE : Operator.LESS;
      filters.add(FilterRules.numeric(next.fields, new Draft.Average(operator)), i, at);
    } else if (cue.is(Cue.WITHOUT) && next.isField() && !next.isOperand() && at != g.asked) {
      filters.empty(i, next, at, false);
    } else if (cue.isAny(Cue.CONTAINS, Cue.STARTS, Cue.ENDS) && i > 0 && g.at(i - 1).isThing()) {
      titled(i, at);
    }
  }

  /** {@code products containing lamp}: in what people call them. */
  private void titled(int i, int at) {
    Spot text = g.at(at);
    String words = text.quote != null ? text.quote : text.said.words();
    List<Option> options = new ArrayList<>();
    for (Ref thing : g.at(i - 1).things) {
      Entity entity = g.catalog.entity(thing.entity());
      Field title = entity == null ? null : Planner.title(entity);
      if (title != null && (text.quote != null || text.isUnknown())) {
        Test test = new Draft.Has(FilterRules.place(g.at(i)), words, false);
        options.add(new Option(Ref.of(thing.entity(), title, 1), test, 0));
      }
    }
    filters.add(options, i, at);
  }

  /**
   * {@code states that the Ohio runs through}: of what the relation's word starts at, the value
   * tells the name, for its end is asked for.
   */
  void linked(int i) {
    for (Ref role : g.at(i).things) {
      int end = role.step() == null ? -1 : thing(role.entity(), i);
      int value = end < 0 ? -1 : titled(role.start(), end, i);
      if (value >= 0) {
        Spot spot = g.at(value);
        Ref title = title(role.start());
        filters.add(FilterRules.options(List.of(title), spot, null, false), value, value);
        g.use(i, i);
        int beside = value + 1;
        if (beside < g.size() && isThing(beside, role.start())) {
          g.use(beside, beside);
        }
        return;
      }
    }
  }

  /** {@code borders the Ohio river}: what stands beside the value has no such field. */
  boolean isOfKind(int value, Spot field) {
    if (value + 1 >= g.size()) {
      return false;
    }
    for (Ref thing : g.at(value + 1).things) {
      boolean other = field.fields.stream().noneMatch(f -> f.entity().equals(thing.entity()));
      if (thing.step() == null
          && other
          && Operands.test(title(thing.entity()), g.at(value), null, false) != null) {
        return true;
      }
    }
    return false;
  }

  /** The last piece before another that names an entity itself, or -1. */
  private int thing(String entity, int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (isThing(i, entity)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isThing(int i, @Nullable String entity) {
    return g.at(i).isRow(entity);
  }

  /** A value after the thing, and beside the relation's word, that names a row of an entity. */
  private int titled(@Nullable String entity, int after, int word) {
    Ref title = title(entity);
    int free = -1;
    for (int i = after + 1; i < g.size(); i++) {
      Spot spot = g.at(i);
      if (g.isFree(i) && spot.isValue() && Operands.test(title, spot, null, false) != null) {
        free = i;
        break;
      }
      if (i != word && !spot.isLight() && !isThing(i, entity)) {
        break;
      }
    }
    return free;
  }

  private Ref title(@Nullable String name) {
    Entity entity = name == null ? null : g.catalog.entity(name);
    Field title = entity == null ? null : Planner.title(entity);
    return new Ref(name == null ? "" : name, title, null, null, 1);
  }

  /** {@code the Duke college}, {@code Berlin is the city}. */
  void valueBefore(int i) {
    int at = i + 1;
    boolean is = at < g.size() && g.at(at).isAny(Cue.IS, Cue.AS);
    if (!is && isPossessive(g.at(i))) {
      return;
    }
    boolean called =
        i > 0 && g.at(i - 1).is(Cue.IS) && at + 1 < g.size() && g.at(at).said.words().equals("the");
    at = called ? at + 1 : at;
    if (is) {
      at++;
      while (at < g.size() && g.at(at).isLight() && !g.at(at).isField()) {
        at++;
      }
    }
    if (g.isFree(at)
        && g.at(at).isField()
        && at != g.asked
        && (is || called || isElsewhere(at))
        && (is || called || !isName(at, i))) {
      List<Option> options = FilterRules.options(g.at(at).fields, g.at(i), null, false);
      filters.add(options, i, at);
    }
  }

  /** Whether something else is asked for. */
  boolean isElsewhere(int field) {
    for (int i = 0; i < g.size(); i++) {
      Spot spot = g.at(i);
      if (i != field && (spot.isField() || spot.isThing()) && !spot.used || spot.is(Cue.WHO)) {
        return true;
      }
    }
    return !g.at(0).is(Cue.ASK);
  }

  /** Whether the value names a row of the entity whose other field stands beside it. */
  private boolean isName(int at, int value) {
    for (Match match : g.at(value).values) {
      Entity entity = g.catalog.entity(match.entity());
      Field title = entity == null ? null : Planner.title(entity);
      boolean names = title != null && title.name().equals(match.field());
      boolean beside =
          g.at(at).fields.stream()
              .anyMatch(r ->
                  r.entity().equals(match.entity())
                      && r.field() != null
                      && !r.field().equals(title));
      if (names && beside) {
        return true;
      }
    }
    return false;
  }

  /** {@code France's capital} asks for the capital. */
  private static boolean isPossessive(Spot spot) {
    String words = spot.said.words();
    return words.endsWith("'s") || words.endsWith("’s") || words.endsWith("s'");
  }

  /** Rows that have related ones, so many or none. */
  static final class Related {
    private final Grammar g;

    Related(Grammar grammar) {
      this.g = grammar;
    }

    void read() {
      for (int i = 0; i < g.size(); i++) {
        if (!g.at(i).used && g.at(i).isAny(Cue.WITHOUT, Cue.NOT) && !g.at(i).isOperand()) {
          none(i);
        }
      }
      for (int i = 0; i < g.size(); i++) {
        if (!g.at(i).used && g.at(i).isNumber() && !g.at(i).isValue()) {
          some(i);
        }
      }
    }

    /** {@code customers without orders}, {@code who have not placed any orders}. */
    private void none(int i) {
      int at = g.next(i);
      while (at < g.size() && (isVerb(g.at(at)) || g.at(i).is(Cue.NOT) && isRole(g.at(at)))) {
        at = g.next(at);
      }
      if (at >= g.size() || g.at(at).used || thingBefore(i) < 0) {
        return;
      }
      Spot spot = g.at(at);
      boolean filtered = at + 1 < g.size() && g.at(at + 1).isOperand();
      if (spot.isThing() && !filtered && !(spot.isField() && g.at(i).is(Cue.NOT))) {
        g.use(i, at);
        g.draft.related.add(new Draft.Related(spot.things, Operator.EQUAL, 0, g.said(i, at), i));
      }
    }

    private static boolean isRole(Spot spot) {
      return spot.isThing()
          && spot.things.stream().allMatch(t -> t.step() != null && t.step().one());
    }

    private static boolean isVerb(Spot spot) {
      return !spot.verbs.isEmpty() && !spot.isThing() && !spot.isField();
    }

    /** {@code customers with more than 3 orders}. */
    private void some(int i) {
      int at = i + 1;
      if (at < g.size() && g.at(at).isAny(Cue.OR_MORE, Cue.OR_LESS)) {
        at++;
      }
      int count = SortRules.count(g.at(i));
      BigDecimal number = g.at(i).number;
      boolean zero = number != null && number.signum() == 0;
      int before = comparison(i);
      boolean countable = count > 0 || zero;
      if (!countable || at >= g.size() || !g.at(at).isThing() || g.at(at).isField() && before < 0) {
        return;
      }
      int from = before < 0 ? i : before;
      boolean has = from > 0 && g.at(from - 1).isAny(Cue.WITH, Cue.GLUE, Cue.THAT) || before >= 0;
      Operator operator = operator(i, before, at);
      if (has && thingBefore(from) < 0 && g.asked >= 0 && g.asked < from && !g.at(g.asked).used) {
        grouped(from, i, at, operator);
        return;
      }
      if (!has || thingBefore(from) < 0) {
        return;
      }
      g.use(from, at);
      g.draft.related.add(
          new Draft.Related(g.at(at).things, operator, count, g.said(from, at), from));
    }

    /** {@code countries with more than 10 customers}: values that so many rows share. */
    private void grouped(int from, int number, int at, Operator operator) {
      BigDecimal border = g.at(number).number;
      if (border != null) {
        g.use(from, at);
        g.use(g.asked, g.asked);
        g.draft.groups.add(new Draft.Group(g.at(g.asked).fields, null, g.asked));
        g.draft.things.add(g.at(at));
        g.draft.sums.add(
            new Draft.Sum(
                Term.Function.COUNT,
                g.at(at).things,
                false,
                at,
                operator,
                new Literal.Number(border)));
      }
    }

    private Operator operator(int i, int before, int thing) {
      if (thing > i + 1) {
        return g.at(i + 1).is(Cue.OR_MORE) ? Operator.AT_LEAST : Operator.AT_MOST;
      }
      Operator stated = before < 0 ? null : FilterRules.operator(g.at(before));
      return stated == null ? Operator.EQUAL : stated;
    }

    /** The comparison right before a number, or -1. */
    private int comparison(int i) {
      return i > 0 && FilterRules.operator(g.at(i - 1)) != null ? i - 1 : -1;
    }

    private int thingBefore(int i) {
      for (int at = i - 1; at >= 0; at--) {
        if (g.at(at).isThing()) {
          return at;
        }
      }
      return -1;
    }
  }
}
