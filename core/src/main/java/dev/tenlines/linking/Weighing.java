package dev.tenlines.linking;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Field;
import dev.tenlines.linking.Draft.Option;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weighs which of the fields that a value stands in a question may mean. */
final class Weighing {
  private final Catalog catalog;
  private final Draft draft;
  private final List<Spot> spots;
  private final String root;
  private final boolean named;

  /**
   * @param named whether the question names the entity whose rows it asks for
   */
  Weighing(Planner planner, String root, boolean named) {
    this.catalog = planner.catalog;
    this.draft = planner.draft;
    this.spots = planner.spots;
    this.root = root;
    this.named = named;
  }

  /** The thing that was named last before a piece, or null. */
  @Nullable Spot nearest(int place) {
    for (int i = Math.min(place, spots.size()) - 1; i >= 0; i--) {
      if (spots.get(i).isThing()) {
        return spots.get(i);
      }
    }
    return null;
  }

  /** Whether the words say the field, too. */
  boolean isNamedField(Draft.Filter filter) {
    return spots.stream()
        .anyMatch(s ->
            s.isField()
                && s.said.start() >= filter.said().start()
                && s.said.end() <= filter.said().end());
  }

  /** How well a field fits where the value stands: {@code in} tells a place. */
  double fitting(Draft.Filter filter, Option option, Set<Path> said) {
    Field field = option.ref().field();
    if (field == null || filter.options().size() == 1) {
      return 0;
    }
    Spot before = filter.place() > 0 ? spots.get(filter.place() - 1) : null;
    boolean in = before != null && isIn(filter.place());
    boolean title = isTitle(option.ref());
    double cost = in && !isPlace(field) ? .5 : 0;
    if (option.ref().entity().equals(root) && title) {
      boolean beside = isBesideThing(filter.place());
      boolean first = draft.filters.stream().noneMatch(f -> f.place() < filter.place());
      cost += named && !beside ? .3 : named || first ? -.1 : 0;
    } else if (!named) {
      cost += .3;
    }
    cost += isBefore(filter.place(), option.ref().entity(), title) ? -1.5 : 0;
    cost += leading(filter.place(), field);
    boolean twice = said.contains(Path.of(field.name())) && option.ref().entity().equals(root);
    return cost + (twice ? 2 : 0);
  }

  /** {@code the Smith family}: what comes right after a name says what is called so. */
  private boolean isBefore(int place, String entity, boolean title) {
    return title
        && spots.get(place).isOperand()
        && (isCalled(place + 1, entity) || isCalled(place - 1, entity));
  }

  private boolean isCalled(int place, String entity) {
    return place >= 0 && place < spots.size() && spots.get(place).isRow(entity);
  }

  /** {@code from Rome} is a field that is called {@code from airport}, and none called to it. */
  private double leading(int place, Field field) {
    String word = place > 0 ? spots.get(place - 1).said.words().toLowerCase(Locale.ROOT) : "";
    if (!word.equals("from") && !word.equals("to")) {
      return 0;
    }
    String name = String.join("|", field.words());
    String other = word.equals("from") ? "to " : "from ";
    return name.startsWith(word + " ") ? -.6 : name.startsWith(other) ? 1 : 0;
  }

  private boolean isBesideThing(int place) {
    int at = place - 1;
    while (at > 0 && spots.get(at).isLight() && !isIn(place)) {
      at--;
    }
    return at >= 0 && spots.get(at).isThing();
  }

  private boolean isIn(int place) {
    for (int i = place - 1; i >= 0 && spots.get(i).isLight(); i--) {
      if (spots.get(i).is(Cue.IN)) {
        String word = spots.get(i).said.words().toLowerCase(Locale.ROOT);
        return Set.of("in", "from", "at", "near", "around", "within", "on").contains(word);
      }
    }
    return false;
  }

  boolean isTitle(Ref ref) {
    return Planner.isTitle(catalog, ref);
  }

  private static boolean isPlace(Field field) {
    for (String place : ShowRules.PLACES) {
      if (field.name().equalsIgnoreCase(place)) {
        return true;
      }
      for (String word : field.words()) {
        if (word.equalsIgnoreCase(place)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Nobody asks for what he says. */
  double shown(Option option) {
    Field field = option.ref().field();
    boolean asked =
        field != null
            && !draft.shows.isEmpty()
            && draft.shows.stream()
                .anyMatch(s ->
                    s.refs().stream()
                        .anyMatch(r -> r.isField(option.ref().entity(), field.name())));
    return asked ? 2 : 0;
  }

  /** {@code in which state is Springfield}: what has a name lies in what is asked for. */
  boolean isInside(Draft.Filter filter, Ref ref) {
    boolean in = spots.getFirst().is(Cue.IN) || spots.getLast().is(Cue.IN);
    return in && isTitle(ref) && filter.place() > 0;
  }

  /** Of things that were named already, it names such things again. */
  boolean isBack(Ref ref, int place) {
    Field field = ref.field();
    boolean again =
        field != null
            && catalog.steps(ref.entity()).stream()
                .anyMatch(s ->
                    s.one() && s.to().equals(root) && s.columns().equals(List.of(field.column())));
    return again && named && spots.indexOf(draft.things.getFirst()) < place;
  }

  /** A thing that is asked for by what its rows add up to. */
  boolean isGrouped() {
    boolean bordered =
        draft.sums.stream().anyMatch(s -> s.border() != null) || !draft.orders.isEmpty();
    return bordered
        && draft.shows.isEmpty()
        && !draft.things.isEmpty()
        && draft.things.getFirst().things.stream().noneMatch(t -> t.entity().equals(root));
  }

  boolean isMentioned(String entity) {
    return spots.stream().anyMatch(s -> entity.equals(s.stands) || s.isThing(entity));
  }

  /** A thing named once more has to be named by a value: {@code in the state of Texas}. */
  boolean isBeside(Spot thing) {
    int at = spots.indexOf(thing);
    boolean role =
        at > 0 && isRoleOf(spots.get(at - 1), thing)
            || at + 1 < spots.size() && isRoleOf(thing, spots.get(at + 1));
    if (role) {
      return true;
    }
    for (int i = at + 1;
        i < spots.size() && (spots.get(i).isLight() || spots.get(i).isOperand());
        i++) {
      if (spots.get(i).isOperand()) {
        return true;
      }
    }
    return at > 0 && spots.get(at - 1).isOperand()
        || draft.things.stream().filter(t -> t.said.equals(thing.said)).count() > 1;
  }

  /** {@code sent by customers}: the word before says in which role. */
  private static boolean isRoleOf(Spot role, Spot thing) {
    return role.things.stream().anyMatch(r -> r.step() != null && thing.isThing(r.entity()));
  }
}
