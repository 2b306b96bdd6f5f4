package dev.tenlines.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** How the amounts of a document stand to each other, in hundredths. */
final class Sums {
  private static final int MOST = 120;

  /** Cash is rounded to five hundredths. */
  private static final long ROUNDED = 5;

  private final List<Long> inOrder = new ArrayList<>();
  private final TreeMap<Long, Integer> counts = new TreeMap<>();
  private final Set<Long> differences = new HashSet<>();
  private final Set<Long> sums = new HashSet<>();
  private final Set<Long> columns = new HashSet<>();

  /** Amounts whose next two lines are what was paid and what was given back. */
  private final Set<Long> paid = new HashSet<>();

  /** Amounts that are what stands two lines above less what stands one line above, or with it. */
  private final Set<Long> discounted = new HashSet<>();

  private final Set<Long> charged = new HashSet<>();

  Sums(Layout layout, List<Mention> amounts) {
    int end = -1;
    for (Mention amount : amounts) {
      if (amount.span().end() != end && inOrder.size() < MOST) {
        end = amount.span().end();
        long cents = cents(amount.value());
        inOrder.add(cents);
        counts.merge(cents, 1, Integer::sum);
      }
    }
    relate();
    addUp(layout, amounts);
  }

  private void relate() {
    List<Long> distinct = counts.keySet().stream().filter(a -> a > 0).toList();
    for (int i = 0; i < distinct.size(); i++) {
      for (int j = 0; j < i; j++) {
        differences.add(distinct.get(i) - distinct.get(j));
        sums.add(distinct.get(i) + distinct.get(j));
      }
    }
  }

  /** What the last amounts of lines that follow each other add up to. */
  private void addUp(Layout layout, List<Mention> amounts) {
    List<Long> column = new ArrayList<>();
    int row = -1;
    for (Mention amount : amounts) {
      int own = layout.cells().get(layout.cellAt(amount.span().start())).row();
      if (own == row) {
        column.removeLast();
      }
      column.add(cents(amount.value()));
      row = own;
    }
    for (int i = 0; i + 2 < column.size(); i++) {
      long a = column.get(i);
      long b = column.get(i + 1);
      long c = column.get(i + 2);
      if (b - Math.abs(c) == a) {
        paid.add(a);
      }
      if (a - Math.abs(b) == c && b != 0) {
        discounted.add(c);
      }
      if (a + b == c && b != 0) {
        charged.add(c);
      }
      if (i + 3 < column.size() && a + b + c == column.get(i + 3) && c != 0) {
        charged.add(column.get(i + 3));
      }
    }
    for (int i = 0; i < Math.min(column.size(), MOST); i++) {
      long sum = column.get(i);
      for (int j = i + 1; j < Math.min(column.size(), i + 30); j++) {
        sum += column.get(j);
        columns.add(sum);
      }
    }
  }

  static long cents(Object value) {
    return value instanceof BigDecimal number
        ? number.movePointRight(2).setScale(0, java.math.RoundingMode.HALF_UP).longValue()
        : 0;
  }

  void describe(Object value, Features out) {
    long cents = cents(value);
    List<Long> larger = new ArrayList<>(counts.tailMap(cents, false).keySet());
    out.add("larger", Math.min(larger.size(), 6));
    out.add("amounts", Math.min(counts.getOrDefault(cents, 0), 6));
    out.add("zero", cents == 0);
    out.add("negative", cents < 0);
    out.add("round", cents % 1000 == 0);
    out.add("rounded", cents % ROUNDED == 0);
    out.add("column", columns.contains(cents));
    out.add("sum of two", sums.contains(cents));
    // Cash less change: a larger amount less another that stands there, too.
    boolean change =
        larger.stream().anyMatch(cash -> counts.containsKey(cash - cents) && cash != 2 * cents);
    out.add("cash less change", change);
    out.add("cash less change, column", change && columns.contains(cents));
    boolean near = false;
    for (long step = 1; step < ROUNDED; step++) {
      near |= counts.containsKey(cents + step) || counts.containsKey(cents - step);
    }
    out.add("near another", near ? cents % ROUNDED == 0 ? 2 : 1 : 0);
    out.add("paid below", paid.contains(cents));
    out.add("discounted", discounted.contains(cents));
    out.add("charged", charged.contains(cents));
    out.add("paid below, given back", paid.contains(cents) && change);
    out.add("difference", differences.contains(cents));
    int at = inOrder.indexOf(cents);
    int last = inOrder.lastIndexOf(cents);
    out.add("first of amounts", at * 6L / Math.max(1, inOrder.size()));
    out.add("last of amounts", last * 6L / Math.max(1, inOrder.size()));
    out.add("repeated at once", at >= 0 && at + 1 < inOrder.size() && inOrder.get(at + 1) == cents);
    out.add("digits", Long.toString(Math.abs(cents)).length());
  }
}
