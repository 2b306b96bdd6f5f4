package dev.tenlines.labels;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which amounts of a document fit together: net and tax are the total. */
final class Sums {
  /** More amounts than a head and a foot have are lines of items. */
  private static final int MOST = 400;

  private final Map<BigDecimal, List<Typed>> amounts = new HashMap<>();
  private final List<BigDecimal> taxes;
  private final List<BigDecimal> nets;

  /**
   * @param amounts all amounts of the document
   * @param taxes those that a label calls tax
   * @param nets those that a label calls net
   */
  Sums(List<Typed> amounts, List<Bound> taxes, List<Bound> nets) {
    for (Typed amount : amounts) {
      if (amount.fit() == 1 && this.amounts.size() < MOST) {
        this.amounts.computeIfAbsent(key(amount), k -> new ArrayList<>(2)).add(amount);
      }
    }
    this.taxes = taxes.stream().map(bound -> key(bound.typed())).distinct().toList();
    this.nets = nets.stream().map(bound -> key(bound.typed())).distinct().toList();
  }

  static BigDecimal key(Typed amount) {
    return ((BigDecimal) amount.value()).stripTrailingZeros();
  }

  /** Whether a total is the sum of a net amount and a tax that labels name. */
  boolean proves(BigDecimal total) {
    return taxes.stream()
        .filter(tax -> tax.signum() != 0)
        .anyMatch(tax -> nets.contains(total.subtract(tax).stripTrailingZeros()));
  }

  /** The amounts that are a total without one of its named taxes. */
  List<Typed> without(BigDecimal total) {
    List<Typed> all = new ArrayList<>();
    for (BigDecimal tax : taxes) {
      List<Typed> net = amounts.get(total.subtract(tax).stripTrailingZeros());
      if (net != null && tax.compareTo(total) < 0) {
        all.add(net.getFirst());
      }
    }
    return all;
  }

  /** The largest amount that two others make, else the largest. */
  List<Typed> total() {
    List<BigDecimal> sorted = new ArrayList<>(amounts.keySet());
    sorted.sort((a, b) -> b.compareTo(a));
    for (BigDecimal total : sorted) {
      for (BigDecimal part : sorted) {
        BigDecimal rest = total.subtract(part).stripTrailingZeros();
        if (part.signum() > 0
            && rest.signum() > 0
            && rest.compareTo(part) < 0
            && amounts.containsKey(rest)) {
          return List.of(last(total));
        }
      }
    }
    return sorted.isEmpty() || sorted.getFirst().signum() <= 0
        ? List.of()
        : List.of(last(sorted.getFirst()));
  }

  private Typed last(BigDecimal amount) {
    return amounts.getOrDefault(amount, List.of()).getLast();
  }
}
