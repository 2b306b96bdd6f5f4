package dev.tenlines.rendering;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Measure;
import dev.tenlines.catalog.Step;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The joins of a plan: not too many, and none that shows or counts a row more often than it is
 * there. A relation to many rows repeats the row it starts at.
 */
final class Fan {
  private final Catalog catalog;
  private final Entity entity;

  Fan(Catalog catalog, Entity entity) {
    this.catalog = catalog;
    this.entity = entity;
  }

  /** For a plan whose names are all declared. */
  List<String> wrong(QueryPlan plan) {
    List<String> wrong = new ArrayList<>();
    Set<List<String>> shown = new LinkedHashSet<>();
    terms(plan).forEach(term -> paths(term).forEach(path -> shown.addAll(many(path))));
    List<String> longest = shown.stream().reduce(List.of(), (a, b) -> a.size() >= b.size() ? a : b);
    if (!shown.stream()
        .allMatch(p -> longest.subList(0, Math.min(p.size(), longest.size())).equals(p))) {
      wrong.add("Two relations to many rows would be paired with each other: " + shown + ".");
    }
    where(entity, plan.where(), shown, wrong);
    terms(plan)
        .flatMap(this::overs)
        .filter(over -> repeated(over, shown))
        .map(over -> Shape.label(over) + " would count rows more than once.")
        .distinct()
        .forEach(wrong::add);
    int joins = joins(plan);
    if (joins > PlanCheck.MOST_JOINS) {
      wrong.add(
          "A plan follows at most " + PlanCheck.MOST_JOINS + " relations, this one " + joins + ".");
    }
    return wrong;
  }

  private static Stream<Term> terms(QueryPlan plan) {
    return Stream.of(
            plan.columns().stream(),
            plan.groups().stream(),
            plan.having().stream().map(Predicate.Compare::term),
            plan.sort().stream().map(sort -> sort.term()))
        .flatMap(terms -> terms);
  }

  private Stream<Path> paths(Term term) {
    return term instanceof Term.Of(Path path, var bucket)
        ? Stream.of(path)
        : overs(term).flatMap(over -> Stream.ofNullable(over.path()));
  }

  /** What a term adds up. */
  private Stream<Term.Over> overs(Term term) {
    return switch (term) {
      case Term.Of of -> Stream.of();
      case Term.Over over -> Stream.of(over);
      case Term.Measured(String name) -> {
        Measure measure = entity.measure(name);
        yield measure == null
            ? Stream.of()
            : Stream.concat(Stream.of(measure.over()), Stream.ofNullable(measure.under()));
      }
    };
  }

  /** Whether rows that are joined for other terms make a figure larger than it is. */
  private boolean repeated(Term.Over over, Set<List<String>> shown) {
    boolean whatever =
        over.distinct()
            || over.function() == Term.Function.MIN
            || over.function() == Term.Function.MAX;
    Set<List<String>> own = over.path() == null ? Set.of() : many(over.path());
    return !whatever && !own.equals(shown);
  }

  /** The ways along a path that lead to many rows, each from its start. */
  private Set<List<String>> many(Path path) {
    return many(entity, path);
  }

  private Set<List<String>> many(Entity from, Path path) {
    Set<List<String>> many = new HashSet<>();
    Way way = Way.find(catalog, from.name(), path);
    List<Step> steps = way == null ? List.of() : way.steps();
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).one()) {
        many.add(path.relations().subList(0, i + 1));
      }
    }
    return many;
  }

  /** A condition on one of many rows is a condition that there is one. */
  private void where(
      Entity at, List<Predicate> predicates, Set<List<String>> shown, List<String> wrong) {
    for (Predicate predicate : predicates) {
      Path path = path(predicate);
      if (path != null && !shown.containsAll(many(at, path))) {
        wrong.add(path + " leads to many rows: say that there is one, or none, with 'has'.");
      }
      within(at, predicate, shown, wrong);
    }
  }

  private void within(Entity at, Predicate predicate, Set<List<String>> shown, List<String> wrong) {
    switch (predicate) {
      case Predicate.AnyOf p -> where(at, p.any(), shown, wrong);
      case Predicate.AllOf p -> where(at, p.all(), shown, wrong);
      case Predicate.Against p -> {
        Set<List<String>> own = p.over().path() == null ? Set.of() : many(at, p.over().path());
        where(at, p.where(), own, wrong);
      }
      case Predicate.Has p -> {
        Step step = catalog.step(at.name(), p.relation());
        Entity to = step == null ? null : catalog.entity(step.to());
        if (to != null) {
          where(to, p.where(), Set.of(), wrong);
        }
      }
      default -> {}
    }
  }

  /** The path that a predicate is about, if it is about one. */
  static @Nullable Path path(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Compare p -> p.term() instanceof Term.Of(Path path, var bucket) ? path : null;
      case Predicate.Range p -> p.path();
      case Predicate.OneOf p -> p.path();
      case Predicate.Matches p -> p.path();
      case Predicate.Empty p -> p.path();
      case Predicate.Against p -> p.path();
      case Predicate.Has p -> null;
      case Predicate.AnyOf p -> null;
      case Predicate.AllOf p -> null;
    };
  }

  private int joins(QueryPlan plan) {
    Set<List<String>> ways = new HashSet<>();
    terms(plan).flatMap(this::paths).forEach(path -> ways(path, ways));
    return joins(plan.where(), ways) + ways.size();
  }

  /** Follows conditions; what stands in a selection of its own is counted, the rest collected. */
  private int joins(List<Predicate> predicates, Set<List<String>> ways) {
    int joins = 0;
    for (Predicate predicate : predicates) {
      Path path = path(predicate);
      if (path != null) {
        ways(path, ways);
      }
      joins +=
          switch (predicate) {
            case Predicate.AnyOf p -> joins(p.any(), ways);
            case Predicate.AllOf p -> joins(p.all(), ways);
            case Predicate.Has p -> 1 + own(p.where(), null);
            case Predicate.Against p -> 1 + own(p.where(), p.over().path());
            default -> 0;
          };
    }
    return joins;
  }

  private int own(List<Predicate> predicates, @Nullable Path path) {
    Set<List<String>> ways = new HashSet<>();
    if (path != null) {
      ways(path, ways);
    }
    return joins(predicates, ways) + ways.size();
  }

  private static void ways(Path path, Set<List<String>> ways) {
    for (int i = 1; i <= path.relations().size(); i++) {
      ways.add(path.relations().subList(0, i));
    }
  }
}
