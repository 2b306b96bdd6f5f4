package dev.tenlines.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.bench.Launch;
import dev.tenlines.bench.drill.Drill.Findings;
import org.junit.jupiter.api.Test;

/**
 * A short sample of {@code bench/run drills}: what is acknowledged lasts, and the books are right.
 */
class DrillsTest {
  private static final long SEED = Long.getLong("seed", 20_261_124);

  @Test
  void killedUnderLoad_keepsEveryAnswerVerdictChargeAndMessageOnce() throws Exception {
    right(new KillDrill(Launch.here(), 1, SEED).run());
  }

  @Test
  void theClockGoesBack_andNothingIsLostDoubledOrHeldUp() throws Exception {
    right(new ClockDrill(Launch.here()).run());
  }

  private static void right(Findings findings) {
    assertThat(findings.problems()).isEmpty();
    assertThat(findings.figures().get("answers acknowledged")).as("load").isPositive();
    assertThat(findings.figures().get("messages heard")).as("load").isPositive();
  }
}
