package dev.tenlines.linking;

import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Match;
import dev.tenlines.linking.Draft.Option;
import dev.tenlines.linking.Draft.Test;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Predicate.Place;
import dev.tenlines.text.Value;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values without a field: what they are tells where they stand. */
final class BareRules {
  private static final int NEAR = 3;
  private static final Set<String> CALLED = Set.of("of", "named", "called");
  private final Grammar g;

  BareRules(Grammar grammar) {
    this.g = grammar;
  }

  void read(int i) {
    Spot spot = g.at(i);
    int from = i;
    Operator operator = null;
    boolean negated = false;
    while (from > 0 && !g.at(from - 1).used) {
      Spot before = g.at(from - 1);
      if (FilterRules.operator(before) != null && !spot.isValue()) {
        operator = FilterRules.operator(before);
      } else if (before.is(Cue.NOT) || before.is(Cue.WITHOUT) && spot.isValue()) {
        negated = true;
      } else if (!before.isAny(Cue.EXACTLY, Cue.BETWEEN)
          && !(before.isLight() && isNegatedBefore(from - 1))) {
        break;
      }
      from--;
    }
    boolean between = from < i && g.at(from).is(Cue.BETWEEN);
    if (spot.isValue() && operator == null && value(from, i, negated)) {
      return;
    }
    if (spot.quote != null && !spot.isValue()) {
      quoted(from, i, negated);
      return;
    }
    if (spot.isPeriod() && period(from, i, operator, negated)) {
      return;
    }
    if (spot.isNumber() && !spot.isValue()) {
      number(from, i, operator, negated, between);
    }
  }

  /** {@code the journal "Optics"}, {@code with "Inc" in its name}: a text of some such name. */
  private void quoted(int from, int i, boolean negated) {
    int field = i + 1;
    while (field < g.size() && g.at(field).isLight()) {
      field++;
    }
    String text = g.at(i).quote;
    boolean inside =
        field < g.size() && g.at(field).isField() && g.between(i, field, Cue.IN) && g.isFree(field);
    List<Ref> refs = inside ? own(i, g.at(field)) : titles(i);
    List<Option> options = new ArrayList<>();
    for (Ref ref : refs) {
      if (text != null && ref.field() != null && ref.field().type() == Field.Type.TEXT) {
        Test test = new Draft.Has(Place.ANYWHERE, text, negated);
        options.add(new Option(ref, test, FilterRules.cost(ref)));
      }
    }
    if (!options.isEmpty()) {
      g.use(from, inside ? field : i);
      g.draft.filters.add(new Draft.Filter(options, g.said(from, i), from, null));
    }
  }

  private List<Ref> own(int i, Spot field) {
    Spot thing = g.thingBefore(i);
    List<Ref> own =
        thing == null
            ? List.of()
            : field.fields.stream().filter(r -> thing.isThing(r.entity())).toList();
    return own.isEmpty() ? field.fields : own;
  }

  /** What the thing right before is called by. */
  private List<Ref> titles(int i) {
    int at = i - 1;
    while (at >= 0 && (g.at(at).is(Cue.GLUE) || g.at(at).is(Cue.OF)) && g.at(at).isLight()) {
      at--;
    }
    List<Ref> refs = new ArrayList<>();
    for (Ref thing : at < 0 ? List.<Ref>of() : g.at(at).things) {
      Entity entity = g.catalog.entity(thing.entity());
      Field title = entity == null ? null : Planner.title(entity);
      if (title != null && refs.stream().noneMatch(r -> r.entity().equals(thing.entity()))) {
        refs.add(Ref.of(thing.entity(), title, 1));
      }
    }
    return refs;
  }

  private boolean isNegatedBefore(int i) {
    return i > 0 && g.at(i - 1).is(Cue.NOT) && !g.at(i - 1).used;
  }

  private boolean value(int from, int i, boolean negated) {
    Spot spot = g.at(i);
    if (spot.isField() && !spot.values.isEmpty() && i == g.asked) {
      return false;
    }
    List<Ref> refs = placed(from, called(from, refs(spot)));
    List<Option> options = FilterRules.options(refs, spot, null, negated);
    int end = i;
    List<Test> tests = new ArrayList<>();
    for (int next = i + 1; next < g.size(); next++) {
      Spot more = g.at(next);
      boolean joins = more.isAny(Cue.OR, Cue.AND) && !more.isOperand();
      if (joins) {
        continue;
      }
      boolean same = !more.used && more.isValue() && (next > end + 1 || isListed(next));
      List<Ref> both = same ? common(refs, refs(more)) : List.of();
      if (both.isEmpty() || next + 1 < g.size() && next > i + 1 && g.at(next + 1).isField()) {
        break;
      }
      refs = both;
      tests.add(FilterRules.options(List.of(both.getFirst()), more, null, false).getFirst().test());
      options = joined(refs, i, next);
      end = next;
    }
    if (!tests.isEmpty() && negated) {
      options = options.stream().map(o -> new Option(o.ref(), negate(o.test()), o.cost())).toList();
    }
    if (options.isEmpty()) {
      return false;
    }
    g.use(from, end);
    g.draft.filters.add(new Draft.Filter(options, g.said(from, end), from, null));
    return true;
  }

  /** {@code a city called Springfield}: of that city. */
  private List<Ref> called(int from, List<Ref> refs) {
    int at = from - 1;
    while (at >= 0 && CALLED.contains(g.at(at).said.words().toLowerCase(Locale.ROOT))) {
      at--;
    }
    if (at < 0 || at == from - 1) {
      return refs;
    }
    Spot thing = g.at(at);
    List<Ref> own =
        refs.stream()
            .filter(r -> thing.isRow(r.entity()) && Planner.isTitle(g.catalog, r))
            .toList();
    return own.isEmpty() ? refs : own;
  }

  /** {@code restaurants in San Francisco}: where they are, though a cuisine has that name, too. */
  private List<Ref> placed(int from, List<Ref> refs) {
    int at = from - 1;
    while (at > 0 && g.at(at).isLight() && !g.at(at).isAny(Cue.IN, Cue.OF)) {
      at--;
    }
    List<Ref> places = refs.stream().filter(BareRules::isPlace).toList();
    return at < 0 || places.isEmpty() || !g.at(at).is(Cue.IN) ? refs : places;
  }

  private static boolean isPlace(Ref ref) {
    Field field = ref.field();
    return field != null && field.words().stream().anyMatch(ShowRules.PLACES::contains);
  }

  private boolean isListed(int at) {
    return at + 2 < g.size() && g.at(at + 1).isAny(Cue.OR, Cue.AND) && g.at(at + 2).isValue();
  }

  private static Test negate(Test test) {
    return test instanceof Draft.In in ? new Draft.In(in.values(), true) : test;
  }

  private List<Option> joined(List<Ref> refs, int from, int to) {
    List<Option> options = new ArrayList<>();
    for (Ref ref : refs) {
      List<Test> tests = new ArrayList<>();
      for (int at = from; at <= to; at++) {
        Test test = g.at(at).isValue() ? Operands.test(ref, g.at(at), null, false) : null;
        if (test != null) {
          tests.add(test);
        }
      }
      Test either = Operands.either(tests, false);
      if (either != null) {
        options.add(new Option(ref, either, 0));
      }
    }
    return options;
  }

  private static List<Ref> common(List<Ref> one, List<Ref> two) {
    return one.stream()
        .filter(a ->
            two.stream()
                .anyMatch(b -> a.field() != null && b.isField(a.entity(), a.field().name())))
        .toList();
  }

  /** The fields that a value stands in; those that fit best. */
  private List<Ref> refs(Spot spot) {
    List<Ref> refs = new ArrayList<>();
    for (Match match : spot.values) {
      Entity entity = g.catalog.entity(match.entity());
      Field field = entity == null ? null : entity.field(match.field());
      if (field != null && refs.stream().noneMatch(r -> r.isField(match.entity(), match.field()))) {
        refs.add(Ref.of(match.entity(), field, 1));
      }
    }
    return refs;
  }

  private boolean period(int from, int i, @Nullable Operator operator, boolean negated) {
    Spot spot = g.at(i);
    if (g.isFree(i - 1) && g.at(i - 1).is(Cue.INCLUSIVE) && isBorder(spot)) {
      g.use(i - 1, i);
      return true;
    }
    boolean onOr = g.isFree(i - 1) && g.at(i - 1).said.words().equalsIgnoreCase("on or");
    if (onOr) {
      spot.periods.replaceAll(BareRules::withBorder);
    }
    List<Option> options = new ArrayList<>();
    Spot verb = verb(i);
    if (verb != null) {
      options.addAll(FilterRules.options(verb.verbs, spot, operator, negated));
    }
    if (options.isEmpty()) {
      for (Entity entity : g.catalog.entities()) {
        for (Field field : dates(entity)) {
          Ref ref = Ref.of(entity.name(), field, 1);
          for (int reading = 0; reading < spot.periods.size(); reading++) {
            Test test =
                Operands.isDate(field)
                    ? Operands.period(field, spot.periods.get(reading), operator, negated)
                    : Operands.test(ref, spot, operator, negated);
            if (test != null && (reading == 0 || Operands.isDate(field))) {
              options.add(new Option(ref, test, 0));
            }
          }
        }
      }
    }
    if (options.isEmpty()) {
      return false;
    }
    if (verb != null) {
      verb.used = true;
    }
    int start = onOr ? i - 1 : from;
    g.use(start, i);
    g.draft.filters.add(new Draft.Filter(options, g.said(start, i), start, null));
    return true;
  }

  /** {@code on or after 1 March}: that day is in it. */
  private static Value.Period withBorder(Value.Period period) {
    LocalDateTime from = period.from();
    LocalDateTime until = period.until();
    return from != null && until == null
        ? new Value.Period(from.minusDays(1), null, period.grain(), period.offset())
        : from == null && until != null
            ? new Value.Period(null, until.plusDays(1), period.grain(), period.offset())
            : period;
  }

  /** {@code past 30 days, inclusive of 30 days ago}: says again where a period begins or ends. */
  private boolean isBorder(Spot day) {
    return g.spots.stream()
        .filter(s -> s != day && s.used && s.isPeriod())
        .flatMap(s -> s.periods.stream())
        .anyMatch(p ->
            day.periods.stream()
                .anyMatch(d -> isSame(d.from(), p.from()) || isSame(d.until(), p.until())));
  }

  private static boolean isSame(@Nullable LocalDateTime one, @Nullable LocalDateTime two) {
    return one != null && two != null && one.toLocalDate().equals(two.toLocalDate());
  }

  /** A verb whose date is meant: {@code shipped last week}. */
  private @Nullable Spot verb(int i) {
    for (int d = 1; d <= NEAR; d++) {
      if (g.isFree(i - d) && !g.at(i - d).verbs.isEmpty()) {
        return g.at(i - d);
      }
    }
    return null;
  }

  /** The usual date of an entity, or else all its dates, or else its years. */
  private static List<Field> dates(Entity entity) {
    String usual = entity.date();
    Field date = usual == null ? null : entity.field(usual);
    if (date != null) {
      return List.of(date);
    }
    List<Field> dates = entity.fields().stream().filter(Operands::isDate).toList();
    return dates.isEmpty()
        ? entity.fields().stream().filter(f -> Operands.isNumeric(f) && Operands.isYear(f)).toList()
        : dates;
  }

  private void number(
      int from, int i, @Nullable Operator operator, boolean negated, boolean between) {
    Spot spot = g.at(i);
    Spot before = from > 0 ? g.at(from - 1) : null;
    List<Option> options = new ArrayList<>();
    int end = i;
    int high = between ? g.next(i) : g.size();
    for (Entity entity : g.catalog.entities()) {
      for (Field field : entity.fields()) {
        Ref ref = Ref.of(entity.name(), field, 1);
        if (operator == null && !between) {
          boolean key =
              field.type() == Field.Type.KEY && before != null && before.isThing(entity.name());
          Test test = key ? Operands.test(ref, spot, null, negated) : null;
          if (test != null && isOwnKey(entity, field)) {
            options.add(new Option(ref, test, 0));
          }
        } else if (fits(spot, field)) {
          Test low = Operands.test(ref, spot, between ? Operator.AT_LEAST : operator, negated);
          if (between) {
            Test top =
                high < g.size() ? Operands.test(ref, g.at(high), Operator.AT_MOST, false) : null;
            low =
                plain(low) instanceof Draft.Is a && plain(top) instanceof Draft.Is b
                    ? new Draft.Between(a.value(), b.value(), negated)
                    : null;
            end = high;
          }
          if (low != null) {
            options.add(new Option(ref, low, isMain(entity, field) ? 0 : .2));
          }
        }
      }
    }
    if (before != null && before.isThing()) {
      List<Option> own = options.stream().filter(o -> before.isThing(o.ref().entity())).toList();
      options = own.isEmpty() ? options : own;
    }
    if (!options.isEmpty()) {
      g.use(from, end);
      g.draft.filters.add(new Draft.Filter(options, g.said(from, end), from, null));
    }
  }

  private static @Nullable Test plain(@Nullable Test test) {
    return test instanceof Draft.Priced priced ? priced.is() : test;
  }

  private static boolean isOwnKey(Entity entity, Field field) {
    return entity.fields().stream()
        .filter(f -> f.type() == Field.Type.KEY)
        .findFirst()
        .orElse(field)
        .equals(field);
  }

  /** Money needs money; a plain number does not need to be money. */
  private static boolean fits(Spot spot, Field field) {
    boolean money = field.type() == Field.Type.MONEY || field.currency() != null;
    boolean own = spot.currency != null && spot.currency.equals(field.unit());
    return spot.currency == null
        ? Operands.isNumeric(field)
        : own || money && (field.unit() == null || field.unit().equals(spot.currency));
  }

  /** Of an entity's amounts the one that questions mean which name none. */
  private static boolean isMain(Entity entity, Field field) {
    List<Field> money = entity.fields().stream().filter(f -> f.type() == Field.Type.MONEY).toList();
    return money.isEmpty() || money.getFirst().equals(field);
  }
}
