package dev.tenlines.linking;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.linking.Planner.Routes;
import dev.tenlines.linking.Planner.Routes.Way;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import dev.tenlines.query.Term.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One try to make a plan over an entity. */
final class Attempt {
  private static final double EQUAL = Planner.EQUAL;
  private final Catalog catalog;
  private final Routes routes;
  final Draft draft;
  final List<Spot> spots;

  final Entity root;
  final Planner.Picker picker;
  private final Planner planner;
  final Weighing weighing;
  private final List<Way> ways = new ArrayList<>();
  private final Map<Draft.Sum, Term> added = new LinkedHashMap<>();
  private double cost;
  boolean failed;

  Attempt(Planner planner, String root, Planner.Picker picker) {
    this.catalog = planner.catalog;
    this.routes = planner.routes;
    this.draft = planner.draft;
    this.spots = planner.spots;
    this.picker = picker;
    Entity entity = catalog.entity(root);
    this.root = entity == null ? catalog.entities().getFirst() : entity;
    this.planner = planner;
    this.weighing = new Weighing(planner, this.root.name(), isNamed());
  }

  Planner.@Nullable Made make() {
    Conditions conditions = new Conditions(this);
    List<Predicate> where = conditions.all();
    List<Term.Of> groups = groups();
    List<Term> shows = shows(groups);
    List<Term> sums = new ArrayList<>();
    List<Predicate.Compare> having = new ArrayList<>();
    for (Draft.Sum sum : draft.sums) {
      Term term = sum(sum);
      if (term != null) {
        added.put(sum, term);
        if (!sums.contains(term)) {
          sums.add(term);
        }
        if (sum.operator() != null && sum.border() != null) {
          Said said = spots.get(sum.place()).said;
          having.add(new Predicate.Compare(term, sum.operator(), sum.border(), said));
        }
      }
    }
    for (Names.Measured measured : draft.measures) {
      if (measured.entity().equals(root.name())) {
        sums.add(new Term.Measured(measured.measure().name()));
      } else {
        failed = true;
      }
    }
    if (sums.isEmpty() && !shows.isEmpty() && !groups.isEmpty()) {
      // What each of them has is listed: nothing is added up.
      Set<Term> listed = new LinkedHashSet<>(groups);
      listed.addAll(shows);
      shows = new ArrayList<>(listed);
      groups = List.of();
    }
    List<Draft.Extremum> ends = new ArrayList<>(draft.extremes);
    if (extreme != null && !own.contains(extreme.ref().entity()) && !titled) {
      ends.addAll(planner.ends(extreme));
      failed |= ends.isEmpty() || !extreme.steps().isEmpty();
    }
    if (!groups.isEmpty() && sums.isEmpty()) {
      sums.add(Term.Over.rows());
    }
    conditions.mentions(where);
    where = new ArrayList<>(Conditions.merged(where));
    List<Sort> sorts = sorts(sums);
    extremes(ends, where, sorts, sums);
    implied(sorts, sums, shows);
    Set<Term> sorted = new LinkedHashSet<>();
    sorts.removeIf(sort -> !sorted.add(sort.term()));
    if (failed) {
      return null;
    }
    List<Term> columns = new ArrayList<>();
    if (sums.isEmpty()) {
      planner.title(root, shows);
      columns.addAll(shows);
    } else {
      Set<Term.Of> keys = new LinkedHashSet<>(groups);
      shows.forEach(show -> keys.add((Term.Of) show));
      groups = new ArrayList<>(keys);
      columns.addAll(groups);
      columns.addAll(sums);
    }
    boolean distinct = draft.distinct && sums.isEmpty();
    QueryPlan plan =
        new QueryPlan(root.name(), columns, where, groups, having, sorts, draft.limit, distinct);
    return new Planner.Made(plan, cost + (isNamed() ? 0 : .02) + draft.asides * .5);
  }

  private boolean isNamed() {
    return draft.things.stream().anyMatch(t -> t.isThing(root.name()));
  }

  @Nullable Way way(List<Ref> refs, int place) {
    List<Way> ways = new ArrayList<>();
    refs.forEach(ref -> ways.addAll(ways(ref, place, FilterRules.cost(ref))));
    return best(ways);
  }

  @Nullable Way best(List<Way> ways) {
    if (ways.isEmpty()) {
      failed = true;
      return null;
    }
    double least = ways.stream().mapToDouble(Way::cost).min().orElse(0);
    Way way = picker.pick(ways.stream().filter(w -> w.cost() <= least + EQUAL).toList());
    cost += Math.max(0, way.cost());
    return way;
  }

  List<Way> ways(Ref ref, int place, double extra) {
    List<Way> ways = new ArrayList<>();
    Step role = ref.step();
    String to = role == null || ref.start() == null ? ref.entity() : ref.start();
    Spot near = weighing.nearest(place);
    boolean close = near != null && near.isThing(ref.entity());
    for (List<Step> steps : routes.find(root.name(), to)) {
      List<Step> all = new ArrayList<>(steps);
      if (role != null) {
        all.add(role);
      }
      Way whole = new Way(List.copyOf(all), ref, extra - (close ? .4 : 0));
      if (!Planner.isJoint(whole)) {
        Way own = planner.own(root, whole);
        boolean shorter = own.steps().size() < all.size() && !Planner.isKey(own.ref());
        double length = 0;
        for (Step step : shorter ? own.steps() : all) {
          length += step.one() ? .6 : .8;
        }
        boolean mentioned = !shorter && !all.isEmpty() && weighing.isMentioned(ref.entity());
        ways.add(new Way(own.steps(), own.ref(), whole.cost() + length - (mentioned ? .1 : 0)));
      }
    }
    return ways;
  }

  private List<Term> shows(List<Term.Of> groups) {
    List<Term> shows = new ArrayList<>();
    for (Draft.Show show : draft.shows) {
      Term grouped = grouped(show, groups);
      if (grouped != null) {
        shows.add(grouped);
        continue;
      }
      Way way = way(show.refs(), show.place());
      if (way != null) {
        ways.add(way);
        cost += way.many() ? 1 : 0;
        failed |= way.many() && weighing.isBack(way.ref(), show.place());
        if (way.ref().field() != null && Planner.isExtreme(way.ref().field())) {
          extreme = way;
        }
        failed |= way.steps().size() > 1 && way.many() && !weighing.isMentioned(way.ref().entity());
        Term term = new Term.Of(way.path(), null);
        if (!shows.contains(term)) {
          shows.add(term);
        }
      }
    }
    return shows;
  }

  /** {@code the name and average rating for each shop}: the shop's name. */
  private @Nullable Term grouped(Draft.Show show, List<Term.Of> groups) {
    for (Ref ref : show.refs()) {
      for (Way way : ref.field() == null ? List.<Way>of() : ways(ref, show.place(), 0)) {
        if (groups.contains(new Term.Of(way.path(), null))) {
          return new Term.Of(way.path(), null);
        }
      }
    }
    return null;
  }

  private List<Term.Of> groups() {
    List<Term.Of> groups = new ArrayList<>();
    for (Draft.Group group : draft.groups) {
      if (group.bucket() != null) {
        Field date = Planner.date(root);
        if (date == null) {
          failed = true;
        } else {
          groups.add(new Term.Of(Path.of(date.name()), group.bucket()));
        }
        continue;
      }
      Way way = way(group.refs(), group.place());
      if (way != null) {
        ways.add(way);
      }
      if (way != null && way.ref().field() != null) {
        groups.add(new Term.Of(way.path(), null));
      } else if (way != null) {
        List<Term.Of> names = planner.display(root, way);
        failed |= names.isEmpty();
        groups.addAll(names);
      }
    }
    if (groups.isEmpty() && !draft.sums.isEmpty() && weighing.isGrouped()) {
      Way way = way(draft.things.getFirst().things, 0);
      if (way != null) {
        ways.add(way);
        List<Term.Of> names = planner.display(root, way);
        failed |= names.isEmpty();
        groups.addAll(names);
      }
    }
    return groups;
  }

  /** What another row would call it is a row of its own all the same. */
  private Ref rows(Ref ref) {
    return ref.field() == null && ref.entity().equals(root.name()) ? Ref.thing(root.name()) : ref;
  }

  private @Nullable Term sum(Draft.Sum sum) {
    Way way = way(sum.refs().stream().map(this::rows).toList(), sum.place());
    if (way == null) {
      return null;
    }
    cost += way.many() ? 1 : 0;
    if (way.ref().field() != null) {
      return new Term.Over(sum.function(), way.path(), sum.distinct());
    }
    if (!isRepeated() && (way.steps().isEmpty() || way.isBack())) {
      return Term.Over.rows();
    }
    Entity entity = catalog.entity(way.ref().entity());
    Field key = entity == null ? null : Planner.key(entity);
    if (key == null) {
      failed = true;
      return null;
    }
    List<String> relations = way.steps().stream().map(Step::name).toList();
    return new Term.Over(Function.COUNT, new Path(relations, key.name()), true);
  }

  /** Whether groups, which lead to many rows, would count a row more than once. */
  private boolean isRepeated() {
    return ways.stream().anyMatch(Way::many);
  }

  /** A column that is the end of some scale, which is one row's and not the end of all rows'. */
  private @Nullable Way extreme;

  /** What conditions are about. */
  final Set<String> own = new LinkedHashSet<>();

  boolean titled;

  final Set<Path> said = new LinkedHashSet<>();
  final Set<String> passed = new LinkedHashSet<>();

  private List<Sort> sorts(List<Term> sums) {
    List<Sort> sorts = new ArrayList<>();
    for (Draft.Order order : draft.orders) {
      Term summed = summed(order);
      if (summed != null) {
        sorts.add(new Sort(summed, order.descending()));
      } else if (order.summed() && !sums.isEmpty()) {
        failed = true;
      } else if (order.refs().isEmpty()) {
        Field date = Planner.date(root);
        failed |= date == null;
        if (date != null) {
          sorts.add(new Sort(new Term.Of(Path.of(date.name()), null), order.descending()));
        }
      } else {
        Way way = way(order.refs(), order.place());
        if (way != null && way.ref().field() != null) {
          sorts.add(new Sort(new Term.Of(way.path(), null), order.descending()));
        } else {
          failed = true;
        }
      }
    }
    return sorts;
  }

  private @Nullable Term summed(Draft.Order order) {
    for (Draft.Sum sum : draft.sums) {
      if (order.isAbout(sum)) {
        return added.get(sum);
      }
    }
    return null;
  }

  /** By what is added up, or else by the first number shown, or what is shown first. */
  private void implied(List<Sort> sorts, List<Term> sums, List<Term> shows) {
    Boolean down = draft.implied;
    if (down == null || !sorts.isEmpty()) {
      return;
    }
    if (!sums.isEmpty()) {
      sorts.add(new Sort(sums.getLast(), down));
    } else if (!shows.isEmpty()) {
      sorts.add(new Sort(shows.getLast(), down));
    } else if (draft.extremes.isEmpty()) {
      Field title = Planner.title(root);
      failed |= title == null;
      if (title != null) {
        sorts.add(new Sort(Term.Of.field(title.name()), down));
      }
    }
  }

  private static boolean isBy(List<Sort> sorts, Way way) {
    return sorts.stream().anyMatch(sort -> sort.term().equals(new Term.Of(way.path(), null)));
  }

  private void extremes(
      List<Draft.Extremum> ends, List<Predicate> where, List<Sort> sorts, List<Term> sums) {
    for (Draft.Extremum extremum : ends) {
      boolean hinted = extremum.hint() != null;
      boolean other =
          hinted
              && !extremum.refs().isEmpty()
              && extremum.refs().stream().noneMatch(r -> r.entity().equals(root.name()));
      failed |= other;
      List<Ref> refs = hinted ? Planner.meant(extremum, root) : extremum.refs();
      Way way = way(refs, extremum.place());
      if (way == null || !sums.isEmpty() || way.steps().size() > 1) {
        failed = true;
      } else if (!way.steps().isEmpty()) {
        Predicate end = Conditions.end(catalog, root.name(), extremum, way, where);
        failed |= end == null || draft.limit > 0 || draft.implied != null;
        if (end != null) {
          where.add(end);
        }
      } else if (draft.limit > 0 || draft.implied != null || isBy(sorts, way)) {
        sorts.addFirst(new Sort(new Term.Of(way.path(), null), extremum.most()));
      } else {
        Function function = extremum.most() ? Function.MAX : Function.MIN;
        Term.Over over = new Term.Over(function, way.path(), false);
        List<Predicate> others = List.copyOf(where);
        where.add(new Predicate.Against(way.path(), Operator.EQUAL, over, others, extremum.said()));
      }
    }
  }
}
