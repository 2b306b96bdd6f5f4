package dev.tenlines.dates;

import dev.tenlines.dates.Series.Slot;
import dev.tenlines.dates.When.Field;
import dev.tenlines.dates.When.Kind;
import dev.tenlines.text.Grain;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Units of the calendar counted from now or in a longer time: last week, its third day. */
final class CycleRules {
  private CycleRules() {}

  static void addTo(Grammar grammar) {
    for (String unit : List.of("%s unit", "unit the? %s")) {
      grammar.rule(unit.formatted("this"), m -> cycle(m, 0));
      grammar.rule(unit.formatted("next|coming"), m -> cycle(m, 1));
      grammar.rule(unit.formatted("last"), m -> cycle(m, -1));
      grammar.rule(unit.formatted("next-but-one"), m -> cycle(m, 2));
      grammar.rule(unit.formatted("last-but-one"), m -> cycle(m, -2));
    }
    for (String some : List.of("%s number unit", "number %s unit", "number unit %s")) {
      grammar.rule(some.formatted("next|coming"), m -> run(m, 1));
      grammar.rule(some.formatted("coming"), m -> fromToday(m));
      grammar.rule(some.formatted("last"), m -> run(m, -m.number(0)));
    }
    grammar.rule(
        "nth of? the? unit of|in? the? when", 3, m -> nth(every(m), m.number(0), m.when()));
    grammar.rule("nth unit of|in? the? when", m -> nth(every(m), m.number(0), m.when()));
    grammar.rule("final unit of|in? the? when", m -> nth(every(m), -1, m.when()));
    grammar.rule("nth final unit of|in? the? when", m -> nth(every(m), -m.number(0), m.when()));
    String named = " weekday|weekend of|in? the? when";
    grammar.rule("nth" + named, m -> nth(m.when(0), m.number(0), m.when(1)));
    grammar.rule("final" + named, m -> nth(m.when(0), -1, m.when(1)));
    grammar.rule("nth final" + named, m -> nth(m.when(0), -m.number(0), m.when(1)));
    grammar.rule(
        "nth weekday|weekend of|in? the? month-word",
        m -> nth(m.when(0), m.number(0), thisMonth(m)));

    grammar.rule("unit of|from|beginning the? point", m -> around(m, m.when()));
    grammar.rule("unit of|beginning the? point", m -> fromSunday(m, m.when()));
    grammar.rule("weekend of|from the? point", 3, m -> first(m.when(0), m.when(1)));
    grammar.rule("int of the? point", 3, m -> dayOf(m, m.when()));
    grammar.rule("nth unit? of? the? point", 3, m -> dayOf(m, m.when()));

    for (String edge : List.of("begin", "middle", "end")) {
      grammar.rule(edge + " of? the? unit", 1, m -> edge(edge, cycle(m, 0)));
      grammar.rule(edge + " of? the? about? when", 1, m -> edge(edge, m.when()));
    }
    grammar.rule("rest of? the? unit", m -> rest(m, cycle(m, 0)));
    grammar.rule("rest of? the? unit", m -> untilSaturday(m, Grain.DAY.floor(m.now())));
    grammar.rule("rest of? the? when", m -> rest(m, m.when()));
    grammar.rule("whole the? unit", 3, m -> cycle(m, 0));
    grammar.rule("whole the? unit", 3, m -> untilSaturday(m, lastSunday(m.now())));
    grammar.rule("whole the? when", 3, m -> m.when());
    grammar.rule("unit to-date", m -> toDate(m, m.unit()));
    for (Grain unit : List.of(Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR)) {
      String name = unit.name().toLowerCase(Locale.ROOT);
      grammar.rule("begin-of-" + name, m -> edge("begin", cycle(unit, m.now(), 0)));
      grammar.rule("end-of-" + name, m -> edge("end", cycle(unit, m.now(), 0)));
      grammar.rule(
          "by the? end-of-" + name, m -> RangeRules.fromNow(m, Slot.of(m.now(), unit).until()));
      grammar.rule(name + "-to-date", m -> toDate(m, unit));
    }
  }

  /** A unit from now, by how many: 0 is the one that runs. */
  private static When cycle(Match m, int steps) {
    return cycle(m.unit(), m.now(), steps);
  }

  static When cycle(Grain unit, LocalDateTime now, int steps) {
    Slot slot = Slot.of(unit.plus(unit.floor(now), steps), unit);
    return When.of(Kind.CYCLE, Series.once(slot), unit, says(unit));
  }

  static Field[] says(Grain unit) {
    return switch (unit) {
      case YEAR, DECADE, CENTURY -> new Field[] {Field.YEAR};
      case QUARTER -> new Field[] {Field.YEAR, Field.QUARTER};
      case MONTH -> new Field[] {Field.YEAR, Field.MONTH};
      case WEEK -> new Field[] {Field.YEAR, Field.MONTH, Field.WEEK};
      case DAY -> new Field[] {Field.YEAR, Field.MONTH, Field.DOM};
      case HOUR, MINUTE, SECOND -> Field.values();
    };
  }

  /** The last two months, the next three: whole ones, without the one that runs. */
  private static @Nullable When run(Match m, int first) {
    int count = m.number(0);
    if (count < 1) {
      return null;
    }
    Grain unit = m.unit();
    LocalDateTime from = unit.plus(unit.floor(m.now()), first);
    Slot slot = new Slot(from, unit.plus(from, count), unit);
    return When.of(Kind.RANGE, Series.once(slot), unit, Field.values());
  }

  /** The coming two weeks may as well begin today, where people are of two minds. */
  private static @Nullable When fromToday(Match m) {
    int count = m.number(0);
    Grain unit = m.unit();
    if (count < 1 || !m.language().has("coming-from-today")) {
      return null;
    }
    Grain first = unit.compareTo(Grain.DAY) < 0 ? unit : Grain.DAY;
    LocalDateTime from = first.floor(m.now());
    Slot slot = new Slot(from, unit.plus(from, count), unit);
    return When.of(Kind.RANGE, Series.once(slot), unit, Field.values());
  }

  private static When every(Match m) {
    return When.of(Kind.CYCLE, Series.every(m.unit()), m.unit(), Field.DOM);
  }

  private static When thisMonth(Match m) {
    return cycle(Grain.MONTH, m.now(), 0);
  }

  /** The third Tuesday of a month, the last day of a year. */
  private static @Nullable When nth(When inner, int n, When outer) {
    if (outer.grain().compareTo(Grain.MONTH) < 0 && outer.grain() != Grain.WEEK
        || outer.grain().compareTo(inner.grain()) <= 0
        || outer.is(Kind.RANGE)) {
      return null;
    }
    Series series = outer.series().mapped(slot -> inner.series().nth(n, slot), moment -> moment);
    return When.of(Kind.MIX, series, inner.grain(), Field.YEAR, Field.MONTH, Field.DOM);
  }

  /** The week of October 6th. */
  private static @Nullable When around(Match m, When day) {
    Grain unit = m.unit();
    if (unit.compareTo(Grain.WEEK) < 0
        || day.grain().compareTo(unit) >= 0
        || day.grain() != Grain.DAY) {
      return null;
    }
    Slot slot = day.slot(m.now());
    return slot == null ? null : cycle(unit, slot.from(), 0);
  }

  /** Of a Sunday, the week may be that before it or, where weeks begin with it, that after it. */
  private static @Nullable When fromSunday(Match m, When day) {
    Slot slot = day.grain() == Grain.DAY ? day.slot(m.now()) : null;
    return slot == null || slot.from().getDayOfWeek() != DayOfWeek.SUNDAY
        ? null
        : untilSaturday(m, slot.from());
  }

  private static @Nullable When untilSaturday(Match m, LocalDateTime from) {
    if (m.unit() != Grain.WEEK || !m.language().has("sunday-first")) {
      return null;
    }
    Slot slot = new Slot(from, lastSunday(from).plusWeeks(1), Grain.DAY);
    return When.of(Kind.RANGE, Series.once(slot), Grain.DAY, Field.values());
  }

  private static LocalDateTime lastSunday(LocalDateTime moment) {
    return Grain.DAY.floor(moment).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
  }

  private static When first(When weekend, When day) {
    Series series =
        day.series()
            .mapped(slot -> weekend.series().from(slot.from().minusDays(2)), moment -> moment);
    return weekend.with(series).as(Kind.MIX);
  }

  /** The 20th of next month. */
  private static @Nullable When dayOf(Match m, When month) {
    return month.grain() == Grain.MONTH && m.number(0) >= 1 && m.number(0) <= 31
        ? DateRules.date(month, m.number(0))
        : null;
  }

  private static @Nullable When edge(String edge, When whole) {
    Series series = whole.series().mapped(slot -> part(edge, slot), moment -> moment);
    Grain grain =
        switch (whole.grain()) {
          case DECADE, CENTURY -> Grain.YEAR;
          case YEAR -> Grain.MONTH;
          case QUARTER, MONTH, WEEK -> Grain.DAY;
          case DAY -> Grain.HOUR;
          default -> null;
        };
    return grain == null || whole.is(Kind.RANGE)
        ? null
        : When.of(Kind.RANGE, series, grain, Field.values());
  }

  private static Slot part(String edge, Slot slot) {
    LocalDateTime from = slot.from();
    LocalDateTime until = slot.until();
    Grain grain = slot.grain();
    LocalDateTime first =
        switch (grain) {
          case YEAR -> from.plusMonths(4);
          case QUARTER -> from.plusMonths(1);
          case MONTH -> from.plusDays(10);
          case WEEK -> from.plusDays(3);
          default -> from.plusHours(10);
        };
    LocalDateTime last =
        switch (grain) {
          case YEAR -> from.plusMonths(8);
          case QUARTER -> from.plusMonths(2);
          case MONTH -> from.plusDays(20);
          case WEEK -> from.plusDays(4);
          default -> from.plusHours(17);
        };
    Grain finer = grain == Grain.YEAR ? Grain.MONTH : grain == Grain.DAY ? Grain.HOUR : Grain.DAY;
    return switch (edge) {
      case "begin" -> new Slot(from, grain == Grain.YEAR ? from.plusMonths(3) : first, finer);
      case "end" -> new Slot(last, until, finer);
      default -> new Slot(first, last, finer);
    };
  }

  private static @Nullable When rest(Match m, When whole) {
    Slot slot = whole.slot(m.now());
    if (slot == null || !slot.holds(m.now())) {
      return null;
    }
    Slot rest = new Slot(Grain.DAY.floor(m.now()), slot.until(), Grain.DAY);
    return When.of(Kind.RANGE, Series.once(rest), Grain.DAY, Field.values());
  }

  private static When toDate(Match m, Grain unit) {
    LocalDateTime from = unit.floor(m.now());
    Slot slot = new Slot(from, Slot.of(m.now(), Grain.DAY).until(), Grain.DAY);
    return When.of(Kind.RANGE, Series.once(slot), Grain.DAY, Field.values());
  }
}
