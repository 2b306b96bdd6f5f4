package dev.tenlines.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several callers do their work at the same moment. */
final class Race {
  private Race() {}

  /** The results, in the order of the callers; the first failure is thrown. */
  static <T> List<T> of(List<Callable<T>> callers) throws Exception {
    CyclicBarrier start = new CyclicBarrier(callers.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> caller : callers) {
        running.add(
            threads.submit(() -> {
              start.await();
              return caller.call();
            }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    }
  }
}
