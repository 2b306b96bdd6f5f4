package dev.tenlines.bench.soak;

import dev.tenlines.bench.BenchRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a server used over time, and how much more of it late than early. */
final class Samples {
  private static final int FEW = 4;
  private static final int MOST_PERCENT = 10;

  private final List<Vitals> all = new ArrayList<>();

  void add(Vitals vitals) {
    all.add(vitals);
  }

  static void head() {
    System.err.printf(
        Locale.ROOT,
        "%9s %10s %7s %10s %12s %8s %12s %8s%n",
        "second",
        "requests",
        "failed",
        "heap KB",
        "resident KB",
        "threads",
        "descriptors",
        "sockets");
  }

  /** Prints the newest. */
  void line(double second, long requests, long failed) {
    Vitals now = all.getLast();
    System.err.printf(
        Locale.ROOT,
        "%9.0f %10d %7d %10d %12d %8d %12d %8d%n",
        second,
        requests,
        failed,
        now.heap(),
        now.resident(),
        now.threads(),
        now.descriptors(),
        now.sockets());
  }

  /** The first quarter warms up: what grows, grows between the second and the last. */
  List<BenchRow> rows(String set) {
    boolean seen = all.stream().allMatch(vitals -> vitals.heap() > 0);
    double heap = percent(Vitals::heap);
    double resident = percent(Vitals::resident);
    List<BenchRow> rows = new ArrayList<>();
    if (seen) {
      rows.add(BenchRow.printed(set, "MB of heap kept, last quarter", median(Vitals::heap) / 1024));
      rows.add(BenchRow.atMost(set, "growth of the heap kept, percent", heap, MOST_PERCENT));
      rows.add(BenchRow.printed(set, "growth of resident memory, percent", resident));
    } else {
      rows.add(BenchRow.atMost(set, "growth of resident memory, percent", resident, MOST_PERCENT));
    }
    rows.add(BenchRow.atMost(set, "growth of threads", most(Vitals::threads), FEW));
    rows.add(BenchRow.atMost(set, "growth of descriptors", most(Vitals::descriptors), FEW));
    rows.add(BenchRow.atMost(set, "growth of sockets", most(Vitals::sockets), FEW));
    return rows;
  }

  private List<Vitals> quarter(int number) {
    int size = all.size();
    return all.subList(size * (number - 1) / 4, Math.max(1, size * number / 4));
  }

  private double median(ToLongFunction<Vitals> what) {
    return median(quarter(4), what);
  }

  private static double median(List<Vitals> some, ToLongFunction<Vitals> what) {
    return some.stream().mapToLong(what).sorted().skip(some.size() / 2).findFirst().orElse(0);
  }

  private double percent(ToLongFunction<Vitals> what) {
    return 100 * (median(what) / Math.max(1, median(quarter(2), what)) - 1);
  }

  private double most(ToLongFunction<Vitals> what) {
    return top(quarter(4), what) - top(quarter(2), what);
  }

  private static double top(List<Vitals> some, ToLongFunction<Vitals> what) {
    return some.stream().mapToLong(what).max().orElse(0);
  }
}
