package dev.tenlines.linking;

import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is left: things whose rows are asked for, and fields to be shown. */
final class ShowRules {
  private static final List<String> PERSONS =
      List.of(
          ("name|player|person|driver|rider|candidate|winner|artist|author"
                  + "|director|writer|actor|member|coach|manager|athlete|incumbent")
              .split("\\|"));
  static final List<String> PLACES =
      List.of(
          ("location|venue|place|address|site|stadium|street|city|town"
                  + "|city name|county|state|state name|region|area|country")
              .split("\\|"));

  private final Grammar g;

  /** The piece that was last taken for a column, or -1. */
  private int last = -1;

  /** The piece that rows have to have, or -1. */
  private int had = -1;

  ShowRules(Grammar grammar) {
    this.g = grammar;
  }

  void read() {
    g.draft.shows.forEach(show -> last = Math.max(last, show.place()));
    for (int i = 0; i < g.size(); i++) {
      Spot spot = g.at(i);
      if (spot.used) {
        continue;
      }
      if (spot.isThing() && !(spot.isField() && (isAttribute(i) || isRole(i)))) {
        spot.used = true;
        g.mention(i);
      } else if (spot.isField()) {
        spot.used = true;
        if (spot.isThing() && isHad(i)) {
          g.draft.things.add(spot);
        } else if (isDeclared() && last < 0 && (isHad(i) || isHadToo(i))) {
          had(i);
        } else {
          show(i);
        }
      }
    }
    if (g.draft.shows.isEmpty() && g.draft.sums.isEmpty() && g.draft.measures.isEmpty()) {
      pronoun();
    }
    if (g.catalog.entities().size() == 1 && g.catalog.entities().getFirst().words().isEmpty()) {
      rows();
    }
  }

  /**
   * A field that names another row is asked for itself: {@code which city}, but not in {@code which
   * rivers run through the state}.
   */
  private boolean isRole(int i) {
    Spot spot = g.at(i);
    boolean told = !g.draft.things.isEmpty() && isPlaced(i);
    return !told
        && spot.things.stream().allMatch(t -> t.step() != null)
        && spot.fields.stream().anyMatch(f -> f.fit() == 1);
  }

  private boolean isDeclared() {
    return g.catalog.entities().size() > 1 || !g.catalog.entities().getFirst().words().isEmpty();
  }

  /** {@code customers with an email}. */
  private boolean isHad(int i) {
    boolean with =
        i > 0 && g.at(i - 1).is(Cue.WITH)
            || i > 1 && g.at(i - 1).is(Cue.GLUE) && g.at(i - 2).is(Cue.WITH);
    return with && !g.draft.things.isEmpty();
  }

  /** {@code and a garden}, after another field that rows have to have. */
  private boolean isHadToo(int i) {
    int before = i - 1;
    while (before > had && g.at(before).isLight() && !g.at(before).is(Cue.ASK)) {
      before--;
    }
    return had >= 0 && before == had && g.between(had, i, Cue.AND);
  }

  private void had(int i) {
    List<Names.Phrases.Hit<Extremes.Extreme>> ends =
        Extremes.find(Words.of(g.at(i).said.words()).all()).stream()
            .filter(h -> h.from() == 0)
            .toList();
    if (!ends.isEmpty()) {
      Spot spot = g.at(i);
      List<Ref> scales =
          spot.fields.stream().flatMap(r -> Planner.scale(g.catalog, r).stream()).toList();
      boolean most = ends.getFirst().meaning().most();
      spot.used = !scales.isEmpty();
      if (spot.used) {
        g.draft.extremes.add(new Draft.Extremum(scales, null, most, i, spot.said));
      }
      return;
    }
    List<Draft.Option> options =
        owned(i).stream().map(r -> new Draft.Option(r, there(r), FilterRules.cost(r))).toList();
    had = i;
    g.draft.filters.add(new Draft.Filter(options, g.at(i).said, i, null));
  }

  private static Draft.Test there(Ref ref) {
    return ref.field() != null && ref.field().type() == Field.Type.TRUTH
        ? new Draft.Is(Operator.EQUAL, new Literal.Truth(true))
        : new Draft.Blank(true);
  }

  /**
   * The first field is asked for, and those that go on after it. Another one tells which field a
   * value stands in, or only what the rows are.
   */
  private void show(int i) {
    if (last >= 0 && isRepeated(g.at(i).fields) && !isNext(i)) {
      g.at(i).used = true;
      return;
    }
    if (last >= 0 && isAskedNext(i)) {
      last = i;
      g.draft.shows.add(new Draft.Show(owned(i), i));
      return;
    }
    if (last >= 0 && !isNext(i)
        || last < 0 && !g.draft.sums.isEmpty() && g.draft.groups.isEmpty() && isMention(i)) {
      g.at(i).used = tell(g.at(i).fields) || !isDeclared();
      return;
    }
    boolean theirs =
        last < 0
            ? isDeclared()
                && g.asked >= 0
                && g.asked < i
                && g.at(g.asked).isThing()
                && g.between(g.asked, i, Cue.AND)
            : g.draft.shows.stream().anyMatch(Draft.Show::theirs);
    last = i;
    g.draft.shows.add(new Draft.Show(owned(i), i, theirs));
  }

  /** {@code … Return the country and}: it is shown already, or rows are put together by it. */
  private boolean isRepeated(List<Ref> refs) {
    return Stream.concat(
            g.draft.shows.stream().flatMap(s -> s.refs().stream()),
            g.draft.groups.stream().flatMap(s -> s.refs().stream()))
        .anyMatch(shown -> refs.stream().anyMatch(r -> isSame(r, shown)));
  }

  /** {@code … Return the name}: a further sentence says what is shown, too. */
  private boolean isAskedNext(int i) {
    int at = i - 1;
    while (at > last && g.at(at).is(Cue.GLUE) && !g.at(at).is(Cue.ASK)) {
      at--;
    }
    return at > last && g.at(at).is(Cue.ASK) && !g.at(at).isAny(Cue.THAT, Cue.COUNT);
  }

  private boolean isNext(int i) {
    int before = i - 1;
    boolean joined = false;
    while (before > last && (g.at(before).isLight() || g.at(before).isThing())) {
      joined |= g.at(before).is(Cue.AND);
      before--;
    }
    return before == last && (joined || before == i - 1 || g.isListed(last, i)) || isAskedToo(i);
  }

  /** A sentence of its own says what to show: {@code ... Return the name and the price.} */
  private boolean isAskedToo(int i) {
    for (int at = i - 1; at > last; at--) {
      if (g.at(at).is(Cue.ASK) && (g.isOpening(at) || g.at(at - 1).is(Cue.AND))) {
        return true;
      }
      if (!g.at(at).isLight() && !g.at(at).used) {
        return false;
      }
    }
    return false;
  }

  /** Whether it comes after what is added up. */
  private boolean isMention(int i) {
    return g.draft.sums.stream().allMatch(sum -> sum.place() < i);
  }

  private boolean tell(List<Ref> refs) {
    for (int f = 0; f < g.draft.filters.size(); f++) {
      Draft.Filter filter = g.draft.filters.get(f);
      List<Draft.Option> told =
          filter.options().stream()
              .filter(o -> refs.stream().anyMatch(r -> isSame(r, o.ref())))
              .toList();
      if (!told.isEmpty()) {
        g.draft.filters.set(f, new Draft.Filter(told, filter.said(), filter.place(), filter.or()));
        return true;
      }
    }
    g.draft.asides++;
    return false;
  }

  private static boolean isSame(Ref one, Ref two) {
    return two.field() != null && one.isField(two.entity(), two.field().name());
  }

  private static boolean isOwner(Spot spot) {
    return spot.isThing() || spot.stands != null;
  }

  /** {@code rivers in the state}: a thing of its own, and nothing to be shown. */
  private boolean isPlaced(int i) {
    int at = i - 1;
    while (at > 0 && isFiller(g.at(at))) {
      at--;
    }
    Spot before = at < 0 ? null : g.at(at);
    boolean role =
        before != null
            && before.isThing()
            && before.things.stream().anyMatch(t -> t.step() != null && t.step().one());
    return at > g.asked && before != null && (role || before.isAny(Cue.IN, Cue.OF));
  }

  private static boolean isFiller(Spot spot) {
    return spot.is(Cue.GLUE) && !spot.isThing() && !spot.isAny(Cue.IN, Cue.OF);
  }

  /** A word for a thing and a field is a field where a thing is there to have it. */
  private boolean isAttribute(int i) {
    Spot spot = g.at(i);
    boolean own =
        spot.fields.stream().anyMatch(f -> Planner.isTitle(g.catalog, f) && spot.isRow(f.entity()));
    if (own && i == g.asked) {
      return false;
    }
    if (!g.draft.things.isEmpty() && isPlaced(i)) {
      return false;
    }
    return !g.draft.things.isEmpty()
        || i + 1 < g.size()
            && g.next(i) < g.size()
            && isOwner(g.at(g.next(i)))
            && isOf(i, g.next(i));
  }

  private boolean isOf(int i, int thing) {
    return thing == i + 1 || g.between(i, thing, Cue.OF) || g.between(i, thing, Cue.IN);
  }

  /** The fields of the thing they stand with: {@code names of customers}, {@code customer name}. */
  private List<Ref> owned(int i) {
    List<Ref> refs = g.at(i).fields;
    int next = i + 1;
    while (next < g.size() && g.at(next).isLight() && g.at(next).isAny(Cue.OF, Cue.GLUE, Cue.ALL)) {
      next++;
    }
    List<Ref> after = next > i + 1 && next < g.size() ? of(refs, g.at(next)) : List.of();
    if (!after.isEmpty()) {
      return after;
    }
    int before = i - 1;
    List<Ref> prior = before >= 0 ? of(refs, g.at(before)) : List.of();
    return prior.isEmpty() ? refs : prior;
  }

  private static List<Ref> of(List<Ref> refs, Spot thing) {
    return refs.stream().filter(r -> thing.isThing(r.entity())).toList();
  }

  /** What people call the rows of a table that has no name: {@code of the game with a score of}. */
  private void rows() {
    for (int i = Math.max(2, last + 1); i < g.size(); i++) {
      boolean named = g.at(i).isUnknown() && !Moments.hasDigit(g.at(i).said.words());
      boolean after = last >= 0 || !g.draft.sums.isEmpty();
      boolean article =
          g.at(i - 1).is(Cue.GLUE) && g.at(i - 2).isAny(Cue.OF, Cue.IN, Cue.WHEN, Cue.IS);
      boolean before =
          i + 1 == g.size()
              || g.at(i + 1).isAny(Cue.WITH, Cue.THAT, Cue.WHO, Cue.WHERE, Cue.WHEN, Cue.IN)
              || g.at(i + 1).used;
      if (named && after && article && before && !g.at(i).used) {
        g.at(i).used = true;
        g.draft.asides++;
        return;
      }
    }
  }

  /** {@code who}, {@code where} and {@code when} ask for a field without its name. */
  private void pronoun() {
    for (int i = 0; i < g.size(); i++) {
      Spot spot = g.at(i);
      List<Ref> refs = spot.isLight() && !spot.used ? meant(spot) : List.of();
      if (!refs.isEmpty()) {
        spot.used = true;
        g.draft.shows.add(new Draft.Show(refs, i));
        return;
      }
    }
  }

  private List<Ref> meant(Spot spot) {
    if (spot.is(Cue.WHO) && g.draft.things.isEmpty() && spot.said.words().equalsIgnoreCase("who")) {
      return named(PERSONS);
    }
    if (spot.is(Cue.WHERE) && g.draft.things.isEmpty() && (!isDeclared() || isTitled())) {
      return named(PLACES);
    }
    return spot.is(Cue.WHEN) && spot.from == 0 ? dates() : List.of();
  }

  /** Whether a condition names a row by what people call it. */
  private boolean isTitled() {
    return g.draft.filters.stream()
        .flatMap(f -> f.options().stream())
        .anyMatch(o -> Planner.isTitle(g.catalog, o.ref()));
  }

  private boolean isTitledIn(Entity entity) {
    return g.draft.filters.stream()
        .flatMap(f -> f.options().stream())
        .anyMatch(
            o -> o.ref().entity().equals(entity.name()) && Planner.isTitle(g.catalog, o.ref()));
  }

  private boolean isSaid(Ref ref) {
    return g.draft.filters.stream()
        .flatMap(f -> f.options().stream())
        .anyMatch(o -> isSame(ref, o.ref()));
  }

  /** The fields with the first of some names that any field has. */
  private List<Ref> named(List<String> names) {
    for (String name : names) {
      List<Ref> refs = new ArrayList<>();
      for (Entity entity : g.catalog.entities()) {
        for (Field field : entity.fields()) {
          boolean called =
              field.words().stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).equals(name));
          Ref ref = Ref.of(entity.name(), field, 1);
          boolean apart =
              names.equals(PLACES)
                  && (Operands.isNumeric(field) || isDeclared() && !isTitledIn(entity));
          if (called && !isSaid(ref) && !apart) {
            refs.add(ref);
          }
        }
      }
      if (!refs.isEmpty()) {
        return refs;
      }
    }
    return List.of();
  }

  private List<Ref> dates() {
    List<Ref> refs = new ArrayList<>();
    for (Entity entity : g.catalog.entities()) {
      for (Field field : entity.fields()) {
        boolean called =
            field.words().stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).equals("date"));
        if (called || Operands.isDate(field)) {
          refs.add(Ref.of(entity.name(), field, 1));
        }
      }
    }
    return refs;
  }
}
