package dev.tenlines.spring.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts failed logins of a name and of an address; too many close both for a while. */
final class LoginLimit {
  private static final int MOST = 5;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** Who tries endless names must not fill the memory. */
  private static final int MOST_KEYS = 10_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> failures = new HashMap<>();

  LoginLimit(Clock clock) {
    this.clock = clock;
  }

  /**
   * Books an attempt before its password is compared, so that many at once count as many.
   *
   * @return how long to wait, or zero when the attempt may go on
   */
  synchronized Duration attempt(String name, String address) {
    Instant now = clock.instant();
    Duration wait = Duration.ZERO;
    for (String key : keys(name, address)) {
      Duration own = wait(key, now);
      wait = own.compareTo(wait) > 0 ? own : wait;
    }
    if (wait.isZero()) {
      if (failures.size() > MOST_KEYS) {
        failures.values().removeIf(times -> fresh(times, now).isEmpty());
      }
      for (String key : keys(name, address)) {
        failures.computeIfAbsent(key, k -> new ArrayDeque<>()).add(now);
      }
    }
    return wait;
  }

  /** The attempt was right after all: the name is free again, the address by one. */
  synchronized void right(String name, String address) {
    List<String> keys = keys(name, address);
    failures.remove(keys.getFirst());
    Deque<Instant> times = failures.get(keys.getLast());
    if (times != null) {
      times.pollLast();
    }
  }

  private Duration wait(String key, Instant now) {
    Deque<Instant> times = failures.get(key);
    if (times == null || fresh(times, now).size() < MOST) {
      return Duration.ZERO;
    }
    return Duration.between(now, times.getFirst().plus(WINDOW));
  }

  private static Deque<Instant> fresh(Deque<Instant> times, Instant now) {
    while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
      times.removeFirst();
    }
    return times;
  }

  private static List<String> keys(String name, String address) {
    return List.of("name " + name.toLowerCase(Locale.ROOT), "address " + address);
  }
}
