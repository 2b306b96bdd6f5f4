package dev.tenlines.dates;

import dev.tenlines.dates.Sense.Count;
import dev.tenlines.dates.Sense.Nth;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers in words and figures, and places in an order. */
final class NumberRules {
  private NumberRules() {}

  static void addTo(Grammar grammar) {
    grammar.rule("spelled spelled", 0, m -> joined(m.count(0), m.count(1)));
    grammar.rule("spelled and spelled", 0, m -> sum(m.count(0), m.count(1)));
    grammar.rule("spelled +- +spelled", 0, m -> joined(m.count(0), m.count(1)));
    grammar.rule("spelled spelled", 3, NumberRules::year);
    grammar.rule("figures +.|, +figures", 4, NumberRules::decimal);
    grammar.rule("int +ordinal-mark", 0, m -> new Nth(m.number(0)));
    grammar.rule("spelled nth", 0, NumberRules::tensAndNth);
    grammar.rule("spelled +- +nth", 0, NumberRules::tensAndNth);
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
        ? new Nth(m.number(0) + m.number(1))
        : null;
  }
}
