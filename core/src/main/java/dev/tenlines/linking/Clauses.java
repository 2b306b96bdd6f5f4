package dev.tenlines.linking;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Match;
import dev.tenlines.catalog.Step;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions within questions: {@code customers in the country with the largest area}. The inner one
 * is read alone; the outer one is read with a name in its place, and the name is then replaced by
 * what the inner one says.
 */
final class Clauses {
  /** Conditions within conditions that a plan may have. */
  private static final int DEEPEST = 4;

  /** Questions within questions that are looked for. */
  private static final int MOST = 3;

  private final Catalog catalog;
  private final Rules rules;
  private final String question;
  private int names;

  Clauses(Catalog catalog, Rules rules, String question) {
    this.catalog = catalog;
    this.rules = rules;
    this.question = question;
  }

  /** What rules make of pieces that have no questions within. */
  interface Rules {
    List<Reading> whole(List<Spot> spots);
  }

  List<Reading> read(List<Spot> spots) {
    return read(spots, 0);
  }

  /** The readings of the innermost division that the rules understand; none where none is. */
  private List<Reading> read(List<Spot> spots, int within) {
    for (int head = within < MOST ? spots.size() - 1 : 0; head > 0; head--) {
      int start = start(spots, head);
      boolean alone = start == head && head == spots.size() - 1;
      if (!alone && spots.get(head).isThing() && isWithin(spots, start)) {
        List<Reading> readings = divided(spots, start, head, within + 1);
        if (!readings.isEmpty()) {
          return readings;
        }
      }
    }
    return List.of();
  }

  /** With the adjectives before it. */
  private static int start(List<Spot> spots, int head) {
    int start = head;
    while (start > 0 && !spots.get(start - 1).extremes.isEmpty()) {
      start--;
    }
    return start;
  }

  /** Something is asked before it. */
  private static boolean isWithin(List<Spot> spots, int start) {
    return spots.subList(0, start).stream()
        .anyMatch(s -> s.isThing() || s.isField() || s.is(Cue.COUNT));
  }

  private List<Reading> divided(List<Spot> spots, int start, int head, int within) {
    QueryPlan inner = inner(spots.subList(start, spots.size()), spots.get(head), within);
    if (inner == null) {
      return List.of();
    }
    String name = "\0" + names++;
    List<Spot> outer = new ArrayList<>(spots.subList(0, start));
    outer.add(named(inner.entity(), name, spots, start));
    List<Reading> readings = rules.whole(fresh(outer));
    List<Reading> all = readings.isEmpty() ? read(outer, within) : readings;
    List<Reading> out = new ArrayList<>();
    for (Reading reading : all) {
      Placing placing = new Placing(name, inner);
      List<Predicate> where = placing.in(reading.plan().entity(), reading.plan().where(), 1);
      if (where == null || !placing.placed) {
        return List.of();
      }
      QueryPlan plan = reading.plan().withWhere(where);
      out.add(new Reading(plan, reading.score(), reading.unused(), reading.ignored()));
    }
    return out;
  }

  /** What tells the rows of the thing, or null where the words say something else. */
  private @Nullable QueryPlan inner(List<Spot> spots, Spot head, int within) {
    List<Reading> readings = rules.whole(fresh(spots));
    List<Reading> all = readings.isEmpty() ? read(spots, within) : readings;
    QueryPlan plan = all.size() == 1 ? all.getFirst().plan() : null;
    boolean rows =
        plan != null
            && plan.columns().isEmpty()
            && plan.sort().isEmpty()
            && plan.limit() == 0
            && !plan.where().isEmpty()
            && head.things.stream().anyMatch(t -> t.entity().equals(plan.entity()));
    return rows ? plan : null;
  }

  static List<Spot> fresh(List<Spot> spots) {
    return spots.stream().map(Spot::fresh).toList();
  }

  /** A name that stands wherever names of such rows stand. */
  private Spot named(String entity, String name, List<Spot> spots, int start) {
    Said first = spots.get(start).said;
    Said last = spots.getLast().said;
    String words = question.substring(first.start(), last.end());
    Spot spot =
        new Spot(
            spots.get(start).from, spots.getLast().to, new Said(first.start(), last.end(), words));
    spot.stands = entity;
    Entity named = catalog.entity(entity);
    Field title = named == null ? null : Planner.title(named);
    if (title == null) {
      return spot;
    }
    spot.values.add(new Match(entity, title.name(), name, Match.Kind.EXACT));
    for (Entity other : catalog.entities()) {
      for (Field field : other.fields()) {
        if (pointing(other.name(), field, entity, title) != null) {
          spot.values.add(new Match(other.name(), field.name(), name, Match.Kind.EXACT));
        }
      }
    }
    return spot;
  }

  private @Nullable Step pointing(String from, Field field, String entity, Field title) {
    return catalog.steps(from).stream()
        .filter(s ->
            s.one()
                && s.to().equals(entity)
                && s.columns().equals(List.of(field.column()))
                && s.toColumns().equals(List.of(title.column())))
        .findFirst()
        .orElse(null);
  }

  /** Conditions with the name replaced. */
  private final class Placing {
    private final String name;
    private final QueryPlan inner;
    private boolean placed;

    Placing(String name, QueryPlan inner) {
      this.name = name;
      this.inner = inner;
    }

    /** The same conditions, or null where the name stands where nothing else can. */
    @Nullable List<Predicate> in(String entity, List<Predicate> where, int depth) {
      List<Predicate> out = new ArrayList<>();
      for (Predicate predicate : where) {
        List<Predicate> placed = in(entity, predicate, depth);
        if (placed == null) {
          return null;
        }
        out.addAll(placed);
      }
      return out;
    }

    private @Nullable List<Predicate> in(String entity, Predicate predicate, int depth) {
      if (depth > DEEPEST) {
        return null;
      }
      return switch (predicate) {
        case Predicate.Compare compare when isName(compare.value()) -> {
          placed = true;
          yield compare.term() instanceof Term.Of of ? at(entity, of.path(), compare, depth) : null;
        }
        case Predicate.Has has -> {
          Step step = catalog.step(entity, has.relation());
          List<Predicate> where = step == null ? null : in(step.to(), has.where(), depth + 1);
          yield where == null
              ? null
              : List.of(
                  new Predicate.Has(
                      has.relation(), where, has.operator(), has.count(), has.said()));
        }
        case Predicate.Against against -> {
          List<Predicate> where = in(entity, against.where(), depth + 1);
          yield where == null
              ? null
              : List.of(
                  new Predicate.Against(
                      against.path(), against.operator(), against.over(), where, against.said()));
        }
        default -> predicate.toString().contains(name) ? null : List.of(predicate);
      };
    }

    private boolean isName(Literal literal) {
      return literal instanceof Literal.Text text && text.text().equals(name);
    }

    private @Nullable List<Predicate> at(
        String entity, Path path, Predicate.Compare compare, int depth) {
      List<String> relations = new ArrayList<>(path.relations());
      String at = entity;
      for (String relation : relations) {
        Step step = catalog.step(at, relation);
        at = step == null ? "" : step.to();
      }
      Entity last = catalog.entity(at);
      Entity meant = catalog.entity(inner.entity());
      Field field = last == null ? null : last.field(path.field());
      Field title = meant == null ? null : Planner.title(meant);
      if (field == null || title == null) {
        return null;
      }
      if (!at.equals(inner.entity()) || !field.equals(title)) {
        Step step = pointing(at, field, inner.entity(), title);
        if (step == null) {
          return null;
        }
        relations.add(step.name());
      }
      boolean negated = compare.operator() == Operator.NOT_EQUAL;
      boolean deep = depth + relations.size() + depth(inner.where()) > DEEPEST + 1;
      return deep || negated && relations.isEmpty() ? null : nested(relations, negated, compare);
    }

    private List<Predicate> nested(List<String> relations, boolean not, Predicate.Compare compare) {
      List<Predicate> where = inner.where();
      for (int i = relations.size() - 1; i >= 0; i--) {
        boolean none = not && i == 0;
        Operator operator = none ? Operator.EQUAL : Operator.AT_LEAST;
        int count = none ? 0 : 1;
        where =
            List.of(new Predicate.Has(relations.get(i), where, operator, count, compare.said()));
      }
      return where;
    }

    private int depth(List<Predicate> where) {
      int deepest = 0;
      for (Predicate predicate : where) {
        deepest =
            Math.max(
                deepest,
                switch (predicate) {
                  case Predicate.Has has -> 1 + depth(has.where());
                  case Predicate.Against against -> 1 + depth(against.where());
                  default -> 1;
                });
      }
      return deepest;
    }
  }

  /** Whether a thing stands there twice, each time as what rows are asked of. */
  static boolean isTwice(List<Spot> spots) {
    Set<String> seen = new HashSet<>();
    return spots.stream()
        .filter(Spot::isThing)
        .anyMatch(s ->
            s.things.stream()
                .filter(t -> t.step() == null)
                .map(Ref::entity)
                .distinct()
                .anyMatch(e -> !seen.add(e)));
  }
}
