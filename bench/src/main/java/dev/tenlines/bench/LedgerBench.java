package dev.tenlines.bench;

import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Budget.Window;
import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Exchange;
import dev.tenlines.cost.Ledger;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Reservation;
import dev.tenlines.cost.Usage;
import dev.tenlines.sql.Database;
import dev.tenlines.sql.SqlLedger;
import dev.tenlines.text.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How many charges a second the ledger takes from many threads at once; a charge is held, which is
 * durable before a call would leave, and settled.
 */
final class LedgerBench {
  private static final int THREADS = 64;
  private static final long WARM_UP = TimeUnit.SECONDS.toNanos(4);
  private static final long MEASURED = TimeUnit.SECONDS.toNanos(8);
  private static final Money MOST = new Money(900, "USD");
  private static final Charge CHARGE =
      new Charge(Usage.of(500, 50), new Money(75, "USD"), false, "openai/gpt-6-luna@2026-09-22");

  private LedgerBench() {}

  static List<BenchRow> rows() throws IOException {
    return List.of(
        BenchRow.atLeast("ledger", "durable charges per second", perSecond(List.of()), 20_000),
        BenchRow.printed(
            "ledger",
            "durable charges per second under two budgets",
            perSecond(List.of(budget(null, Window.MONTH), budget("triage", Window.DAY)))));
  }

  private static Budget budget(@Nullable String feature, Window window) {
    return new Budget(null, feature, null, window, null, Money.of("1000000", "USD"));
  }

  private static double perSecond(List<Budget> budgets) throws IOException {
    Path file = Files.createTempDirectory("tenlines-ledger").resolve("tenlines.db");
    try (Database database = Database.sqlite(file)) {
      SqlLedger ledger = new SqlLedger(database, Clock.systemUTC(), budgets, Exchange.NONE);
      ledger.recover();
      run(ledger, WARM_UP);
      long start = System.nanoTime();
      long charges = run(ledger, MEASURED);
      return charges / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static long run(Ledger ledger, long nanos) {
    long end = System.nanoTime() + nanos;
    LongAdder charges = new LongAdder();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                Ids ids = new Ids(Clock.systemUTC());
                while (System.nanoTime() < end) {
                  charge(ledger, ids.next("r"));
                  charges.increment();
                }
              }));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return charges.sum();
  }

  private static void charge(Ledger ledger, String request) {
    Reservation attempt =
        new Reservation(
            request + "/1", request, "default", "triage", "model:x@1", "gpt-6-luna", "k_1", MOST);
    if (!(ledger.hold(attempt) instanceof Ledger.Hold.Held)) {
      throw new IllegalStateException("refused");
    }
    ledger.settle(attempt, CHARGE);
  }
}
