package dev.tenlines.dates;

import dev.tenlines.dates.Sense.Count;
import dev.tenlines.dates.Series.Slot;
import dev.tenlines.dates.When.Clock;
import dev.tenlines.dates.When.Field;
import dev.tenlines.dates.When.Kind;
import dev.tenlines.text.Grain;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Times of day. */
final class ClockRules {
  private static final int NOON = 12;

  private ClockRules() {}

  static void addTo(Grammar grammar) {
    grammar.rule("hour +: +mm", 1, m -> written(m, m.number(0), m.number(1), -1));
    grammar.rule("hour +: +mm +: +mm", 1, m -> written(m, m.number(0), m.number(1), m.number(2)));
    grammar.rule(
        "hour +: +mm +: +mm +.|, +figures",
        1,
        m -> written(m, m.number(0), m.number(1), m.number(2)));
    grammar.rule("hour o-clock", 1, m -> spoken(m, m.number(0), -1));
    grammar.rule("hour h-mark", 1, m -> exact(m.number(0), 0));
    grammar.rule("hour h-mark|o-clock and? minute", 2, m -> spoken(m, m.number(0), m.number(1)));
    grammar.lead(
        "at hour h-mark|o-clock and? minute minute-word",
        0,
        m -> spoken(m, m.number(0), m.number(1)));
    grammar.rule("hour +h-mark|o-clock +mm", 1, m -> exact(m.number(0), m.number(1)));
    grammar.lead("at hour", m -> spoken(m, m.number(0), -1));
    grammar.lead("at about hour", m -> spoken(m, m.number(0), -1));
    grammar.lead(
        "at hour minute", m -> m.number(1) < 10 ? null : spoken(m, m.number(0), m.number(1)));
    grammar.lead("at hour +. +mm", m -> spoken(m, m.number(0), m.number(1)));
    grammar.lead("at about? hmm", m -> spoken(m, m.number(0) / 100, m.number(0) % 100));
    grammar.lead("about hmm", m -> spoken(m, m.number(0) / 100, m.number(0) % 100).weak(true));
    grammar.rule(
        "hour +. +mm",
        9,
        m -> m.language().has("dot-clock") ? spoken(m, m.number(0), m.number(1)).weak(true) : null);
    grammar.rule("hour +. +mm o-clock", 1, m -> spoken(m, m.number(0), m.number(1)));
    grammar.rule(
        "hour -? zero -? minute",
        9,
        m -> m.number(2) < 10 ? spoken(m, m.number(0), m.number(2)).weak(true) : null);
    grammar.rule("timed o-clock", 3, m -> m.when());

    for (String half : List.of("am", "pm")) {
      Function<When, @Nullable When> halved = time -> half(time, half.equals("pm"));
      grammar.rule("hour " + half, 1, m -> halved.apply(spoken(m, m.number(0), -1)));
      grammar.rule(
          "hour minute " + half, 1, m -> halved.apply(spoken(m, m.number(0), m.number(1))));
      grammar.rule(
          "hour zero minute " + half, 1, m -> halved.apply(spoken(m, m.number(0), m.number(2))));
      grammar.rule(
          "hour +.|: +mm " + half, 1, m -> halved.apply(spoken(m, m.number(0), m.number(1))));
      grammar.rule(
          "hmm " + half, 1, m -> halved.apply(spoken(m, m.number(0) / 100, m.number(0) % 100)));
      grammar.rule("timed in? the? " + half, 1, m -> halved.apply(m.when()));
      grammar.rule("hour in the? " + half, 1, m -> halved.apply(spoken(m, m.number(0), -1)));
      grammar.rule("hour about " + half, 1, m -> halved.apply(spoken(m, m.number(0), -1)));
      grammar.rule("timed +" + half + "-short +.?", 1, m -> halved.apply(m.when()));
      grammar.lead(
          "at hour +" + half + "-short +.?", m -> halved.apply(spoken(m, m.number(0), -1)));
      grammar.rule(
          "hour +" + half + "-short",
          Language.DOUBTFUL,
          m -> weak(halved.apply(spoken(m, m.number(0), -1))));
    }

    grammar.rule("minute past hour", 4, m -> spoken(m, m.number(1), m.number(0)));
    grammar.rule("minute minute-word past hour", m -> spoken(m, m.number(1), m.number(0)));
    grammar.rule("minute minute-word? past timed", m -> moved(m.when(), m.number(0)));
    grammar.rule(
        "minute before-hour hour",
        5,
        m -> m.number(0) < 5 ? null : moved(spoken(m, m.number(1), 0), -m.number(0)));
    grammar.rule(
        "minute minute-word before-hour hour", m -> moved(spoken(m, m.number(1), 0), -m.number(0)));
    grammar.rule("minute before-hour timed", 5, m -> moved(m.when(), -m.number(0)));
    grammar.rule("minute minute-word before-hour timed", m -> moved(m.when(), -m.number(0)));
    grammar.rule("a? quarter past hour", 1, m -> spoken(m, m.number(0), 15));
    grammar.rule("a? quarter past timed", 1, m -> moved(m.when(), 15));
    grammar.rule("a? quarter before-hour hour", 1, m -> moved(spoken(m, m.number(0), 0), -15));
    grammar.rule("a? quarter before-hour timed", 1, m -> moved(m.when(), -15));
    grammar.rule("half past hour", 1, m -> spoken(m, m.number(0), 30));
    grammar.rule("half past timed", 1, m -> moved(m.when(), 30));
    grammar.rule("half-past hour", 1, m -> spoken(m, m.number(0), 30));
    grammar.rule("half-to hour", 1, m -> moved(spoken(m, m.number(0), 0), -30));
    grammar.rule("quarter-to hour", 1, m -> moved(spoken(m, m.number(0), 0), -45));
    grammar.rule("three-quarters hour", 1, m -> moved(spoken(m, m.number(0), 0), -15));
    grammar.rule(
        "minute minute-word? before-half hour",
        1,
        m -> moved(spoken(m, m.number(1), 0), -30 - m.number(0)));
    grammar.rule(
        "minute minute-word? past-half hour",
        1,
        m -> moved(spoken(m, m.number(1), 0), -30 + m.number(0)));
    afterTheHour(grammar);
  }

  private static boolean isTwelve(Match m) {
    Clock clock = m.when().clock();
    return clock != null
        && clock.minute() < 0
        && !clock.open()
        && clock.hour() % NOON == 0
        && m.number(0) < 60;
  }

  private static @Nullable When weak(@Nullable When time) {
    return time == null ? null : time.weak(true);
  }

  /** What Romance languages say after the hour: and a quarter, and a half, less five. */
  private static void afterTheHour(Grammar grammar) {
    for (String hour : List.of("hour", "timed")) {
      Function<Match, When> on = m -> hour.equals("hour") ? spoken(m, m.number(0), 0) : m.when();
      int next = hour.equals("hour") ? 1 : 0;
      String lead = hour.equals("hour") ? "at? hour" : "timed";
      grammar.rule(lead + " and-quarter", 1, m -> moved(on.apply(m), 15));
      grammar.rule(lead + " and-half", 1, m -> moved(on.apply(m), 30));
      grammar.rule(lead + " and-three-quarters", 1, m -> moved(on.apply(m), 45));
      grammar.rule(lead + " less-quarter", 1, m -> moved(on.apply(m), -15));
      grammar.rule(lead + " less minute", 1, m -> moved(on.apply(m), -m.number(next)));
      grammar.rule(lead + " and minute minute-word?", 2, m -> moved(on.apply(m), m.number(next)));
    }
    grammar.rule("timed spelled", m -> isTwelve(m) ? moved(m.when(), m.number(0)) : null);
    grammar.rule(
        "timed past|after|timed-past minute minute-word", m -> moved(m.when(), m.number(0)));
  }

  /** In figures: some languages count to 24 then, as all do with a zero in front. */
  private static When written(Match m, int hour, int minute, int second) {
    boolean open = m.count(0).digits() == digits(hour) && hour >= 1 && hour <= NOON;
    return at(new Clock(hour, minute, second, open, m.language().has("24h")));
  }

  private static int digits(int hour) {
    return hour > 9 ? 2 : 1;
  }

  /** In words, where 3 may be 15. */
  static When spoken(Match m, int hour, int minute) {
    boolean plain = m.language().has("24h-spoken");
    return at(new Clock(hour, minute, -1, hour >= 1 && hour <= NOON, plain));
  }

  private static When exact(int hour, int minute) {
    return at(new Clock(hour, minute, -1, hour >= 1 && hour <= NOON, true));
  }

  static When at(Clock clock) {
    int hour = clock.hour() % 24;
    boolean both = clock.open() && !clock.plain() && hour < NOON;
    int[] hours = both ? new int[] {hour, hour + NOON} : new int[] {hour};
    Series series =
        Series.in(
            Grain.DAY,
            day ->
                IntStream.of(hours).mapToObj(h -> Slot.of(day.plusHours(h), Grain.HOUR)).toList());
    Grain grain = Grain.HOUR;
    if (clock.minute() >= 0) {
      series = in(series, Grain.HOUR, clock.minute(), Grain.MINUTE);
      grain = Grain.MINUTE;
    }
    if (clock.second() >= 0) {
      series = in(series, Grain.MINUTE, clock.second(), Grain.SECOND);
      grain = Grain.SECOND;
    }
    return When.of(Kind.CLOCK, series, grain, Field.CLOCK).with(clock);
  }

  private static Series in(Series outer, Grain frame, int n, Grain grain) {
    Function<LocalDateTime, List<Slot>> nth =
        start -> List.of(Slot.of(grain.plus(start, n), grain));
    return Series.in(frame, nth).within(outer);
  }

  /** Some minutes later or earlier; the day goes with it. */
  static @Nullable When moved(When time, int minutes) {
    Clock clock = time.clock();
    if (clock == null || clock.second() >= 0 || clock.minute() > 0 && minutes > 0) {
      return null;
    }
    int total = Math.floorMod(clock.hour() * 60 + Math.max(0, clock.minute()) + minutes, 24 * 60);
    if (time.kind() == Kind.CLOCK) {
      int hour = total / 60;
      boolean open = clock.open() && (hour >= 1 && hour <= NOON || hour == 0);
      return at(new Clock(open && hour == 0 ? NOON : hour, total % 60, -1, open, clock.plain()))
          .with(time.there());
    }
    Series series =
        time.series()
            .mapped(
                slot -> Slot.of(slot.from().plusMinutes(minutes), Grain.MINUTE),
                moment -> moment.minusMinutes(minutes));
    return time.with(series).with(Grain.MINUTE);
  }

  /** The same time before or after noon. */
  static @Nullable When half(When time, boolean afternoon) {
    Clock clock = time.clock();
    if (clock == null
        || !clock.open() && (clock.hour() >= NOON) != afternoon
        || time.kind() != Kind.CLOCK) {
      return null;
    }
    int hour = clock.hour() % NOON + (afternoon ? NOON : 0);
    return at(new Clock(hour, clock.minute(), clock.second(), false, true));
  }

  /**
   * The half of the day that a part of it says: 5 in the evening is 17, 12 at night is midnight.
   */
  static @Nullable When during(When time, When.Part part) {
    Clock clock = time.clock();
    if (clock == null || time.kind() != Kind.CLOCK) {
      return null;
    }
    if (!clock.open()) {
      return time;
    }
    boolean night = clock.hour() == NOON && part.from() >= 18;
    return half(time, !night && part.from() >= NOON);
  }

  /** A part of a day, by its hours; one that ends after midnight belongs to the day before. */
  static When part(int from, int until) {
    Series series =
        Series.in(
            Grain.DAY,
            day -> List.of(new Slot(day.plusHours(from), day.plusHours(until), Grain.HOUR)));
    return When.of(Kind.PART, series, Grain.HOUR, Field.PART)
        .with(new When.Part(from, until, null));
  }

  /** An hour and minutes in one number: 815. */
  static When of(Match m, Count figures) {
    int n = figures.value().intValueExact();
    return spoken(m, n / 100, n % 100);
  }
}
