package dev.tenlines.dates;

import dev.tenlines.dates.Series.Slot;
import dev.tenlines.text.Grain;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time as it was said: which slots fit, before it is known which one is meant.
 *
 * @param says the fields of the calendar that it names; two times that name the same one contradict
 * @param bound whether the stretch itself is meant or what comes before or after it
 * @param part the part of a day in it, which tells 5 in the evening from 5 in the morning
 * @param weak whether it may as well mean something else, as {@code may} does
 */
record When(
    Series series,
    Grain grain,
    Kind kind,
    Set<Field> says,
    Bound bound,
    @Nullable Clock clock,
    @Nullable Part part,
    @Nullable There there,
    boolean weak)
    implements Sense {

  private static final LocalDateTime LONG_AGO = LocalDateTime.of(-9999, 1, 1, 0, 0);

  enum Kind {
    NOW,
    CLOCK,
    PART,
    DAY,
    DOM,
    WEEKDAY,
    DATE,
    WEEKEND,
    MONTH,
    QUARTER,
    YEAR,
    CYCLE,
    SHIFT,
    SEASON,
    HOLIDAY,
    MIX,
    RANGE
  }

  enum Field {
    YEAR,
    QUARTER,
    MONTH,
    WEEK,
    DOM,
    WEEKDAY,
    PART,
    CLOCK
  }

  enum Bound {
    NONE,
    AFTER,
    BEFORE
  }

  /**
   * A time of day.
   *
   * @param minute -1 where only the hour is said
   * @param open whether it may be in either half of the day
   * @param plain whether it is as said unless something tells the half: 3 is 3 at night
   */
  record Clock(int hour, int minute, int second, boolean open, boolean plain) {}

  /**
   * A part of a day.
   *
   * @param day the days it belongs to, or null where none is said
   */
  record Part(int from, int until, @Nullable Series day) {}

  /**
   * Another place that a time is told at; everything in it is local to there.
   *
   * @param ahead seconds that its clocks are ahead of those where the text was written
   */
  record There(ZoneOffset offset, long ahead) {}

  static When of(Kind kind, Series series, Grain grain, Field... says) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    fields.addAll(List.of(says));
    return new When(series, grain, kind, fields, Bound.NONE, null, null, null, false);
  }

  When with(Series other) {
    return new When(other, grain, kind, says, bound, clock, part, there, weak);
  }

  When with(Grain other) {
    return new When(series, other, kind, says, bound, clock, part, there, weak);
  }

  When as(Kind other) {
    return new When(series, grain, other, says, bound, clock, part, there, weak);
  }

  When with(Bound other) {
    return new When(series, grain, kind, says, other, clock, part, there, false);
  }

  When unbound() {
    return with(Bound.NONE);
  }

  When with(@Nullable Clock other) {
    return new When(series, grain, kind, says, bound, other, part, there, weak);
  }

  When with(@Nullable Part other) {
    return new When(series, grain, kind, says, bound, clock, other, there, weak);
  }

  When with(@Nullable There other) {
    return new When(series, grain, kind, says, bound, clock, part, other, weak);
  }

  When weak(boolean other) {
    return new When(series, grain, kind, says, bound, clock, part, there, other);
  }

  /** The slot that is meant by whoever says it at a moment. */
  @Nullable Slot slot(LocalDateTime here) {
    LocalDateTime now = local(here);
    Slot slot = series.upcoming(now);
    if (slot != null && kind == Kind.WEEKDAY && slot.holds(now)) {
      slot = series.from(slot.until());
    }
    if (slot == null) {
      boolean single = series.rarity() == Series.ONCE;
      return single ? series.from(LONG_AGO) : series.past(now);
    }
    return slot;
  }

  /** A moment by the clocks that it is told by. */
  LocalDateTime local(LocalDateTime here) {
    return there == null ? here : here.plusSeconds(there.ahead());
  }

  boolean is(Kind... kinds) {
    return List.of(kinds).contains(kind);
  }

  boolean says(Field field) {
    return says.contains(field);
  }

  /** Whether it names a day or something that lies in one. */
  boolean isOfDay() {
    return says(Field.DOM) || says(Field.WEEKDAY) || kind == Kind.DAY || kind == Kind.SHIFT;
  }

  @Override
  public List<String> symbols() {
    List<String> symbols = new ArrayList<>(List.of("when"));
    switch (kind) {
      case MONTH, WEEKDAY, WEEKEND, HOLIDAY, PART, SHIFT, RANGE ->
          symbols.add(kind.name().toLowerCase(Locale.ROOT));
      default -> {}
    }
    if (bound != Bound.NONE) {
      return List.of("when", "bounded");
    }
    if (clock != null) {
      symbols.add("timed");
    }
    if (kind != Kind.RANGE) {
      symbols.add("point");
    }
    if (kind != Kind.RANGE && grain == Grain.DAY) {
      symbols.add("date");
    }
    return symbols;
  }
}
