package dev.tenlines.spring.http;

import dev.tenlines.access.Access;
import dev.tenlines.access.Caller;
import dev.tenlines.text.Digest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who keys belong to, remembered for a moment so that a busy key does not ask the database each
 * time. Unknown keys are not remembered: nobody can push the known ones out with them.
 */
final class Callers {
  /** A revoked key is dead after this at the latest. */
  static final Duration TRUST = Duration.ofSeconds(4);

  private static final int MOST = 1_000;
  private static final int LONGEST_KEY = 200;

  private final Access access;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Callers(Access access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  @Nullable Caller of(String key) {
    if (!key.startsWith("tl_") || key.length() > LONGEST_KEY) {
      return null;
    }
    String digest = Digest.of(key);
    Instant now = clock.instant();
    Known found = known.get(digest);
    return found != null && found.countsAt(now) ? found.caller() : ask(key, digest, now);
  }

  private @Nullable Caller ask(String key, String digest, Instant now) {
    Caller caller = access.caller(key);
    if (caller == null) {
      known.remove(digest);
      return null;
    }
    if (known.size() >= MOST) {
      known.values().removeIf(old -> !old.countsAt(now));
      if (known.size() >= MOST) {
        known.clear();
      }
    }
    known.put(digest, new Known(caller, now));
    return caller;
  }

  /**
   * A caller as the database knew them.
   *
   * @param since before it was asked
   */
  private record Known(Caller caller, Instant since) {
    /** Not before either: a clock that is set back must not keep a revoked key alive. */
    boolean countsAt(Instant now) {
      return !now.isBefore(since) && now.isBefore(since.plus(TRUST));
    }
  }
}
