package dev.tenlines.linking;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Path;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import dev.tenlines.rendering.PlanCheck;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes plans of a draft: which entity's rows, which fields, along which relations. */
final class Planner {
  private static final int MOST = 3;
  static final double EQUAL = .05;

  /** Rows that only tie together what is named lie no farther off. */
  private static final double FAR = 2.5;

  final Catalog catalog;
  final Routes routes;
  private final PlanCheck check;
  final Draft draft;
  final List<Spot> spots;

  Planner(Catalog catalog, Routes routes, PlanCheck check, Draft draft, List<Spot> spots) {
    this.catalog = catalog;
    this.routes = routes;
    this.check = check;
    this.draft = draft;
    this.spots = spots;
  }

  /** A plan, and how far-fetched it is. */
  record Made(QueryPlan plan, double cost) {}

  /** The best plans: one, or some that are as good but mean something else. */
  List<Made> plans() {
    List<Made> best = new ArrayList<>();
    roots().forEach(root -> attempt(root, best));
    if (best.isEmpty() && !draft.sums.isEmpty()) {
      catalog.entities().forEach(entity -> attempt(entity.name(), best));
      best.removeIf(made -> made.cost() > FAR);
    }
    double least = best.stream().mapToDouble(Made::cost).min().orElse(0);
    Map<QueryPlan, Made> different = new LinkedHashMap<>();
    best.stream()
        .filter(m -> m.cost() <= least + EQUAL)
        .forEach(m -> different.putIfAbsent(m.plan(), m));
    return different.values().stream().limit(MOST).toList();
  }

  /** Plans over an entity's rows that can be executed. */
  private void attempt(String root, List<Made> best) {
    Picker first = new Picker(-1, 0);
    add(new Attempt(this, root, first).make(), best);
    List<Integer> sizes = first.sizes();
    for (int i = 0; i < sizes.size(); i++) {
      for (int choice = 1; choice < Math.min(MOST, sizes.get(i)); choice++) {
        add(new Attempt(this, root, new Picker(i, choice)).make(), best);
      }
    }
  }

  private void add(@Nullable Made made, List<Made> best) {
    if (made != null && check.wrong(made.plan()).isEmpty()) {
      best.add(made);
    }
  }

  private Set<String> roots() {
    Set<String> roots = new LinkedHashSet<>();
    draft.sums.forEach(sum -> sum.refs().forEach(ref -> roots.add(ref.entity())));
    draft.measures.forEach(measured -> roots.add(measured.entity()));
    if (roots.isEmpty() && !draft.things.isEmpty()) {
      draft.things.getFirst().things.forEach(ref -> roots.add(ref.entity()));
    }
    if (roots.isEmpty()) {
      draft.shows.forEach(show -> show.refs().forEach(ref -> roots.add(ref.entity())));
      draft.filters.forEach(f -> f.options().forEach(o -> roots.add(o.ref().entity())));
    }
    return roots;
  }

  /** What names a row: its key, and what people call it. */
  List<Term.Of> display(Entity root, Routes.Way way) {
    Entity entity = catalog.entity(way.ref().entity());
    List<Term.Of> terms = new ArrayList<>();
    if (entity != null) {
      Field key = key(entity);
      Field title = title(entity);
      if (key != null) {
        terms.add(term(root, way, key));
      }
      if (title != null && !title.equals(key)) {
        terms.add(term(root, way, title));
      }
    }
    return terms;
  }

  private Term.Of term(Entity root, Routes.Way way, Field field) {
    Ref ref = Ref.of(way.ref().entity(), field, 1);
    return new Term.Of(own(root, new Routes.Way(way.steps(), ref, 0)).path(), null);
  }

  /** What a row holds itself, a key or what people call another row, need not be looked up. */
  Routes.Way own(Entity root, Routes.Way way) {
    Step last = way.steps().isEmpty() ? null : way.steps().getLast();
    Field field = way.ref().field();
    int at = last == null || field == null ? -1 : last.toColumns().indexOf(field.column());
    if (last == null || field == null || !last.one() || at < 0) {
      return way;
    }
    List<Step> steps = way.steps().subList(0, way.steps().size() - 1);
    Entity holder = steps.isEmpty() ? root : catalog.entity(steps.getLast().to());
    for (Field held : holder == null ? List.<Field>of() : holder.fields()) {
      if (holder != null
          && held.column().equals(last.columns().get(at))
          && (held.type() == field.type() || held.type() != Field.Type.KEY)) {
        return new Routes.Way(steps, Ref.of(holder.name(), held, way.ref().fit()), way.cost());
      }
    }
    return way;
  }

  /** Rows that name a row by a field all have the same there: it is that row's own. */
  static boolean isJoint(Routes.Way way) {
    Step last = way.steps().isEmpty() ? null : way.steps().getLast();
    Field field = way.ref().field();
    return last != null
        && field != null
        && !last.one()
        && last.toColumns().equals(List.of(field.column()));
  }

  static boolean isKey(Ref ref) {
    return ref.field() != null && ref.field().type() == Field.Type.KEY;
  }

  /** {@code the cities and their populations}: what is asked for first is shown by its name. */
  void title(Entity root, List<Term> shows) {
    Field title = title(root);
    boolean first =
        !draft.shows.isEmpty()
            && !draft.distinct
            && draft.shows.stream().allMatch(s -> s.theirs())
            && !draft.things.isEmpty()
            && draft.things.getFirst().things.stream()
                .anyMatch(t -> t.entity().equals(root.name()));
    if (first && title != null && !shows.contains(Term.Of.field(title.name()))) {
      shows.addFirst(Term.Of.field(title.name()));
    }
  }

  static @Nullable Field date(Entity root) {
    if (root.date() != null) {
      return root.field(root.date());
    }
    List<Field> dates = root.fields().stream().filter(Operands::isDate).toList();
    return dates.size() == 1 ? dates.getFirst() : null;
  }

  /** The field that an adjective measures. */
  static List<Ref> meant(Draft.Extremum extremum, Entity root) {
    Extremes.Extreme hint = extremum.hint();
    if (hint == null) {
      return List.of();
    }
    for (String measure : hint.measures()) {
      List<Ref> called =
          root.fields().stream()
              .filter(f ->
                  Operands.isNumeric(f) && f.words().stream().anyMatch(measure::equalsIgnoreCase))
              .map(f -> Ref.of(root.name(), f, 1))
              .toList();
      if (!called.isEmpty()) {
        return called;
      }
    }
    Field date = hint.date() ? date(root) : null;
    if (date != null) {
      return List.of(Ref.of(root.name(), date, 1));
    }
    List<Field> numbers = root.fields().stream().filter(Operands::isNumeric).toList();
    return numbers.size() == 1 && !hint.date()
        ? List.of(Ref.of(root.name(), numbers.getFirst(), 1))
        : List.of();
  }

  static boolean isExtreme(Field field) {
    List<Word> words = Names.spoken(field.name());
    return !words.isEmpty() && Extremes.find(words.subList(0, 1)).size() > 0;
  }

  /** What measures it: of the highest point, the highest elevation. */
  static List<Ref> scale(Catalog catalog, Ref ref) {
    Entity entity = catalog.entity(ref.entity());
    Field field = ref.field();
    if (entity == null || field == null || ref.fit() < 1) {
      return List.of();
    }
    if (Operands.isNumeric(field)) {
      return List.of(ref);
    }
    String first = Names.spoken(field.name()).getFirst().folded();
    return entity.fields().stream()
        .filter(Operands::isNumeric)
        .filter(f -> Names.spoken(f.name()).getFirst().folded().equals(first))
        .map(f -> Ref.of(entity.name(), f, 1))
        .toList();
  }

  /** The end of all rows'. */
  List<Draft.Extremum> ends(Routes.Way column) {
    Field field = column.ref().field();
    List<Ref> scales = scale(catalog, column.ref());
    if (field == null || scales.isEmpty() || !draft.sums.isEmpty() || !draft.groups.isEmpty()) {
      return List.of();
    }
    boolean most =
        Extremes.find(Names.spoken(field.name())).stream()
            .filter(h -> h.from() == 0)
            .allMatch(h -> h.meaning().most());
    Said words =
        draft.shows.stream()
            .filter(s -> s.refs().contains(column.ref()))
            .map(s -> spots.get(s.place()).said)
            .findFirst()
            .orElse(Said.NOTHING);
    return List.of(new Draft.Extremum(scales, null, most, 0, words));
  }

  static @Nullable Field key(Entity entity) {
    return entity.fields().stream()
        .filter(f -> f.type() == Field.Type.KEY)
        .findFirst()
        .orElse(null);
  }

  /** What people call a row by. */
  static @Nullable Field title(Entity entity) {
    for (String name : entity.shown()) {
      Field field = entity.field(name);
      if (field != null && field.type() == Field.Type.TEXT) {
        return field;
      }
    }
    return entity.fields().stream()
        .filter(f -> f.type() == Field.Type.TEXT && f.name().endsWith("name"))
        .findFirst()
        .orElse(null);
  }

  static boolean isTitle(Catalog catalog, Ref ref) {
    Entity entity = catalog.entity(ref.entity());
    return entity != null && ref.field() != null && ref.field().equals(title(entity));
  }

  /** Takes the best of what words may mean, or, asked again, one of those that are as good. */
  static final class Picker {
    private final int differing;
    private final int choice;
    private final List<Integer> sizes = new ArrayList<>();

    /**
     * @param differing which of the choices is not the first, or -1
     */
    Picker(int differing, int choice) {
      this.differing = differing;
      this.choice = choice;
    }

    <T> T pick(List<T> equals) {
      sizes.add(equals.size());
      boolean differs = sizes.size() - 1 == differing && choice < equals.size();
      return equals.get(differs ? choice : 0);
    }

    /** How many were as good, choice by choice. */
    List<Integer> sizes() {
      return sizes;
    }
  }

  /** The shortest ways along declared relations from each entity to each other. */
  static final class Routes {
    private static final int LONGEST = 4;

    /** More ways than these nobody can choose from. */
    private static final int MOST = 3;

    private final Map<String, Map<String, List<List<Step>>>> ways = new HashMap<>();

    Routes(Catalog catalog) {
      Map<String, List<Step>> steps = new HashMap<>();
      catalog.entities().forEach(e -> steps.put(e.name(), catalog.steps(e.name())));
      for (Entity entity : catalog.entities()) {
        ways.put(entity.name(), from(entity.name(), steps));
      }
    }

    private static Map<String, List<List<Step>>> from(String start, Map<String, List<Step>> steps) {
      Map<String, List<List<Step>>> found = new HashMap<>();
      found.put(start, List.of(List.of()));
      List<List<Step>> edge = List.of(List.of());
      for (int length = 1; length <= LONGEST && !edge.isEmpty(); length++) {
        Map<String, List<List<Step>>> reached = new HashMap<>();
        for (List<Step> way : edge) {
          String at = way.isEmpty() ? start : way.getLast().to();
          for (Step step : steps.getOrDefault(at, List.of())) {
            List<List<Step>> to = reached.computeIfAbsent(step.to(), t -> new ArrayList<>());
            if (!found.containsKey(step.to()) && to.size() < MOST) {
              List<Step> longer = new ArrayList<>(way);
              longer.add(step);
              to.add(List.copyOf(longer));
            }
          }
        }
        edge = new ArrayList<>();
        for (Map.Entry<String, List<List<Step>>> entry : reached.entrySet()) {
          if (!entry.getValue().isEmpty()) {
            found.put(entry.getKey(), List.copyOf(entry.getValue()));
            edge.addAll(entry.getValue());
          }
        }
      }
      return found;
    }

    /** The shortest ways, all as long; none where no relations lead there. */
    List<List<Step>> find(String from, String to) {
      return ways.getOrDefault(from, Map.of()).getOrDefault(to, List.of());
    }

    /** A way to a field. */
    record Way(List<Step> steps, Ref ref, double cost) {
      boolean many() {
        return steps.stream().anyMatch(step -> !step.one());
      }

      /** Whether it goes to a row and from there to all that name it, as the first one does. */
      boolean isBack() {
        return steps.size() == 2
            && steps.getFirst().columns().equals(steps.getLast().toColumns())
            && steps.getFirst().toColumns().equals(steps.getLast().columns())
            && steps.getFirst().one();
      }

      @Override
      public int hashCode() {
        return 31 * ref.entity().hashCode() + Double.hashCode(cost); // all of them takes long
      }

      Path path() {
        Field field = ref.field();
        return new Path(steps.stream().map(Step::name).toList(), field == null ? "" : field.name());
      }
    }
  }
}
