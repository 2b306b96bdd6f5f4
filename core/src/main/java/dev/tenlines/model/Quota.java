package dev.tenlines.model;

import dev.tenlines.model.ModelSettings.Limits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The limits of an account with a provider, kept on our side so that it need not say no. */
final class Quota {
  private final @Nullable Bucket requests;
  private final @Nullable Bucket tokens;
  private final long mostTokens;

  Quota(Limits limits, Clock clock) {
    this.requests = bucket(limits.requestsPerMinute(), clock);
    this.tokens = bucket(limits.tokensPerMinute(), clock);
    this.mostTokens = limits.tokensPerMinute() == null ? 0 : limits.tokensPerMinute();
  }

  /** Takes a request of so many tokens; zero when it may go now, else how long it has to wait. */
  Duration take(long size) {
    Duration wait = take(requests, 1);
    if (!wait.isZero()) {
      return wait;
    }
    // A prompt larger than a minute's tokens takes them all: refusing it for ever helps nobody.
    Duration room = take(tokens, Math.max(1, Math.min(size, mostTokens)));
    if (!room.isZero() && requests != null) {
      requests.addTokens(1);
    }
    return room;
  }

  private static Duration take(@Nullable Bucket bucket, long count) {
    if (bucket == null) {
      return Duration.ZERO;
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(count);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private static @Nullable Bucket bucket(@Nullable Integer perMinute, Clock clock) {
    return perMinute == null
        ? null
        : Bucket.builder()
            .addLimit(
                limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
            .withCustomTimePrecision(new Meter(clock))
            .build();
  }

  private record Meter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ChronoUnit.NANOS.between(java.time.Instant.EPOCH, clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
