package dev.tenlines.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.ladder.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OnwardTest {
  private final TestClock clock = new TestClock();
  private final Clock onward = new Onward(clock);

  @Test
  void aStepBack_isLeftOut_andTimeGoesOnFromThere() {
    Instant start = onward.instant();

    clock.advance(Duration.ofHours(-1));
    assertThat(onward.instant()).isEqualTo(start);

    clock.advance(Duration.ofSeconds(5));
    assertThat(onward.instant()).isEqualTo(start.plusSeconds(5));
  }

  @Test
  void aBreakerThatIsOpen_asksAgainAfterItsFiveSeconds_thoughTheClockWentBack() {
    Breaker breaker = new Breaker("m", Duration.ofSeconds(30), onward);
    for (int i = 0; i < 20; i++) {
      breaker.allows();
      breaker.learn(Reply.Broken.free(Failure.UNREACHABLE, "down"), Duration.ofMillis(10));
    }
    assertThat(breaker.allows()).isFalse();

    clock.advance(Duration.ofHours(-1));
    assertThat(breaker.allows()).isFalse();
    clock.advance(Duration.ofSeconds(6));

    assertThat(breaker.allows()).isTrue();
  }
}
