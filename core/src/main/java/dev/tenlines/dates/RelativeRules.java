package dev.tenlines.dates;

import dev.tenlines.dates.Sense.Lasting;
import dev.tenlines.dates.Series.Slot;
import dev.tenlines.dates.When.Bound;
import dev.tenlines.dates.When.Field;
import dev.tenlines.dates.When.Kind;
import dev.tenlines.text.Grain;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times counted from now or from another time. */
final class RelativeRules {
  private RelativeRules() {}

  static void addTo(Grammar grammar) {
    grammar.rule("in about? length", 0, m -> shift(m, 1));
    grammar.rule("in a unit", 0, m -> shift(m, AmountRules.of(1, m.unit()), 1));
    grammar.rule("length hence", m -> shift(m, 1));
    grammar.rule("length ago", m -> shift(m, -1));
    grammar.rule("ago-lead about? length", m -> shift(m, -1));
    grammar.rule("length after|counted-from point", m -> shiftFrom(m, 1));
    grammar.rule("length before point", m -> shiftFrom(m, -1));
    grammar.rule("day-after point", m -> moved(m.when(), AmountRules.of(1, Grain.DAY), 1));
    grammar.rule("day-before point", m -> moved(m.when(), AmountRules.of(1, Grain.DAY), -1));
    grammar.rule("int weekday hence|from-now", m -> nthFromNow(m, 1));
    grammar.rule("int weekday ago", m -> nthFromNow(m, -1));
    grammar.rule("nth point after point", m -> nthAfter(m));
    grammar.rule("the? nth? closest point to the? point", m -> closest(m));

    for (String named : List.of("%s point", "point the? %s")) {
      grammar.rule(named.formatted("this"), m -> recurring(m) ? thisOne(m) : null);
      grammar.rule(
          named.formatted("last"),
          m -> recurring(m) ? once(m, m.when().series().past(m.now())) : null);
      grammar.rule(
          named.formatted("coming"), m -> recurring(m) ? once(m, m.when().slot(m.now())) : null);
      grammar.rule(named.formatted("next"), m -> recurring(m) ? next(m) : null);
      grammar.rule(named.formatted("next-but-one"), m -> recurring(m) ? second(m) : null);
    }
    grammar.rule("point after-next", m -> recurring(m) ? second(m) : null);
    grammar.rule("holiday|month|weekday|date shift", 1, m -> framed(m));
    grammar.rule("weekday in-eight", m -> inWeeks(m, 1));
    grammar.rule("weekday in-fifteen", m -> inWeeks(m, 2));
    grammar.rule("now", m -> now(m));
    grammar.rule("soon", m -> now(m).with(Bound.AFTER));
  }

  static When now(Match m) {
    Slot slot = Slot.of(m.now(), Grain.SECOND);
    return When.of(Kind.NOW, Series.once(slot), Grain.SECOND, Field.values());
  }

  /** How exactly a time is known that lies so far away: two years ago is a month. */
  static Grain exactness(Grain unit) {
    return switch (unit) {
      case CENTURY, DECADE, YEAR -> Grain.MONTH;
      case QUARTER, MONTH, WEEK -> Grain.DAY;
      case DAY -> Grain.HOUR;
      case HOUR -> Grain.MINUTE;
      case MINUTE, SECOND -> Grain.SECOND;
    };
  }

  private static When shift(Match m, int direction) {
    return shift(m, m.length(0), direction);
  }

  private static When shift(Match m, Lasting length, int direction) {
    Grain exact = exactness(length.unit());
    LocalDateTime moved = length.unit().plus(m.now(), direction * amount(length));
    return When.of(
        Kind.SHIFT, Series.once(Slot.of(moved, exact)), exact, CycleRules.says(length.unit()));
  }

  static long amount(Lasting length) {
    return length.value().longValueExact();
  }

  private static @Nullable When shiftFrom(Match m, int direction) {
    return moved(m.when(), m.length(0), direction);
  }

  private static @Nullable When moved(When from, Lasting length, int direction) {
    if (from.is(Kind.RANGE) || from.bound() != Bound.NONE) {
      return null;
    }
    long steps = direction * amount(length);
    Grain unit = length.unit();
    Grain exact = unit.compareTo(from.grain()) < 0 ? unit : from.grain();
    Series series =
        from.series()
            .mapped(slot -> slot.shifted(steps, unit, exact), moment -> unit.plus(moment, -steps));
    return When.of(Kind.MIX, series, exact, Field.values());
  }

  private static @Nullable When nthFromNow(Match m, int direction) {
    int n = m.number(0);
    When day = m.when();
    Slot slot = direction > 0 ? day.slot(m.now()) : day.series().past(m.now());
    for (int i = 1; i < n && slot != null; i++) {
      slot = direction > 0 ? day.series().from(slot.until()) : day.series().before(slot.from());
    }
    return n < 1 || n > Series.PATIENCE ? null : once(m, slot);
  }

  /** Wednesday week: a week after the one that comes, or that is today. */
  private static @Nullable When inWeeks(Match m, int weeks) {
    return once(m, m.when().series().from(Grain.DAY.floor(m.now()).plusWeeks(weeks)));
  }

  private static @Nullable When nthAfter(Match m) {
    Slot start = m.when(1).slot(m.now());
    if (start == null || !recurring(m.when(0))) {
      return null;
    }
    Slot slot = m.when(0).series().from(start.until());
    for (int i = 1; i < m.number(0) && slot != null; i++) {
      slot = m.when(0).series().from(slot.until());
    }
    return once(m, slot);
  }

  private static @Nullable When closest(Match m) {
    Slot target = m.when(1).slot(m.now());
    int n = m.hasNth() ? m.number(0) : 1;
    if (target == null || !recurring(m.when(0)) || n > Series.PATIENCE) {
      return null;
    }
    Slot later = m.when(0).series().from(target.from());
    Slot earlier = m.when(0).series().before(target.from());
    Slot best = null;
    for (int i = 0; i < n; i++) {
      boolean forward = isCloser(later, earlier, target.from());
      best = forward ? later : earlier;
      if (forward && later != null) {
        later = m.when(0).series().from(later.until());
      } else if (earlier != null) {
        earlier = m.when(0).series().before(earlier.from());
      }
    }
    return once(m, best);
  }

  private static boolean isCloser(@Nullable Slot later, @Nullable Slot earlier, LocalDateTime to) {
    if (later == null || earlier == null) {
      return later != null;
    }
    return java.time.Duration.between(to, later.from())
            .compareTo(java.time.Duration.between(earlier.from(), to))
        <= 0;
  }

  private static boolean recurring(Match m) {
    return recurring(m.when());
  }

  private static boolean recurring(When when) {
    return when.series().rarity() < Series.ONCE
        && when.bound() == Bound.NONE
        && when.clock() == null;
  }

  private static @Nullable When once(Match m, @Nullable Slot slot) {
    if (slot == null) {
      return null;
    }
    When when = m.when();
    Kind kind = when.is(Kind.WEEKDAY, Kind.DOM, Kind.DATE, Kind.HOLIDAY) ? Kind.DAY : Kind.MIX;
    Set<Field> says =
        when.grain() == Grain.MONTH
            ? Set.of(Field.YEAR, Field.MONTH)
            : Set.of(Field.YEAR, Field.MONTH, Field.DOM);
    When once = When.of(kind, Series.once(slot), when.grain(), says.toArray(Field[]::new));
    When.Part part = when.part();
    Series day = Series.once(Slot.of(slot.from(), Grain.DAY));
    return part == null ? once : once.with(new When.Part(part.from(), part.until(), day));
  }

  private static @Nullable When thisOne(Match m) {
    When once = m.when().is(Kind.PART) ? null : once(m, m.when().slot(m.now()));
    return once == null ? null : once.weak(m.when().weak());
  }

  /** Next Wednesday is that of next week where people say so, and else the first to come. */
  private static @Nullable When next(Match m) {
    When when = m.when();
    LocalDateTime after = Slot.of(m.now(), Grain.DAY).until();
    if (when.is(Kind.WEEKDAY, Kind.WEEKEND) && m.language().has("next-week")) {
      after = Slot.of(m.now(), Grain.WEEK).until();
    }
    return once(m, when.series().from(after));
  }

  private static @Nullable When second(Match m) {
    Slot first = m.when().slot(m.now());
    return first == null ? null : once(m, m.when().series().from(first.until()));
  }

  /** Thanksgiving in three years: the one in the year that is three years away. */
  private static @Nullable When framed(Match m) {
    When shift = m.when(1);
    Slot target = shift.slot(m.now());
    if (target == null || m.when(0).series().rarity() == Series.ONCE) {
      return null;
    }
    Grain frame =
        switch (shift.grain()) {
          case MONTH -> Grain.YEAR;
          case DAY -> shift.says(Field.WEEK) ? Grain.WEEK : Grain.MONTH;
          default -> Grain.DAY;
        };
    Slot slot = m.when(0).series().nth(1, Slot.of(target.from(), frame));
    return once(m, slot);
  }
}
