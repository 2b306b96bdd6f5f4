package dev.tenlines.mock;

import dev.tenlines.mock.voice.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The mock's memory: its counts and the last requests. What is about to be sent is counted before
 * it is sent and taken back if it could not be: whoever has read an answer finds it counted.
 */
final class Tally {
  private static final int MOST = 10_000;
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_MODELS = 1_000;
  private static final String OTHER = "(others)";

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Received> last = new ArrayDeque<>();
  private final Sums all = new Sums();
  private final Map<String, Sums> models = new HashMap<>();
  private volatile Consumer<Received> listener = received -> {};
  private long bytes;

  /** Counts that grow. */
  private static final class Sums {
    private long requests;
    private long answered;
    private long cancelled;
    private long input;
    private long cacheRead;
    private long cacheWrite;
    private long output;

    private Counts counts(Map<String, Counts> models) {
      return new Counts(
          requests, answered, cancelled, input, cacheRead, cacheWrite, output, models);
    }
  }

  void came(Received received) {
    change(received, sums -> sums.requests++);
    lock.lock();
    try {
      last.addLast(received);
      bytes += received.bytes();
      while (last.size() > MOST || (bytes > MOST_BYTES && last.size() > 1)) {
        bytes -= last.removeFirst().bytes();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The first byte of an answer goes out: the prompt was read and is billed. */
  void begins(Received received, Answer answer) {
    change(
        received,
        sums -> {
          sums.input += answer.prompt() - answer.cacheRead() - answer.cacheWrite();
          sums.cacheRead += answer.cacheRead();
          sums.cacheWrite += answer.cacheWrite();
        });
  }

  void sends(Received received, long tokens, boolean whole) {
    if (tokens == 0 && !whole) {
      return;
    }
    received.sent(received.tokensSent() + tokens);
    received.answered(received.answered() || whole);
    change(
        received,
        sums -> {
          sums.output += tokens;
          sums.answered += whole ? 1 : 0;
        });
  }

  /** What was counted as sent did not arrive. */
  void takesBack(Received received, long tokens, boolean whole) {
    received.sent(received.tokensSent() - tokens);
    received.answered(received.answered() && !whole);
    change(
        received,
        sums -> {
          sums.output -= tokens;
          sums.answered -= whole ? 1 : 0;
        });
  }

  void ends(Received received, boolean left) {
    received.end(left);
    change(received, sums -> sums.cancelled += left ? 1 : 0);
    listener.accept(received);
  }

  void listen(Consumer<Received> other) {
    listener = other;
  }

  private void change(Received received, Consumer<Sums> change) {
    String model = received.model();
    lock.lock();
    try {
      change.accept(all);
      boolean room = models.size() < MOST_MODELS || models.containsKey(model);
      change.accept(models.computeIfAbsent(room ? model : OTHER, name -> new Sums()));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Counts counts() {
    lock.lock();
    try {
      Map<String, Counts> byModel = new TreeMap<>();
      models.forEach((model, sums) -> byModel.put(model, sums.counts(Map.of())));
      return all.counts(Collections.unmodifiableMap(byModel));
    } finally {
      lock.unlock();
    }
  }

  List<Received> received() {
    lock.lock();
    try {
      return List.copyOf(last);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the counts are as wanted; false when they were not in time. */
  boolean await(Predicate<Counts> wanted, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      while (!wanted.test(counts())) {
        if (nanos <= 0) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
