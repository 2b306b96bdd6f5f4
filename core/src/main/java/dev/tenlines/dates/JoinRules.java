package dev.tenlines.dates;

import dev.tenlines.dates.Sense.Zone;
import dev.tenlines.dates.Series.Slot;
import dev.tenlines.dates.When.Bound;
import dev.tenlines.dates.When.Field;
import dev.tenlines.dates.When.Kind;
import dev.tenlines.text.Grain;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times that stand side by side and mean what they have in common: a day and a time of day. */
final class JoinRules {
  private JoinRules() {}

  static void addTo(Grammar grammar) {
    grammar.rule("when ,|of-it? when", 2, m -> both(m.when(0), m.when(1)));
    grammar.rule("when , the|on|at when", 2, m -> both(m.when(0), m.when(1)));
    grammar.rule("date +iso-t +timed", 1, m -> both(m.when(0), m.when(1)));
    grammar.rule("point shift", 3, m -> shiftIn(m, m.when(0), m.when(1)));
    grammar.rule("hour point", 4, m -> hourIn(m, m.number(0), m.when()));
    grammar.rule("part ,? hour", 4, m -> hourIn(m, m.number(0), m.when()));
    grammar.rule(
        "point hmm",
        5,
        m -> m.when().part() == null ? null : both(m.when(), ClockRules.of(m, m.count(0))));
    grammar.lead("on|at|of|for|about when", m -> lead(m));
    grammar.lead("in when", 3, m -> lead(m));
    grammar.rule("point from point", 4, m -> both(m.when(0), m.when(1)));
    grammar.lead("the|also when", m -> m.when());
    grammar.rule("when about", m -> m.when());
    grammar.rule(
        "weekday|month +.",
        1,
        m -> m.last().to() - m.nodes().getFirst().from() == 2 ? m.when() : null);
    grammar.rule("this part", 1, m -> today(m));

    grammar.rule(
        "timed (? zone )?", 1, m -> zoned(m.when(), m.get(Zone.class, 0).offset(), m.here()));
    grammar.rule(
        "hour zone",
        3,
        m -> zoned(ClockRules.spoken(m, m.number(0), -1), m.get(Zone.class, 0).offset(), m.here()));
    grammar.rule("zone +-|+ +hour", 0, m -> shifted(m, m.number(0), 0));
    grammar.rule("zone +-|+ +hour +: +mm", 0, m -> shifted(m, m.number(0), m.number(1)));
  }

  /** A preposition makes a time of what may mean something else, if it stands right before it. */
  private static When lead(Match m) {
    if (m.when().is(Kind.RANGE, Kind.NOW) || m.has("for")) {
      return m.when();
    }
    return m.when().is(Kind.PART) || m.last().size() == 1 && !m.has("at")
        ? m.when().weak(false)
        : m.when();
  }

  /** What two times have in common, or null where they contradict each other. */
  static @Nullable When both(When left, When right) {
    if (left.part() != null && right.clock() != null && !right.says(Field.DOM)) {
      return partAndClock(left, right);
    }
    if (right.part() != null && left.clock() != null && !left.says(Field.DOM)) {
      return partAndClock(right, left);
    }
    if (!fit(left, right)) {
      return null;
    }
    boolean leftIsOuter =
        left.grain() == right.grain()
            ? left.series().rarity() >= right.series().rarity()
            : left.grain().compareTo(right.grain()) > 0;
    When outer = leftIsOuter ? left : right;
    When inner = leftIsOuter ? right : left;
    if (outer.bound() != Bound.NONE || outer.kind() == Kind.RANGE) {
      return null;
    }
    Set<Field> says = EnumSet.copyOf(left.says());
    says.addAll(right.says());
    When.Part part = inner.part();
    return new When(
        part != null && inner.kind() == Kind.PART && outer.grain() == Grain.DAY
            ? partOf(outer.series(), part)
            : inner.series().within(frame(outer)),
        inner.grain(),
        inner.kind() == Kind.RANGE ? Kind.RANGE : Kind.MIX,
        says,
        inner.bound(),
        inner.clock(),
        part == null ? null : new When.Part(part.from(), part.until(), outer.series()),
        inner.there(),
        false);
  }

  /** A night may end, or even begin, after the day it belongs to. */
  static Series partOf(Series days, When.Part part) {
    return days.mapped(
        day ->
            new Slot(
                day.from().plusHours(part.from()), day.from().plusHours(part.until()), Grain.HOUR),
        moment -> moment.minusHours(part.from()));
  }

  /** Seven days from now at 5 is any time of that day, not of the hour that it is now. */
  private static Series frame(When outer) {
    return outer.kind() == Kind.SHIFT && outer.grain() == Grain.HOUR
        ? outer.series().mapped(slot -> Slot.of(slot.from(), Grain.DAY), moment -> moment)
        : outer.series();
  }

  private static boolean fit(When left, When right) {
    Set<Field> shared = EnumSet.copyOf(left.says());
    shared.retainAll(right.says());
    if (!shared.isEmpty() || left.is(Kind.NOW) || right.is(Kind.NOW)) {
      return false;
    }
    return fitsIn(left, right) && fitsIn(right, left);
  }

  /** A time of day needs a day, and a day needs a month if there is a year. */
  private static boolean fitsIn(When inner, When outer) {
    if (inner.says(Field.CLOCK) || inner.says(Field.PART)) {
      return outer.isOfDay() || outer.says(Field.PART) || inner.isOfDay();
    }
    boolean loose =
        !inner.says(Field.MONTH) && !inner.says(Field.WEEK) && !inner.says(Field.QUARTER);
    boolean bare = inner.is(Kind.DOM, Kind.WEEKDAY, Kind.WEEKEND) && loose;
    return !bare || !outer.says(Field.YEAR) || outer.says(Field.MONTH) || outer.says(Field.WEEK);
  }

  /** Tomorrow evening at 5; the part only tells which half of the day is meant. */
  private static @Nullable When partAndClock(When part, When time) {
    When.Part hours = part.part();
    if (hours == null) {
      return null;
    }
    When clock = time.kind() == Kind.RANGE ? time : ClockRules.during(time.unbound(), hours);
    Series day = hours.day();
    if (clock == null || day == null) {
      return clock == null ? null : clock.with(time.bound());
    }
    Set<Field> says = EnumSet.copyOf(part.says());
    says.addAll(time.says());
    Kind kind = time.kind() == Kind.RANGE ? Kind.RANGE : Kind.MIX;
    return new When(
        clock.series().within(day),
        clock.grain(),
        kind,
        says,
        time.bound(),
        clock.clock(),
        null,
        clock.there(),
        false);
  }

  /** Today in one hour, if it is still today then. */
  private static @Nullable When shiftIn(Match m, When day, When shift) {
    Slot outer = day.is(Kind.DAY) ? day.slot(m.now()) : null;
    Slot inner = shift.slot(m.now());
    return outer != null && inner != null && outer.holds(inner.from()) ? shift : null;
  }

  private static @Nullable When hourIn(Match m, int hour, When point) {
    boolean fits =
        point.part() != null || point.is(Kind.DAY) || point.is(Kind.WEEKDAY) && !point.weak();
    return fits && point.clock() == null && point.bound() == Bound.NONE
        ? both(point, ClockRules.spoken(m, hour, -1))
        : null;
  }

  /** The part of the day that runs or comes; with a time of day it only says which half. */
  private static When today(Match m) {
    When part = m.when();
    Slot slot = Slot.of(m.now(), Grain.DAY);
    When.Part hours = part.part();
    return hours == null ? part : part.with(partOf(Series.once(slot), hours)).weak(false);
  }

  /** A time by the clocks of another place, where only minutes count. */
  static @Nullable When zoned(When time, ZoneOffset offset, ZoneOffset here) {
    if (time.there() != null || time.grain().compareTo(Grain.HOUR) > 0) {
      return null;
    }
    long ahead = (long) offset.getTotalSeconds() - here.getTotalSeconds();
    When.There there = new When.There(offset, ahead);
    if (time.grain() != Grain.HOUR || time.kind() == Kind.RANGE) {
      return time.with(there);
    }
    Series minutes =
        time.series().mapped(slot -> Slot.of(slot.from(), Grain.MINUTE), moment -> moment);
    return time.with(minutes).with(Grain.MINUTE).with(there);
  }

  private static @Nullable Zone shifted(Match m, int hours, int minutes) {
    try {
      int sign = m.has("-") ? -1 : 1;
      int base = m.get(Zone.class, 0).offset().getTotalSeconds();
      return new Zone(ZoneOffset.ofTotalSeconds(base + sign * (hours * 3600 + minutes * 60)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
