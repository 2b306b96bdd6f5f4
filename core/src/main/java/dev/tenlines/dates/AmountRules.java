package dev.tenlines.dates;

import dev.tenlines.dates.Sense.Count;
import dev.tenlines.dates.Sense.Lasting;
import dev.tenlines.dates.Sense.Nth;
import dev.tenlines.text.Grain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers in words and figures, places in an order, and how long something takes. */
final class AmountRules {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  /** What a unit is made of, where a fraction of it has to be told; a month has 30 days. */
  private static final Map<Grain, Lasting> PARTS =
      Map.of(
          Grain.MINUTE, of(60, Grain.SECOND),
          Grain.HOUR, of(60, Grain.MINUTE),
          Grain.DAY, of(24, Grain.HOUR),
          Grain.WEEK, of(7, Grain.DAY),
          Grain.MONTH, of(30, Grain.DAY),
          Grain.QUARTER, of(3, Grain.MONTH),
          Grain.YEAR, of(12, Grain.MONTH),
          Grain.DECADE, of(10, Grain.YEAR),
          Grain.CENTURY, of(100, Grain.YEAR));

  private static final int DAYS_OF_A_YEAR = 365;

  private AmountRules() {}

  static void addTo(Grammar grammar) {
    numbers(grammar);
    lengths(grammar);
  }

  private static void numbers(Grammar grammar) {
    grammar.rule("spelled spelled", 0, m -> joined(m.count(0), m.count(1)));
    grammar.rule("spelled and spelled", 0, m -> sum(m.count(0), m.count(1)));
    grammar.rule("spelled +- +spelled", 0, m -> joined(m.count(0), m.count(1)));
    grammar.rule("spelled spelled", 3, AmountRules::year);
    grammar.rule("figures +.|, +figures", 4, AmountRules::decimal);
    grammar.rule("int +ordinal-mark", 0, m -> new Nth(m.number(0), false));
    grammar.rule("spelled nth", 0, AmountRules::tensAndNth);
    grammar.rule("spelled +- +nth", 0, AmountRules::tensAndNth);
  }

  private static void lengths(Grammar grammar) {
    grammar.rule("number unit-mark", m -> whole(m.count(0).value(), m.unit()));
    grammar.rule("number more? unit", m -> whole(m.count(0).value(), m.unit()));
    grammar.rule("a unit", m -> m.unit() == Grain.SECOND ? null : of(1, m.unit()));
    grammar.rule("a? half a|the? unit", m -> whole(HALF, m.unit()));
    grammar.rule("number and? a? half unit", m -> andHalfUnit(m));
    grammar.rule("one-half unit", m -> whole(HALF.add(BigDecimal.ONE), m.unit()));
    grammar.rule("a? quarter of? a? unit", 3, m -> whole(QUARTER, m.lastUnit()));
    grammar.rule("int quarter of a? unit", 3, m -> quarters(m.number(0), m.lastUnit()));
    grammar.rule("three-quarters of? a? unit", m -> whole(QUARTER.add(HALF), m.lastUnit()));
    grammar.rule("a? quarter-hour", m -> of(15, Grain.MINUTE));
    grammar.rule("int quarter-hour", m -> of(15 * m.number(0), Grain.MINUTE));
    grammar.rule("int +/ +int of? a? unit|unit-mark", AmountRules::fraction);
    grammar.rule("int and a? quarter of? unit", m -> quarters(4 * m.number(0) + 1, m.lastUnit()));
    grammar.rule(
        "int and int quarter of? unit", m -> quarters(4 * m.number(0) + m.number(1), m.lastUnit()));
    grammar.rule("figures +'", 3, m -> whole(m.count(0).value(), Grain.MINUTE));
    grammar.rule("figures +\"", 3, m -> whole(m.count(0).value(), Grain.SECOND));
    grammar.rule("length and a? half", AmountRules::andHalf);
    grammar.rule("length and|, length", m -> sum(m.length(0), m.length(1)));
    grammar.rule("length , and length", m -> sum(m.length(0), m.length(1)));
    grammar.rule("length length", m -> sum(m.length(0), m.length(1)));
    grammar.rule("length and? minute", 3, AmountRules::andMinutes);
    grammar.lead("about length", m -> m.length(0));
  }

  private static @Nullable Count joined(Count left, Count right) {
    boolean scale = right.room() >= 100 && right.value().intValue() == right.room();
    if (scale && left.value().intValue() < right.room() && left.value().intValue() > 1) {
      return new Count(left.value().multiply(right.value()), 0, right.room());
    }
    return sum(left, right);
  }

  private static @Nullable Count sum(Count left, Count right) {
    boolean fits = right.value().signum() > 0 && right.value().intValue() < left.room();
    return fits ? new Count(left.value().add(right.value()), 0, 0) : null;
  }

  /** Nineteen ninety-four. */
  private static @Nullable Count year(Match m) {
    int century = m.number(0);
    int rest = m.number(1);
    return century >= 13 && century <= 20 && rest >= 10 && rest <= 99
        ? Count.of(100 * century + rest, 0)
        : null;
  }

  private static Count decimal(Match m) {
    Count fraction = m.count(1);
    BigDecimal value = m.count(0).value().add(fraction.value().movePointLeft(fraction.digits()));
    return new Count(value.stripTrailingZeros(), m.count(0).digits() + fraction.digits(), 0);
  }

  private static @Nullable Nth tensAndNth(Match m) {
    return m.count(0).room() == 10 && m.number(1) < 10
        ? new Nth(m.number(0) + m.number(1), true)
        : null;
  }

  static Lasting of(int value, Grain unit) {
    return new Lasting(BigDecimal.valueOf(value), unit);
  }

  /** In the unit that needs no fraction. */
  static Lasting whole(BigDecimal value, Grain unit) {
    Lasting part = PARTS.get(unit);
    return part == null || value.stripTrailingZeros().scale() <= 0
        ? new Lasting(value, unit)
        : whole(value.multiply(part.value()), part.unit());
  }

  /** In German and Dutch, one half is no more than that. */
  private static @Nullable Lasting andHalfUnit(Match m) {
    BigDecimal value = m.count(0).value();
    boolean more = m.has("and") || value.compareTo(BigDecimal.ONE) > 0;
    return more ? whole(value.add(HALF), m.unit()) : null;
  }

  private static Lasting quarters(int quarters, Grain unit) {
    return whole(QUARTER.multiply(BigDecimal.valueOf(quarters)), unit);
  }

  private static @Nullable Lasting fraction(Match m) {
    int below = m.number(1);
    return below < 2 || m.number(0) >= below
        ? null
        : whole(m.count(0).value().divide(m.count(1).value(), MathContext.DECIMAL32), m.unit());
  }

  private static @Nullable Lasting andHalf(Match m) {
    Lasting length = m.length(0);
    return sum(length, whole(HALF, length.unit()));
  }

  /** An hour fifteen. */
  private static @Nullable Lasting andMinutes(Match m) {
    Lasting length = m.length(0);
    Count last = (Count) m.last().sense();
    return length.unit() == Grain.HOUR
        ? sum(length, new Lasting(last.value(), Grain.MINUTE))
        : null;
  }

  /** From the coarser to the finer, which is what they share. */
  private static @Nullable Lasting sum(Lasting left, Lasting right) {
    if (left.unit().compareTo(right.unit()) <= 0) {
      return null;
    }
    return new Lasting(in(left, right.unit()).add(right.value()), right.unit());
  }

  private static BigDecimal in(Lasting length, Grain unit) {
    if (length.unit().compareTo(unit) <= 0) {
      return length.value();
    }
    boolean months = unit.compareTo(Grain.MONTH) >= 0;
    Lasting part =
        length.unit() == Grain.YEAR && !months
            ? of(DAYS_OF_A_YEAR, Grain.DAY)
            : Objects.requireNonNull(PARTS.get(length.unit()));
    return in(new Lasting(length.value().multiply(part.value()), part.unit()), unit);
  }
}
