package dev.tenlines.dates;

import dev.tenlines.dates.Sense.Nth;
import dev.tenlines.dates.Series.Slot;
import dev.tenlines.dates.When.Field;
import dev.tenlines.dates.When.Kind;
import dev.tenlines.text.Grain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days, months, quarters, weeks and years by their names and numbers. */
final class DateRules {
  private static final int CENTURY_TURNS = 50;

  private DateRules() {}

  static void addTo(Grammar grammar) {
    grammar.rule("yyyy", 1, m -> year(m.number(0)).weak(true));
    grammar.lead("in|of yyyy", m -> year(m.number(0)));
    grammar.rule("unit yyyy", m -> m.unit() == Grain.YEAR ? year(m.number(0)) : null);
    grammar.rule("figures bc", m -> year(-m.number(0)));
    grammar.rule("figures ad", m -> year(m.number(0)));
    grammar.rule("the? figures +'? +decade-mark", DateRules::decade);
    grammar.rule("decade-lead figures", DateRules::decade);

    grammar.rule("day of? the? month", m -> date(m.when(), m.number(0)));
    grammar.rule("day -|/ month", m -> date(m.when(), m.number(0)));
    grammar.rule("month the? day", 3, m -> date(m.when(), m.number(0)));
    grammar.rule("ides of? month", m -> ides(m.when()));
    grammar.rule("date ,? yy", 4, DateRules::shortYear);
    grammar.rule("date -|/ yy|yyyy", 3, DateRules::shortYear);
    grammar.rule("month ' yy", 3, m -> month(m.when(), full(m.number(0), m.now())));
    grammar.rule("month -|/ yyyy", 3, m -> month(m.when(), m.number(0)));

    for (String mark : List.of("/", "-", ".")) {
      String then = " " + mark + " ";
      grammar.rule("figures" + then + "figures" + then + "yyyy|yy", 1, DateRules::inOrder);
      grammar.rule("figures" + then + "figures" + then + "yyyy|yy", 2, DateRules::inOtherOrder);
      grammar.rule("yyyy +" + mark + " +month# +" + mark + " +day", 0, DateRules::iso);
    }
    grammar.rule("day +. month# +.?", 3, m -> dayAndMonth(m.number(0), m.number(1)));
    grammar.rule("figures /|- figures", 4, DateRules::withoutYear);
    grammar.rule("yyyy +-|/ +month#", 3, m -> monthOf(m.number(1), m.number(0)));
    grammar.rule("month# +/ +yyyy", 3, m -> monthOf(m.number(0), m.number(1)));
    grammar.rule("day figures yyyy", 6, DateRules::inOrder);

    grammar.lead("on nth", m -> dayOfMonth(m.number(0)));
    grammar.lead("the nth", m -> dayOfMonth(m.number(0)).weak(m.get(Nth.class, 0).spelled()));
    grammar.lead("day-of-month day", m -> dayOfMonth(m.number(0)));
    grammar.lead("day-of-month day mm", 4, m -> dayAndMonth(m.number(0), m.number(1)));
    grammar.lead(
        "the figures",
        3,
        m -> m.number(0) < 1 || m.number(0) > 31 ? null : dayOfMonth(m.number(0)).weak(true));
    grammar.lead("on the? nth", m -> dayOfMonth(m.number(0)));
    grammar.rule("weekday ,? the? day", 3, DateRules::weekdayAndDay);

    grammar.rule("nth quarter", m -> quarter(m.number(0)));
    grammar.rule("q +int", m -> quarter(m.number(0)));
    grammar.rule("yyyy|yy +-? +q +int", m -> both(year(full(m.number(0), m.now())), m.number(1)));
    grammar.rule("q +int +/? yy|yyyy", m -> both(year(full(m.number(1), m.now())), m.number(0)));
    grammar.rule("week number-sign? int", 3, m -> week(m.number(0)));
    grammar.rule("yyyy +- +w +int", m -> week(m.number(1)).with(year(m.number(0)).series()));
  }

  static When year(int year) {
    LocalDateTime start = LocalDate.of(year, 1, 1).atStartOfDay();
    return When.of(Kind.YEAR, Series.once(Slot.of(start, Grain.YEAR)), Grain.YEAR, Field.YEAR);
  }

  /** Two figures mean a year of these times. */
  static int full(int year, LocalDateTime now) {
    if (year >= 100) {
      return year;
    }
    int near = now.getYear() - Math.floorMod(now.getYear(), 100) + year;
    return near > now.getYear() + CENTURY_TURNS
        ? near - 100
        : near < now.getYear() - CENTURY_TURNS ? near + 100 : near;
  }

  private static @Nullable When decade(Match m) {
    int year = full(m.number(0), m.now());
    if (year % 10 != 0 || year < 1000) {
      return null;
    }
    LocalDateTime start = LocalDate.of(year, 1, 1).atStartOfDay();
    Slot slot = new Slot(start, start.plusYears(10), Grain.YEAR);
    return When.of(Kind.YEAR, Series.once(slot), Grain.YEAR, Field.YEAR);
  }

  static When month(int month) {
    Series series =
        Series.in(Grain.YEAR, year -> List.of(Slot.of(year.withMonth(month), Grain.MONTH)));
    return When.of(Kind.MONTH, series, Grain.MONTH, Field.MONTH);
  }

  private static When month(When month, int year) {
    return When.of(
        Kind.MIX, month.series().within(year(year).series()), Grain.MONTH, Field.MONTH, Field.YEAR);
  }

  private static When monthOf(int month, int year) {
    return month(month(month), year);
  }

  static When dayOfMonth(int day) {
    Series series =
        Series.in(
            Grain.MONTH,
            month ->
                day > month.toLocalDate().lengthOfMonth()
                    ? List.of()
                    : List.of(Slot.of(month.withDayOfMonth(day), Grain.DAY)));
    return When.of(Kind.DOM, series, Grain.DAY, Field.DOM);
  }

  static When date(When month, int day) {
    return When.of(
        Kind.DATE,
        dayOfMonth(day).series().within(month.series()),
        Grain.DAY,
        Field.MONTH,
        Field.DOM);
  }

  /** The fifteenth in four months of the Roman calendar, the thirteenth in the others. */
  private static When ides(When month) {
    Series day =
        Series.in(Grain.MONTH, m -> List.of(Slot.of(m.withDayOfMonth(idesOf(m)), Grain.DAY)));
    return date(month, 1).with(day.within(month.series()));
  }

  private static int idesOf(LocalDateTime month) {
    return List.of(3, 5, 7, 10).contains(month.getMonthValue()) ? 15 : 13;
  }

  private static @Nullable When shortYear(Match m) {
    When date = m.when();
    if (date.says(Field.YEAR) || !date.says(Field.MONTH)) {
      return null;
    }
    return JoinRules.both(
        date, year(full(((Sense.Count) m.last().sense()).value().intValue(), m.now())));
  }

  private static @Nullable When inOrder(Match m) {
    return m.language().monthFirst()
        ? day(m, m.number(1), m.number(0), m.number(2))
        : day(m, m.number(0), m.number(1), m.number(2));
  }

  private static @Nullable When inOtherOrder(Match m) {
    return m.language().monthFirst()
        ? day(m, m.number(0), m.number(1), m.number(2))
        : day(m, m.number(1), m.number(0), m.number(2));
  }

  private static @Nullable When iso(Match m) {
    return day(m, m.number(2), m.number(1), m.number(0));
  }

  private static @Nullable When day(Match m, int day, int month, int year) {
    return month < 1 || month > 12 || day < 1 || day > 31
        ? null
        : on(LocalDate.of(full(year, m.now()), month, day));
  }

  static When on(LocalDate day) {
    return When.of(
        Kind.DAY,
        Series.once(Slot.of(day.atStartOfDay(), Grain.DAY)),
        Grain.DAY,
        Field.YEAR,
        Field.MONTH,
        Field.DOM);
  }

  private static @Nullable When withoutYear(Match m) {
    int first = m.number(0);
    int second = m.number(1);
    return m.language().monthFirst() ? dayAndMonth(second, first) : dayAndMonth(first, second);
  }

  private static @Nullable When dayAndMonth(int day, int month) {
    return month < 1 || month > 12 || day < 1 || day > 31 ? null : date(month(month), day);
  }

  private static When weekdayAndDay(Match m) {
    When weekday = m.when();
    When day = dayOfMonth(m.number(0));
    return When.of(
            Kind.DOM, weekday.series().within(day.series()), Grain.DAY, Field.DOM, Field.WEEKDAY)
        .weak(weekday.weak() && !m.hasNth());
  }

  private static @Nullable When quarter(int quarter) {
    if (quarter < 1 || quarter > 4) {
      return null;
    }
    Series series =
        Series.in(
            Grain.YEAR, year -> List.of(Slot.of(year.plusMonths(3L * quarter - 3), Grain.QUARTER)));
    return When.of(Kind.QUARTER, series, Grain.QUARTER, Field.QUARTER);
  }

  private static @Nullable When both(When year, int number) {
    When quarter = quarter(number);
    return quarter == null ? null : JoinRules.both(quarter, year);
  }

  /** A week by its number of ISO 8601. */
  private static When week(int week) {
    Series series =
        Series.in(
            Grain.YEAR,
            year -> {
              LocalDateTime fourth = year.withDayOfYear(4);
              boolean exists =
                  week >= 1 && week <= fourth.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum();
              return exists ? List.of(Slot.of(fourth.plusWeeks(week - 1L), Grain.WEEK)) : List.of();
            });
    return When.of(Kind.CYCLE, series, Grain.WEEK, Field.WEEK);
  }
}
