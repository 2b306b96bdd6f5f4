package dev.tenlines.sql;

import dev.tenlines.ladder.TestClock;
import dev.tenlines.review.ReviewItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What a crowd of reviewers was told, whoever of them heard it. */
final class Crowd {
  private final TestClock clock;
  private final List<String> ids;
  private final Map<String, Queue<String>> standing = new ConcurrentHashMap<>();
  private final Map<String, String> versions = new ConcurrentHashMap<>();
  private final Queue<String> conflicts = new ConcurrentLinkedQueue<>();
  private final AtomicInteger expired = new AtomicInteger();

  Crowd(TestClock clock, List<String> ids) {
    this.clock = clock;
    this.ids = ids;
    ids.forEach(id -> standing.put(id, new ConcurrentLinkedQueue<>()));
  }

  String any(int draw) {
    return ids.get(Math.floorMod(draw, ids.size()));
  }

  /** Time passes, so that leases of those who left run out. */
  void pass(Duration time) {
    clock.advance(time);
  }

  /** A person was given an item, or its verdict: this version is theirs alone. */
  void given(ReviewItem item, String person) {
    String before = versions.putIfAbsent(item.id() + " " + item.version(), person);
    if (before != null && !before.equals(person)) {
      conflicts.add(item.id() + " version " + item.version() + ": " + before + ", " + person);
    }
  }

  void decided(ReviewItem item, String person) {
    given(item, person);
    standing.get(item.id()).add(person);
  }

  void undone(ReviewItem item, String person) {
    given(item, person);
    standing.get(item.id()).remove(person);
  }

  void expired(int count) {
    expired.addAndGet(count);
  }

  int expired() {
    return expired.get();
  }

  List<String> standing(String id) {
    return List.copyOf(standing.get(id));
  }

  List<String> conflicts() {
    return List.copyOf(conflicts);
  }
}
