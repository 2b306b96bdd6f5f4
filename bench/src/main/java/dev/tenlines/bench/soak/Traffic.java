package dev.tenlines.bench.soak;

import dev.tenlines.bench.soak.Caller.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** A few clients that ask one after the other with short pauses, and one who reviews. */
final class Traffic implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(40);
  private static final Duration THOUGHT = Duration.ofMillis(500);
  private static final int MOST_KEPT = 8_000_000;

  private final AtomicLong next = new AtomicLong();
  private final LongAdder failed = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder verdicts = new LongAdder();
  private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<long[]> latencies = new ArrayList<>();
  private volatile boolean ended;

  /** What came of it; times in milliseconds. */
  record Totals(
      long requests,
      long failed,
      long refused,
      long verdicts,
      double p50,
      double p99,
      Map<String, Long> outcomes) {}

  static Traffic start(int clients, Caller caller, Caller reviewer, LongFunction<Question> asked) {
    Traffic traffic = new Traffic();
    for (int i = 0; i < clients; i++) {
      traffic.threads.add(Thread.ofPlatform().unstarted(() -> traffic.ask(caller, asked)));
    }
    traffic.threads.add(Thread.ofPlatform().unstarted(() -> traffic.review(reviewer)));
    traffic.threads.forEach(Thread::start);
    return traffic;
  }

  private void ask(Caller caller, LongFunction<Question> asked) {
    long[] nanos = new long[1024];
    int count = 0;
    while (!ended && count < MOST_KEPT) {
      Question question = asked.apply(next.getAndIncrement());
      Said said = caller.ask(question, null);
      nanos = count < nanos.length ? nanos : Arrays.copyOf(nanos, 2 * nanos.length);
      nanos[count++] = said.nanos();
      count(said);
      String outcome = said.body().path("outcome").asString(Integer.toString(said.status()));
      outcomes
          .computeIfAbsent(question.feature() + " " + outcome, name -> new LongAdder())
          .increment();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    synchronized (latencies) {
      latencies.add(Arrays.copyOf(nanos, count));
    }
  }

  private void review(Caller reviewer) {
    while (!ended) {
      Said item = reviewer.take();
      count(item);
      if (item.status() == 201) {
        Said done =
            reviewer.decide(item.body().path("id").asString(), Judging.verdict(item.body()));
        count(done);
        (done.acknowledged() ? verdicts : refused).increment();
      }
      LockSupport.parkNanos(THOUGHT.toNanos());
    }
  }

  private void count(Said said) {
    if (said.failed()) {
      failed.increment();
    } else if (said.status() >= 400) {
      refused.increment();
    }
  }

  long requests() {
    return next.get();
  }

  long failures() {
    return failed.sum();
  }

  /** Ends it, and says what came of it. */
  Totals end() {
    close();
    long[] all;
    synchronized (latencies) {
      all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }
    Map<String, Long> counts = new TreeMap<>();
    outcomes.forEach((name, count) -> counts.put(name, count.sum()));
    return new Totals(
        all.length,
        failed.sum(),
        refused.sum(),
        verdicts.sum(),
        at(all, 0.5),
        at(all, 0.99),
        counts);
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * share)] / 1e6;
  }

  @Override
  public void close() {
    ended = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
