package dev.tenlines.faults;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How long the machine itself let nobody work: a virtual thread that wants to wake each ten
 * milliseconds adds up how much later it woke. A deadline is held against what is left, so that a
 * collection of garbage or a busy neighbour is not taken for a client that does not look at the
 * clock.
 */
final class Stalls implements AutoCloseable {
  private static final long STEP = Duration.ofMillis(10).toNanos();

  /** A late waking below this is what any machine does. */
  private static final long USUAL = Duration.ofMillis(20).toNanos();

  private final AtomicLong lost = new AtomicLong();
  private final Thread watch = Thread.startVirtualThread(this::measure);

  Duration lost() {
    return Duration.ofNanos(lost.get());
  }

  private void measure() {
    long last = System.nanoTime();
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(STEP);
      long now = System.nanoTime();
      long late = now - last - STEP;
      if (late > USUAL) {
        lost.addAndGet(late);
      }
      last = now;
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
