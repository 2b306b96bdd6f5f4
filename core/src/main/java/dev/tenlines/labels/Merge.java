package dev.tenlines.labels;

import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one of what says the same, and tells what contradicts itself. */
final class Merge {
  /** Labelled values whose scores are closer are rivals. */
  private static final double CLOSE = 0.06;

  private static final double RIVAL = 0.85;
  private static final double AGREES = 0.01;
  private static final double HIGHEST = 0.99;

  private Merge() {}

  /** The best place of each value, the likeliest first. */
  static List<Bound> distinct(List<Bound> bounds, FieldSpec field) {
    List<Bound> sorted = new ArrayList<>(bounds);
    sorted.sort(
        Comparator.comparingDouble(Bound::score)
            .reversed()
            .thenComparingInt(bound -> bound.typed().span().start()));
    Map<Object, Bound> best = new LinkedHashMap<>();
    for (Bound bound : sorted) {
      best.merge(key(bound.typed().value(), field), bound, Merge::agree);
    }
    List<Bound> all = new ArrayList<>(best.values());
    all.sort(Comparator.comparingDouble(Bound::score).reversed());
    return field.many() ? all : rivals(all);
  }

  private static Bound agree(Bound one, Bound two) {
    boolean apart = !one.typed().span().overlaps(two.typed().span()) && two.label() != null;
    return apart
        ? new Bound(one.typed(), Math.min(HIGHEST, one.score() + AGREES), one.label())
        : one;
  }

  private static Object key(Object value, FieldSpec field) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    boolean name = field.type() == FieldType.ORGANISATION;
    return value instanceof String text
        ? name ? Parties.key(text) : Vocabulary.compact(text)
        : value;
  }

  private static List<Bound> rivals(List<Bound> all) {
    if (all.size() < 2 || all.get(0).score() - all.get(1).score() > CLOSE) {
      return all;
    }
    double least = all.getFirst().score() - CLOSE;
    return all.stream().map(b -> b.score() >= least ? b.times(RIVAL) : b).toList();
  }
}
