package dev.tenlines.linking;

import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Match;
import dev.tenlines.linking.Draft.Option;
import dev.tenlines.linking.Draft.Test;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Predicate.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions: fields with values, and values that tell their field. */
final class FilterRules {
  private static final int FAR = 5;
  private final Grammar g;
  private final CuedRules cued;

  FilterRules(Grammar grammar) {
    this.g = grammar;
    this.cued = new CuedRules(grammar, this);
  }

  /** Conditions whose field is named. */
  void named() {
    for (int i = 0; i < g.size(); i++) {
      if (g.isFree(i) && g.at(i).isNumber() && !g.at(i).isField()) {
        numberBefore(i);
      }
    }
    for (int i = 0; i < g.size(); i++) {
      if (g.isFree(i) && isRole(g.at(i)) && !g.at(i).isField()) {
        cued.linked(i);
      }
    }
    for (int i = 0; i < g.size(); i++) {
      if (g.isFree(i) && (g.at(i).isField() || isRole(g.at(i)))) {
        after(i);
      }
      if (g.isFree(i)) {
        cued.cued(i);
      }
    }
    for (int i = 0; i < g.size(); i++) {
      if (g.isFree(i) && g.at(i).isValue() && !g.at(i).isField()) {
        cued.valueBefore(i);
      }
    }
  }

  private static boolean isRole(Spot spot) {
    return spot.isThing() && spot.things.stream().noneMatch(ref -> ref.step() == null);
  }

  /** {@code more than 3 successes}: the number comes first. */
  private void numberBefore(int i) {
    int at = i + 1;
    boolean orMore = at < g.size() && g.at(at).isAny(Cue.OR_MORE, Cue.OR_LESS);
    at = orMore ? at + 1 : at;
    if (!g.isFree(at) || !g.at(at).isField() || at == g.asked) {
      return;
    }
    int from = comparison(i);
    int before = g.previous(from);
    boolean claimed =
        before >= 0
            && g.isFree(before)
            && before != g.asked
            && g.at(before).isField()
            && !options(g.at(before).fields, g.at(i), null, false).isEmpty()
            && !g.between(before, from, Cue.AND);
    int after = at + 1;
    boolean followed =
        from == i
            && after < g.size()
            && (g.at(after).isOperand() || operator(g.at(after)) != null)
            && !g.at(i).isValue();
    if (claimed || followed || from == i && g.at(at).isThing()) {
      return;
    }
    Operator operator = orMore ? orMore(g.at(i + 1)) : from < i ? operator(g.at(from)) : null;
    boolean negated = from > 0 && g.at(from - 1).is(Cue.NOT);
    add(options(g.at(at).fields, g.at(i), operator, negated), negated ? from - 1 : from, at);
  }

  private int comparison(int i) {
    int from = i;
    while (from > 0
        && (operator(g.at(from - 1)) != null || g.at(from - 1).is(Cue.EXACTLY))
        && !g.at(from - 1).used) {
      from--;
    }
    return from;
  }

  /** {@code the status is open}: the field comes first. */
  private void after(int i) {
    Spot field = g.at(i);
    Operator operator = null;
    boolean negated = i > 0 && g.at(i - 1).is(Cue.NOT) && !g.at(i - 1).used;
    int start = negated ? i - 1 : i;
    Place place = null;
    for (int at = i + 1; at < g.size() && at - i <= FAR; at++) {
      Spot spot = g.at(at);
      boolean explicit =
          operator != null
              || place != null
              || g.between(i, at, Cue.IS) && g.next(at) >= g.size() - 1;
      if (spot.used || field.isThing() && !isRole(field) && spot.isAny(Cue.IN, Cue.OF)) {
        return;
      }
      if (spot.is(Cue.BETWEEN)) {
        if (i != g.asked) {
          range(start, i, at, negated);
        }
        return;
      }
      if (spot.isAny(Cue.AVERAGE_ABOVE, Cue.AVERAGE_BELOW)) {
        average(start, field, at);
        return;
      }
      if (place != null) {
        if (matches(start, field, at, place, negated)) {
          return;
        }
      } else if (spot.isOperand()
          && !(spot.isField()
              && spot.number == null
              && at + 1 < g.size()
              && g.at(at + 1).isOperand())) {
        boolean mayBe =
            !cued.isOfKind(at, field)
                && (i != g.asked
                    || explicit
                    || isPlain(i)
                    || at == i + 1 && isOnly(field, spot) && cued.isElsewhere(i));
        if (mayBe && compare(start, i, at, operator, negated)) {
          return;
        }
        if (!spot.isLight()) {
          return;
        }
      } else if (spot.is(Cue.EMPTY)) {
        empty(start, field, at, negated);
        return;
      } else if (spot.is(Cue.NOT)) {
        negated = true;
      } else if (operator(spot) != null) {
        operator = operator == null ? operator(spot) : operator;
      } else if (spot.isAny(Cue.CONTAINS, Cue.STARTS, Cue.ENDS)) {
        place = place(spot);
      } else if (!spot.isLight() && !spot.is(Cue.EXACTLY)) {
        return;
      } else if (spot.isAny(Cue.WHO, Cue.AND, Cue.THAT) || spot.is(Cue.ASK)) {
        return;
      }
    }
  }

  /** Whether a value can stand in that field only. */
  private static boolean isOnly(Spot field, Spot value) {
    return value.isValue()
        && value.values.stream()
            .allMatch(m -> field.fields.stream().anyMatch(r -> r.isField(m.entity(), m.field())));
  }

  /** Nothing before it asks for it. */
  private boolean isPlain(int i) {
    return g.previous(i) < 0 && i == 0;
  }

  private boolean compare(int start, int i, int at, @Nullable Operator stated, boolean negated) {
    Spot field = g.at(i);
    Operator operator = stated;
    int end = at;
    if (at + 1 < g.size() && g.at(at + 1).isAny(Cue.OR_MORE, Cue.OR_LESS)) {
      end = at + 1;
      operator = orMore(g.at(end));
    }
    List<Ref> refs = field.isField() ? own(i, g.at(at).stands) : roles(field, g.at(at));
    List<Option> options = options(refs, g.at(at), operator, negated);
    if (options.isEmpty()) {
      return false;
    }
    if (operator == null) {
      List<Integer> more = others(refs, at, negated);
      if (!more.isEmpty()) {
        options = either(refs, at, more, negated);
        end = more.getLast();
      }
    }
    add(options, start, end);
    return true;
  }

  /** {@code a shop with the code}: of several such fields the one of the thing right before. */
  private List<Ref> own(int i, @Nullable String stands) {
    List<Ref> refs = g.at(i).fields.stream().filter(r -> !r.entity().equals(stands)).toList();
    int before = g.previous(i);
    List<Ref> own =
        before < 0
            ? List.of()
            : refs.stream().filter(r -> r.fit() == 1 && g.at(before).isThing(r.entity())).toList();
    return own.isEmpty() ? refs : own;
  }

  /** The fields that a value has where a role leads: {@code customer Smith}. */
  private List<Ref> roles(Spot role, Spot value) {
    List<Ref> refs = new ArrayList<>();
    for (Ref thing : role.things) {
      for (Match match : value.values) {
        Entity entity = g.catalog.entity(match.entity());
        Field field = entity == null ? null : entity.field(match.field());
        if (field != null && thing.step() != null && match.entity().equals(thing.entity())) {
          refs.add(new Ref(match.entity(), field, thing.step(), thing.start(), 1));
        }
      }
    }
    return refs;
  }

  /** Further values of the same field, with or between them. */
  private List<Integer> others(List<Ref> refs, int first, boolean negated) {
    List<Integer> more = new ArrayList<>();
    int at = first;
    while (true) {
      int next = at + 1;
      while (next < g.size() && g.at(next).isAny(Cue.OR, Cue.AND) && !g.at(next).isOperand()
          || next < g.size() && g.at(next).said.words().equalsIgnoreCase("in") && next > at + 1) {
        next++;
      }
      boolean comma = next == at + 1;
      if (next >= g.size()
          || g.at(next).used
          || comma && more.isEmpty() && !isListed(next)
          || next + 1 < g.size() && g.at(next + 1).isField() && g.at(next).isNumber()
          || options(refs, g.at(next), null, negated).isEmpty()) {
        return more;
      }
      more.add(next);
      at = next;
    }
  }

  /** Whether a further value follows after this one, so that both make a list. */
  private boolean isListed(int at) {
    return at + 2 < g.size()
        && g.at(at).isValue()
        && g.at(at + 1).isAny(Cue.OR, Cue.AND)
        && g.at(at + 2).isValue();
  }

  private List<Option> either(List<Ref> refs, int first, List<Integer> more, boolean negated) {
    List<Option> options = new ArrayList<>();
    for (Ref ref : refs) {
      List<Test> tests = new ArrayList<>();
      tests.add(Operands.test(ref, g.at(first), null, false));
      more.forEach(at -> tests.add(Operands.test(ref, g.at(at), null, false)));
      if (!tests.contains(null)) {
        Test both = Operands.either(tests, negated);
        if (both != null) {
          options.add(new Option(ref, both, cost(ref)));
        }
      }
    }
    more.forEach(at -> g.use(at - 1, at));
    return options;
  }

  private void range(int start, int i, int between, boolean negated) {
    int low = g.next(between);
    int high = low < g.size() ? g.next(low) : g.size();
    if (high >= g.size() || !g.at(low).isOperand() || !g.at(high).isOperand()) {
      return;
    }
    List<Option> options = within(g.at(i).fields, low, high, negated);
    add(options, start, high);
  }

  private List<Option> within(List<Ref> refs, int low, int high, boolean negated) {
    List<Option> options = new ArrayList<>();
    for (Ref ref : refs) {
      Test from = Operands.test(ref, g.at(low), Operator.AT_LEAST, false);
      Test to = Operands.test(ref, g.at(high), Operator.AT_MOST, false);
      if (from instanceof Draft.Is a && to instanceof Draft.Is b) {
        options.add(new Option(ref, new Draft.Between(a.value(), b.value(), negated), cost(ref)));
      } else if (from instanceof Draft.Within a && to instanceof Draft.Within b) {
        options.add(new Option(ref, new Draft.Within(a.from(), b.to(), negated), cost(ref)));
      }
    }
    return options;
  }

  private void average(int start, Spot field, int at) {
    Operator operator = g.at(at).is(Cue.AVERAGE_ABOVE) ? Operator.MORE : Operator.LESS;
    add(numeric(field.fields, new Draft.Average(operator)), start, at);
  }

  static List<Option> numeric(List<Ref> refs, Test test) {
    return refs.stream()
        .filter(ref -> ref.field() != null && Operands.isNumeric(ref.field()))
        .map(ref -> new Option(ref, test, cost(ref)))
        .toList();
  }

  private boolean matches(int start, Spot field, int at, Place place, boolean negated) {
    Spot spot = g.at(at);
    boolean plain = spot.isUnknown() || spot.isValue() && !spot.isField() && !spot.isThing();
    if (spot.quote == null && !plain) {
      return false;
    }
    String text = spot.quote != null ? spot.quote : spot.said.words();
    List<Option> options =
        field.fields.stream()
            .filter(ref -> ref.field() != null && ref.field().type() == Field.Type.TEXT)
            .map(ref -> new Option(ref, new Draft.Has(place, text, negated), cost(ref)))
            .toList();
    add(options, start, at);
    return !options.isEmpty();
  }

  void empty(int start, Spot field, int at, boolean negated) {
    add(
        field.fields.stream()
            .map(ref -> new Option(ref, new Draft.Blank(negated), cost(ref)))
            .toList(),
        start,
        at);
  }

  /** Conditions whose field nobody names. */
  void bare() {
    BareRules bare = new BareRules(g);
    for (int i = 0; i < g.size(); i++) {
      if (g.isFree(i) && g.at(i).isOperand()) {
        bare.read(i);
      }
    }
  }

  static double cost(Ref ref) {
    return (1 - ref.fit()) * .4;
  }

  static List<Option> options(
      List<Ref> refs, Spot spot, @Nullable Operator operator, boolean negated) {
    List<Option> options = new ArrayList<>();
    for (Ref ref : refs) {
      for (Test test : Operands.tests(ref, spot, operator, negated)) {
        options.add(new Option(ref, test, cost(ref)));
      }
    }
    return options;
  }

  void add(List<Option> options, int from, int to) {
    if (!options.isEmpty()) {
      g.use(from, to);
      g.draft.filters.add(new Draft.Filter(options, g.said(from, to), from, null));
    }
  }

  static @Nullable Operator operator(Spot spot) {
    if (spot.isField() || spot.isOperand()) {
      return null;
    }
    if (spot.isAny(Cue.MORE, Cue.AFTER)) {
      return Operator.MORE;
    }
    if (spot.isAny(Cue.LESS, Cue.BEFORE)) {
      return Operator.LESS;
    }
    return spot.is(Cue.AT_LEAST)
        ? Operator.AT_LEAST
        : spot.is(Cue.AT_MOST) ? Operator.AT_MOST : null;
  }

  static Operator orMore(Spot spot) {
    return spot.is(Cue.OR_MORE) ? Operator.AT_LEAST : Operator.AT_MOST;
  }

  static Place place(Spot spot) {
    return spot.is(Cue.STARTS) ? Place.START : spot.is(Cue.ENDS) ? Place.END : Place.ANYWHERE;
  }
}
