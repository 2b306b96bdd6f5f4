package dev.tenlines.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tenlines.Request;
import dev.tenlines.ladder.Attempt.Proposed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every rung has to do; each implementation is one subclass. */
public abstract class RungContract {
  private final TestClock clock = new TestClock();

  /** The rung under test. */
  protected abstract Rung<String> rung();

  /** A request it proposes something for. */
  protected abstract Request known();

  protected final Attempt<String> attempt(Request request) {
    return rung().attempt(asked(request, clock));
  }

  /** A request with two seconds to be answered in. */
  public static Ask asked(Request request, Clock clock) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(2), clock);
    return new Ask("r_1", "triage", request, deadline, Feed.unwatched());
  }

  @Test
  final void id_isNameAtVersion() {
    assertThat(rung().id())
        .isEqualTo(rung().name() + "@" + rung().version())
        .matches("[a-z:]+@\\w+");
  }

  @Test
  final void aKnownRequest_isProposedTheSameEveryTime() {
    Attempt<String> first = attempt(known());

    assertThat(first).isInstanceOf(Proposed.class);
    assertThat(attempt(known())).isEqualTo(first);
  }

  @Test
  final void anEmptyText_isNeverProposed() {
    assertThat(attempt(Request.of(""))).isNotInstanceOf(Proposed.class);
    assertThat(attempt(Request.of(" \n\t"))).isNotInstanceOf(Proposed.class);
  }

  @Test
  final void oddTexts_neverThrow() {
    for (String odd :
        List.of(
            "\0",
            "\uD800",
            "🤷🏽‍♀️",
            "a".repeat(200_000),
            "' OR 1=1 --",
            "‮txet",
            "\"]))&&true")) {
      assertThatCode(() -> attempt(Request.of(odd))).doesNotThrowAnyException();
    }
  }
}
