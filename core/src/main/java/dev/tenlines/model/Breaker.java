package dev.tenlines.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Keeps calls from a provider that fails: opens after half of the last calls failed or crawled,
 * lets a few probes through later, and closes when they succeed.
 */
final class Breaker {
  private static final int WINDOW = 20;
  private static final int FEWEST = 5;
  private static final int PROBES = 2;
  private static final Duration OPEN = Duration.ofSeconds(5);
  private static final Duration HALF_OPEN = Duration.ofSeconds(30);

  /** How long an account without money or quota is left alone. */
  private static final Duration EXHAUSTED = Duration.ofMinutes(1);

  private final CircuitBreaker breaker;

  Breaker(String name, Duration slow, Clock clock) {
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(FEWEST)
                .failureRateThreshold(50)
                .slowCallRateThreshold(80)
                .slowCallDurationThreshold(slow)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .waitDurationInOpenState(OPEN)
                .maxWaitDurationInHalfOpenState(HALF_OPEN)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build());
  }

  /** Asks for one call; whoever gets it must {@link #learn} from it. */
  boolean allows() {
    return breaker.tryAcquirePermission();
  }

  /**
   * Takes in what came of a call. One that says nothing about the provider gives its place back.
   */
  void learn(Reply reply, Duration took) {
    switch (reply) {
      case Reply.Whole whole -> breaker.onSuccess(took.toMillis(), TimeUnit.MILLISECONDS);
      case Reply.Broken broken when broken.failure() == Failure.EXHAUSTED -> {
        breaker.releasePermission();
        breaker.transitionToOpenStateFor(EXHAUSTED);
      }
      case Reply.Broken broken when broken.failure().provider() ->
          breaker.onError(took.toMillis(), TimeUnit.MILLISECONDS, new Fault(broken.detail()));
      case Reply.Broken broken when broken.failure() == Failure.CANCELLED || !broken.costs() ->
          breaker.releasePermission();
      case Reply.Broken broken -> breaker.onSuccess(took.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}. */
  String state() {
    return breaker.getState().name();
  }

  /** What the breaker counts: it wants an exception, but nobody needs its stack. */
  private static final class Fault extends RuntimeException {
    private Fault(String detail) {
      super(detail, null, false, false);
    }
  }
}
