package dev.tenlines.linking;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.linking.Draft.Option;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.linking.Planner.Routes.Way;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import dev.tenlines.query.Term.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions of a draft as predicates of a plan, for one try to make it. */
final class Conditions {
  private final Attempt a;

  Conditions(Attempt attempt) {
    this.a = attempt;
  }

  List<Predicate> all() {
    List<Predicate> where = new ArrayList<>();
    for (Draft.Filter filter : a.draft.filters) {
      where.addAll(filter(filter));
    }
    for (Draft.Related related : a.draft.related) {
      Way way = a.way(related.refs(), related.place());
      if (way != null && !way.steps().isEmpty()) {
        where.add(
            nest(way.steps(), List.of(), related.operator(), related.count(), related.said()));
      } else {
        a.failed = true;
      }
    }
    return merged(where);
  }

  private List<Predicate> filter(Draft.Filter filter) {
    Map<Way, List<Option>> tests = new LinkedHashMap<>();
    for (Option option : filter.options()) {
      for (Way way :
          a.ways(
              option.ref(),
              filter.place(),
              option.cost()
                  + a.weighing.shown(option)
                  + a.weighing.fitting(filter, option, a.said))) {
        tests.computeIfAbsent(way, w -> new ArrayList<>(1)).add(option);
      }
    }
    Way way = a.best(List.copyOf(tests.keySet()));
    if (way == null) {
      return List.of();
    }
    boolean far =
        way.many()
            && !a.weighing.isMentioned(way.ref().entity())
            && !(way.steps().size() == 1 && a.weighing.isInside(filter, way.ref()))
            && (way.steps().size() > 1 || !a.weighing.isNamedField(filter));
    a.failed |= far;
    a.said.add(way.path());
    a.own.add(way.ref().entity());
    a.titled |= a.weighing.isTitle(way.ref());
    a.passed.add(a.root.name());
    way.steps().forEach(step -> a.passed.add(step.to()));
    Draft.Test test = a.picker.pick(tests.getOrDefault(way, filter.options())).test();
    if (!way.many()) {
      return of(test, way.path(), filter.said());
    }
    if (test instanceof Draft.Blank(boolean filled)) {
      Operator operator = filled ? Operator.AT_LEAST : Operator.EQUAL;
      return List.of(nest(way.steps(), List.of(), operator, filled ? 1 : 0, filter.said()));
    }
    boolean negated = isNegated(test);
    Draft.Test positive = negated ? positive(test) : test;
    Operator operator = negated ? Operator.EQUAL : Operator.AT_LEAST;
    List<Predicate> inner = of(positive, Path.of(way.path().field()), filter.said());
    return List.of(nest(way.steps(), inner, operator, negated ? 0 : 1, filter.said()));
  }

  /** Things that are named besides: they have to be there. */
  void mentions(List<Predicate> where) {
    Set<String> seen = new LinkedHashSet<>();
    for (Spot thing : a.draft.things) {
      boolean again = thing.things.stream().map(Ref::entity).distinct().anyMatch(e -> !seen.add(e));
      int place = a.spots.indexOf(thing);
      boolean counted = a.draft.sums.stream().anyMatch(s -> s.place() == place);
      a.failed |= again && !counted && !a.weighing.isBeside(thing);
      boolean known = thing.isRow(a.root.name()) || a.passed.stream().anyMatch(thing::isThing);
      if (!known) {
        Way way = a.way(thing.things, a.spots.indexOf(thing));
        if (way != null && way.many()) {
          where.add(nest(way.steps(), List.of(), Operator.AT_LEAST, 1, thing.said));
        }
      }
    }
  }

  static List<Predicate> of(Draft.Test test, Path path, Said said) {
    Term.Of term = new Term.Of(path, null);
    return switch (test) {
      case Draft.Is is -> List.of(new Predicate.Compare(term, is.operator(), is.value(), said));
      case Draft.Priced priced -> {
        Path currency = new Path(path.relations(), priced.currencyField());
        yield List.of(
            new Predicate.Compare(term, priced.is().operator(), priced.is().value(), said),
            new Predicate.Compare(
                new Term.Of(currency, null),
                Operator.EQUAL,
                new dev.tenlines.query.Literal.Text(priced.code()),
                said));
      }
      case Draft.In in -> List.of(new Predicate.OneOf(path, in.values(), in.negated(), said));
      case Draft.Has has ->
          List.of(new Predicate.Matches(path, has.place(), has.text(), has.negated(), said));
      case Draft.Blank blank -> List.of(new Predicate.Empty(path, blank.negated(), said));
      case Draft.Between between -> between(between, term, said);
      case Draft.Within within -> List.of(within(within, path, said));
      case Draft.Average average -> {
        Term.Over over = new Term.Over(Term.Function.AVG, path, false);
        yield List.of(new Predicate.Against(path, average.operator(), over, List.of(), said));
      }
    };
  }

  private static List<Predicate> between(Draft.Between between, Term.Of term, Said said) {
    if (between.negated()) {
      return List.of(
          new Predicate.AnyOf(
              List.of(
                  new Predicate.Compare(term, Operator.LESS, between.low(), said),
                  new Predicate.Compare(term, Operator.MORE, between.high(), said)),
              said));
    }
    return List.of(
        new Predicate.Compare(term, Operator.AT_LEAST, between.low(), said),
        new Predicate.Compare(term, Operator.AT_MOST, between.high(), said));
  }

  private static Predicate within(Draft.Within within, Path path, Said said) {
    if (!within.negated()) {
      return new Predicate.Range(path, within.from(), within.to(), said);
    }
    List<Predicate> outside = new ArrayList<>();
    if (within.from() != null) {
      outside.add(new Predicate.Range(path, null, within.from(), said));
    }
    if (within.to() != null) {
      outside.add(new Predicate.Range(path, within.to(), null, said));
    }
    return outside.size() == 1 ? outside.getFirst() : new Predicate.AnyOf(outside, said);
  }

  static boolean isNegated(Draft.Test test) {
    return switch (test) {
      case Draft.Is is -> is.operator() == Operator.NOT_EQUAL;
      case Draft.In in -> in.negated();
      case Draft.Has has -> has.negated();
      default -> false;
    };
  }

  static Draft.Test positive(Draft.Test test) {
    return switch (test) {
      case Draft.Is is -> new Draft.Is(Operator.EQUAL, is.value());
      case Draft.In in -> new Draft.In(in.values(), false);
      case Draft.Has has -> new Draft.Has(has.place(), has.text(), false);
      default -> test;
    };
  }

  /** What is said of related rows is said of the same ones: an order of last week over 100. */
  static List<Predicate> merged(List<Predicate> where) {
    List<Predicate> merged = new ArrayList<>();
    for (Predicate predicate : where) {
      int same = predicate instanceof Predicate.Has has ? same(merged, has) : -1;
      if (same >= 0
          && predicate instanceof Predicate.Has has
          && merged.get(same) instanceof Predicate.Has old) {
        List<Predicate> both = new ArrayList<>(old.where());
        both.addAll(has.where());
        merged.set(
            same,
            new Predicate.Has(
                old.relation(),
                merged(both),
                old.operator(),
                old.count(),
                joined(old.said(), has.said())));
      } else {
        merged.add(predicate);
      }
    }
    return merged;
  }

  private static int same(List<Predicate> merged, Predicate.Has has) {
    for (int i = 0; i < merged.size(); i++) {
      if (merged.get(i) instanceof Predicate.Has old
          && old.relation().equals(has.relation())
          && isSome(old)
          && isSome(has)
          && !isOther(old, has)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSome(Predicate.Has has) {
    return has.operator() == Operator.AT_LEAST && has.count() == 1;
  }

  /** One row cannot have two values in a field: then two rows are meant. */
  private static boolean isOther(Predicate.Has one, Predicate.Has two) {
    return one.where().stream()
        .anyMatch(a ->
            two.where().stream()
                .anyMatch(b ->
                    a instanceof Predicate.Has h
                            && b instanceof Predicate.Has k
                            && h.relation().equals(k.relation())
                            && isOther(h, k)
                        || a instanceof Predicate.Compare x
                            && b instanceof Predicate.Compare y
                            && x.operator() == Operator.EQUAL
                            && y.operator() == Operator.EQUAL
                            && x.term().equals(y.term())));
  }

  /** {@code the state with the highest elevation}: the end of the scale is a related row's. */
  static @Nullable Predicate end(
      Catalog catalog, String root, Draft.Extremum extremum, Way way, List<Predicate> where) {
    Step step = way.steps().getFirst();
    Field field = way.ref().field();
    Step back =
        catalog.steps(step.to()).stream()
            .filter(s ->
                s.to().equals(root)
                    && s.columns().equals(step.toColumns())
                    && s.toColumns().equals(step.columns()))
            .findFirst()
            .orElse(null);
    boolean narrowed = step.one() && !where.isEmpty();
    if (back == null || field == null || narrowed) {
      return null;
    }
    Path path = Path.of(field.name());
    Said said = extremum.said();
    Term.Over over = new Term.Over(extremum.most() ? Function.MAX : Function.MIN, path, false);
    List<Predicate> others =
        where.isEmpty()
            ? List.of()
            : List.of(nest(List.of(back), List.copyOf(where), Operator.AT_LEAST, 1, said));
    Predicate end = new Predicate.Against(path, Operator.EQUAL, over, others, said);
    return nest(way.steps(), List.of(end), Operator.AT_LEAST, 1, said);
  }

  static Predicate nest(
      List<Step> steps, List<Predicate> inner, Operator operator, int count, Said said) {
    Predicate nested = new Predicate.Has(steps.getLast().name(), inner, operator, count, said);
    for (int i = steps.size() - 2; i >= 0; i--) {
      nested = new Predicate.Has(steps.get(i).name(), List.of(nested), Operator.AT_LEAST, 1, said);
    }
    return nested;
  }

  private static Said joined(Said one, Said two) {
    String words = one.words() + " … " + two.words();
    return new Said(Math.min(one.start(), two.start()), Math.max(one.end(), two.end()), words);
  }
}
