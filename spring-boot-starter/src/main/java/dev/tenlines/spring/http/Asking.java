package dev.tenlines.spring.http;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.History;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Asks, and tells a repetition from a first call. Calls under the same idempotency key take turns:
 * the second one climbs no ladder that the first one is still climbing.
 */
final class Asking {
  private final Tenlines tenlines;
  private final Clock clock;
  private final InTurn turns = new InTurn();

  Asking(Tenlines tenlines, Clock clock) {
    this.tenlines = tenlines;
    this.clock = clock;
  }

  /**
   * What came of a call.
   *
   * @param replayed whether it is the outcome of an earlier call under the same key
   */
  record Asked(Outcome<?> outcome, boolean replayed) {}

  Asked ask(String feature, Request request) {
    return ask(feature, request, Feed.unwatched(), () -> {});
  }

  /**
   * Asks, and shows what comes before the outcome.
   *
   * @param begin runs when the ladder is about to be climbed; not for a repetition
   */
  Asked ask(String feature, Request request, Feed feed, Runnable begin) {
    String key = request.idempotencyKey();
    if (key == null) {
      begin.run();
      return new Asked(tenlines.ask(feature, request, feed), false);
    }
    return turns.call(
        request.tenant() + '\n' + feature + '\n' + key, () -> keyed(feature, request, feed, begin));
  }

  private Asked keyed(String feature, Request request, Feed feed, Runnable begin) {
    // The record keeps microseconds: a first call must not look older than its own beginning.
    Instant start = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Outcome<?> before = tenlines.standing(feature, request);
    if (before == null) {
      begin.run();
    }
    Outcome<?> outcome = before == null ? tenlines.ask(feature, request, feed) : before;
    History.Entry standing = tenlines.history().find(request.tenant(), outcome.id());
    if (standing == null) {
      return new Asked(outcome, false);
    }
    if (!isSame(standing.request(), request)) {
      throw Problem.of(
              422,
              "TL-506",
              "The idempotency key was used for another request.",
              "Maybe make a new key for each request, and repeat it only with the same body.")
          .thrown();
    }
    return new Asked(outcome, standing.created().isBefore(start));
  }

  private static boolean isSame(Request one, Request other) {
    return kept(one.input()).equals(kept(other.input()))
        && one.fields().equals(other.fields())
        && one.conversation().equals(other.conversation())
        && Objects.equals(one.words(), other.words())
        && Objects.equals(one.plan(), other.plan());
  }

  /** PostgreSQL keeps no character with the number zero. */
  private static String kept(String input) {
    return input.replace('\0', '\uFFFD');
  }

  /** Lets calls of the same name run one after the other, and all others side by side. */
  private static final class InTurn {
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    <T> T call(String name, Supplier<T> work) {
      Turn turn = turns.compute(name, (key, there) -> (there == null ? new Turn() : there).enter());
      turn.lock.lock();
      try {
        return work.get();
      } finally {
        turn.lock.unlock();
        turns.computeIfPresent(name, (key, there) -> there.leave() ? null : there);
      }
    }

    private static final class Turn {
      private final ReentrantLock lock = new ReentrantLock();
      private int inside;

      private Turn enter() {
        inside++;
        return this;
      }

      private boolean leave() {
        inside--;
        return inside == 0;
      }
    }
  }
}
