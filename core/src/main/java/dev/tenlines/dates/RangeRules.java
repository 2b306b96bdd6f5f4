package dev.tenlines.dates;

import dev.tenlines.dates.Sense.Lasting;
import dev.tenlines.dates.Series.Slot;
import dev.tenlines.dates.When.Bound;
import dev.tenlines.dates.When.Clock;
import dev.tenlines.dates.When.Field;
import dev.tenlines.dates.When.Kind;
import dev.tenlines.text.Grain;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From one time to another, and stretches that are open at one end. */
final class RangeRules {
  private RangeRules() {}

  static void addTo(Grammar grammar) {
    for (String range : List.of("from %s to|until|- %s", "%s - %s", "between %s and|to|- %s")) {
      ranges(grammar, range, 2);
    }
    ranges(grammar, "%s to|until %s", 4);
    grammar.rule("from-day day to-day day", m -> days(m));
    grammar.rule("from-day day", 3, m -> DateRules.dayOfMonth(m.number(0)).with(Bound.AFTER));
    grammar.rule("from|between hour to|until|-|and hour", 4, m -> hours(m));
    grammar.rule("hour - hour", 8, m -> hours(m));
    grammar.rule("figures . -|/ date", 3, m -> ofDay(m));
    grammar.rule("timed / timed", 3, m -> range(m, m.when(0), m.when(1)));
    grammar.rule("date / date", 3, m -> range(m, m.when(0), m.when(1)));
    grammar.rule("bounded but? bounded", m -> betweenBounds(m));

    grammar.rule("since point", 1, m -> since(m, m.when()));
    grammar.lead("from point", 2, m -> isPast(m) ? m.when() : null);
    grammar.rule(
        "from point", m -> isPast(m) || m.when().weak() ? null : m.when().with(Bound.AFTER));
    grammar.rule("since|from|from-day yyyy", 0, m -> DateRules.year(m.number(0)).with(Bound.AFTER));
    grammar.rule("after point", m -> after(m.when()));
    grammar.rule("until|before point", 1, m -> m.when().with(Bound.BEFORE));
    grammar.rule("through point", m -> beforeEnd(m.when()));
    grammar.rule("through point", m -> throughout(m.when()));
    grammar.rule(
        "since|after|from hour",
        5,
        m -> ClockRules.spoken(m, m.number(0), -1).with(Bound.AFTER).weak(true));
    grammar.rule(
        "until|before hour",
        5,
        m -> ClockRules.spoken(m, m.number(0), -1).with(Bound.BEFORE).weak(true));
    grammar.rule("point at-earliest", m -> m.when().with(Bound.AFTER));
    grammar.rule("at-earliest point", m -> m.when().with(Bound.AFTER));
    grammar.rule("point at-latest", m -> m.when().with(Bound.BEFORE));
    grammar.rule("at-latest point", m -> m.when().with(Bound.BEFORE));
    grammar.rule("after length", 3, m -> after(m));
    grammar.rule(
        "until|before the? end of? the? unit",
        1,
        m -> CycleRules.cycle(m.unit(), m.now(), 1).with(Bound.BEFORE));
    grammar.rule("by the? when", m -> by(m));
    grammar.rule(
        "by the? figures",
        4,
        m -> m.number(0) > 24 ? null : fromNow(m, ClockRules.spoken(m, m.number(0), -1)));
    grammar.rule("within length", m -> within(m));
    grammar.rule("for length from|since point", m -> lasting(m.when(), m.length(0)));
    grammar.rule("from? point for length", m -> lasting(m.when(), m.length(0)));
  }

  private static void ranges(Grammar grammar, String range, int cost) {
    grammar.rule(range.formatted("point", "point"), cost, m -> range(m, m.when(0), m.when(1)));
    grammar.rule(range.formatted("the? day", "the? point"), cost + 1, m -> ofDay(m));
    grammar.rule(
        range.formatted("hour", "timed"),
        cost + 1,
        m -> range(m, ClockRules.spoken(m, m.number(0), -1), m.when()));
    grammar.rule(
        range.formatted("timed", "hour"),
        cost + 1,
        m -> range(m, m.when(), ClockRules.spoken(m, m.number(0), -1)));
    grammar.rule(range.formatted("month the? day", "the? day"), cost, m -> ofMonth(m));
    grammar.rule(range.formatted("the? nth", "the? nth"), cost + 2, m -> days(m));
  }

  private static @Nullable When range(Match m, When left, When right) {
    if (left.clock() != null && right.clock() != null) {
      return clocks(m, left, right);
    }
    boolean mixed = (left.clock() == null) != (right.clock() == null);
    if (mixed || !alike(left, right)) {
      return null;
    }
    Set<Field> says = EnumSet.copyOf(left.says());
    says.addAll(right.says());
    boolean completed = left.says().size() < right.says().size();
    return new When(
        completed ? ending(left, right) : left.series().to(right.series(), finer(left, right)),
        finer(left, right),
        Kind.RANGE,
        says,
        Bound.NONE,
        null,
        null,
        null,
        left.weak() && right.weak() && !m.has("from"));
  }

  private static boolean alike(When left, When right) {
    boolean days = left.grain() == Grain.DAY && right.grain() == Grain.DAY;
    return days
        || left.kind() == right.kind()
        || left.grain() == right.grain() && left.part() == null;
  }

  /** The end tells more: the beginning is the last one before it. */
  private static Series ending(When left, When right) {
    return right
        .series()
        .mapped(
            slot -> {
              Slot first = left.series().before(slot.from());
              return first == null
                  ? null
                  : new Slot(first.from(), slot.until(), finer(left, right));
            },
            moment -> moment);
  }

  private static Grain finer(When left, When right) {
    return left.grain().compareTo(right.grain()) < 0 ? left.grain() : right.grain();
  }

  private static @Nullable When clocks(Match m, When left, @Nullable When right) {
    if (right == null) {
      return null;
    }
    Clock end = right.clock();
    When begin = left;
    Clock start = left.clock();
    if (end != null && start != null && isAfterNoon(start, end)) {
      return clocks(m, left, ClockRules.half(right, true));
    }
    if (end != null && left.kind() == Kind.CLOCK && right.kind() == Kind.CLOCK && !end.open()) {
      begin = sameHalf(left, end);
    }
    if (left.there() == null && right.there() != null && left.kind() != Kind.CLOCK
        || right.kind() != Kind.CLOCK && left.kind() == Kind.CLOCK) {
      return null;
    }
    Set<Field> says = EnumSet.copyOf(left.says());
    says.addAll(right.says());
    return new When(
        begin.series().to(right.series(), finer(begin, right)),
        finer(begin, right),
        Kind.RANGE,
        says,
        Bound.NONE,
        begin.clock(),
        null,
        right.there(),
        false);
  }

  /** 11:30 to 1:30 is over before evening. */
  private static boolean isAfterNoon(Clock start, Clock end) {
    return start.hour() <= 12 && end.open() && end.hour() < start.hour();
  }

  /** 3 to 5 pm begins at 3 pm, and 11 to 1 pm at 11 am. */
  private static When sameHalf(When left, Clock end) {
    Clock begin = left.clock();
    if (begin == null || !begin.open()) {
      return left;
    }
    boolean afternoon = end.hour() >= 12;
    boolean earlier = begin.hour() % 12 <= end.hour() % 12;
    When same = ClockRules.half(left, afternoon == earlier);
    return same == null ? left : same;
  }

  private static @Nullable When ofDay(Match m) {
    When end = m.when();
    boolean whole = end.says(Field.DOM) && end.says(Field.MONTH) && end.clock() == null;
    return whole ? range(m, DateRules.dayOfMonth(m.number(0)), end) : null;
  }

  private static @Nullable When ofMonth(Match m) {
    return m.number(0) >= m.number(1)
        ? null
        : range(m, DateRules.date(m.when(), m.number(0)), DateRules.date(m.when(), m.number(1)));
  }

  private static @Nullable When days(Match m) {
    int first = m.number(0);
    int last = m.number(1);
    return first < 1 || last > 31 || first >= last
        ? null
        : range(m, DateRules.dayOfMonth(first), DateRules.dayOfMonth(last));
  }

  private static @Nullable When hours(Match m) {
    When range =
        range(m, ClockRules.spoken(m, m.number(0), -1), ClockRules.spoken(m, m.number(1), -1));
    return range == null ? null : range.weak(true);
  }

  private static @Nullable When betweenBounds(Match m) {
    When after = m.when(0);
    When before = m.when(1);
    return after.bound() == Bound.AFTER && before.bound() == Bound.BEFORE
        ? range(m, after.unbound(), before.unbound())
        : null;
  }

  /** What began is in the past if it has no year, unless it is a time of day. */
  private static When since(Match m, When when) {
    boolean back = when.clock() == null && !when.says(Field.YEAR);
    Slot past = back ? when.series().past(m.now()) : null;
    return (past == null ? when : when.with(Series.once(past))).with(Bound.AFTER);
  }

  /** From last week is in it, from Monday is from then on. */
  private static boolean isPast(Match m) {
    Slot slot = m.when().slot(m.now());
    return slot != null && !slot.from().isAfter(m.now()) && !m.when().is(Kind.YEAR);
  }

  /** After a day is from the next one on; after 5 pm is from 5 pm on. */
  private static When after(When when) {
    return when.grain().compareTo(Grain.DAY) < 0 && when.part() == null
        ? when.with(Bound.AFTER)
        : when.with(ends(when)).with(Bound.AFTER);
  }

  private static Series ends(When when) {
    return when.series().mapped(slot -> Slot.of(slot.until(), slot.grain()), moment -> moment);
  }

  private static When beforeEnd(When when) {
    return when.grain().compareTo(Grain.DAY) < 0
        ? when.with(Bound.BEFORE)
        : when.with(ends(when)).with(Bound.BEFORE);
  }

  /** Through 2014 is until it ends, or in all of it. */
  private static @Nullable When throughout(When when) {
    return when.grain().compareTo(Grain.DAY) > 0 ? when.as(Kind.RANGE) : null;
  }

  private static When after(Match m) {
    Lasting length = m.length(0);
    return shifted(m, length).with(Bound.AFTER);
  }

  private static When shifted(Match m, Lasting length) {
    Grain exact = RelativeRules.exactness(length.unit());
    LocalDateTime moved = length.unit().plus(m.now(), RelativeRules.amount(length));
    return When.of(Kind.SHIFT, Series.once(Slot.of(moved, exact)), exact, Field.values());
  }

  /** Until the time begins; the end of a month goes on until the month does. */
  private static @Nullable When by(Match m) {
    Slot slot = m.when().slot(m.now());
    if (slot == null || m.when().bound() != Bound.NONE) {
      return null;
    }
    boolean end = m.when().is(Kind.RANGE);
    return fromNow(m, end ? slot.until() : slot.from());
  }

  private static @Nullable When fromNow(Match m, When time) {
    Slot slot = time.slot(m.now());
    return slot == null ? null : fromNow(m, slot.from());
  }

  private static @Nullable When within(Match m) {
    Slot slot = shifted(m, m.length(0)).slot(m.now());
    return slot == null ? null : fromNow(m, slot.from());
  }

  static @Nullable When fromNow(Match m, LocalDateTime until) {
    Slot slot = new Slot(m.now(), until, Grain.SECOND);
    return until.isAfter(m.now())
        ? When.of(Kind.RANGE, Series.once(slot), Grain.SECOND, Field.values())
        : null;
  }

  private static When lasting(When begin, Lasting length) {
    long amount = RelativeRules.amount(length);
    Grain grain = length.unit().compareTo(begin.grain()) < 0 ? length.unit() : begin.grain();
    Series series =
        begin
            .series()
            .mapped(
                slot -> new Slot(slot.from(), length.unit().plus(slot.from(), amount), grain),
                moment -> moment);
    return When.of(Kind.RANGE, series, grain, begin.says().toArray(Field[]::new));
  }
}
