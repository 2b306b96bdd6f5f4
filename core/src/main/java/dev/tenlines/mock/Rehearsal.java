package dev.tenlines.mock;

import dev.tenlines.mock.Script.Style;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A script and how far it was played. */
final class Rehearsal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Fault, Integer> played = new EnumMap<>(Fault.class);
  private final Port port;
  private Script script;
  private long next;
  private long plays;

  /**
   * What one request gets.
   *
   * @param fault the fault, or null for a good answer
   * @param variant how often the fault came before
   * @param style how answers look
   * @param closes whether its connection is closed, because the port is
   */
  record Turn(@Nullable Fault fault, int variant, Style style, boolean closes) {}

  Rehearsal(Port port, Script script) {
    this.port = port;
    this.script = script;
  }

  void play(Script other) {
    lock.lock();
    try {
      script = other;
      next = 0;
      plays++;
      played.clear();
      port.listen();
      shutIfDue();
    } finally {
      lock.unlock();
    }
  }

  Turn next() {
    lock.lock();
    try {
      Fault fault = script.fault(next++);
      int variant = fault == null ? 0 : played.merge(fault, 1, Integer::sum) - 1;
      return new Turn(fault, variant, script.style(), shutIfDue());
    } finally {
      lock.unlock();
    }
  }

  /** A fault of the port comes before its request: the port is shut when its turn is next. */
  private boolean shutIfDue() {
    Fault due = script.fault(next);
    if (due == null || !due.port()) {
      return false;
    }
    boolean forever = script.forever(next);
    long mine = plays;
    port.shut(due == Fault.C03, forever, () -> reopened(mine));
    return true;
  }

  /** The port was shut long enough. */
  private void reopened(long play) {
    lock.lock();
    try {
      if (play == plays) {
        next++;
        port.listen();
        shutIfDue();
      }
    } finally {
      lock.unlock();
    }
  }
}
