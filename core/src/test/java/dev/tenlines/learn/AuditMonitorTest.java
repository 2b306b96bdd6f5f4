package dev.tenlines.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditMonitorTest {
  private static final int STREAMS = 1_000;
  private static final int LONGEST = 3_000;

  /** How many audits it takes to shut, looked at after every audit; LONGEST if it stays open. */
  private static int life(double promised, double rate, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int errors = 0;
    for (int audits = 1; audits <= LONGEST; audits++) {
      errors += random.nextDouble() < rate ? 1 : 0;
      if (AuditMonitor.broken(audits, errors, promised)) {
        return audits;
      }
    }
    return LONGEST;
  }

  /** The fewest shut streams that chance alone would reach less than once in a million tests. */
  private static int slack() {
    int most = 0;
    while (1 - Binomial.atMost(most, STREAMS, AuditMonitor.FALSE_ALARM) > 1e-6) {
      most++;
    }
    return most;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.02, 0.1, 0.3})
  void aKeptPromise_isHardlyEverShut_howeverOftenOneLooks(double promised) {
    int shut = 0;
    for (int stream = 0; stream < STREAMS; stream++) {
      shut += life(promised, promised, stream) < LONGEST ? 1 : 0;
    }

    assertThat(slack()).isBetween(50, 100);
    assertThat(shut).isLessThanOrEqualTo(slack());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.02, 0.1})
  void aRungFiveTimesAsWrongAsPromised_isShutAfterAHandfulOfErrors(double promised) {
    List<Double> errors = new ArrayList<>();
    for (int stream = 0; stream < STREAMS; stream++) {
      int life = life(promised, 5 * promised, stream);
      assertThat(life).as("stream %d is shut", stream).isLessThan(LONGEST);
      errors.add(life * 5 * promised);
    }
    Collections.sort(errors);

    assertThat(errors.get(STREAMS / 2)).as("wrong answers until half are shut").isLessThan(8);
    assertThat(errors.get(STREAMS * 9 / 10)).as("until nine in ten are shut").isLessThan(16);
  }

  @Test
  void noAudits_sayNothing() {
    assertThat(AuditMonitor.evidence(0, 0, 0.02)).isCloseTo(1, within(1e-12));
    assertThat(AuditMonitor.broken(0, 0, 0.02)).isFalse();
  }

  @Test
  void cleanAudits_neverShut_andErrorsAloneAlwaysDo() {
    assertThat(AuditMonitor.broken(1_000_000, 0, 0.02)).isFalse();
    assertThat(AuditMonitor.broken(1_000_000, 1_000_000, 0.02)).isTrue();
    assertThat(AuditMonitor.broken(20, 20, 0.5)).isTrue();
  }

  /** What makes it a martingale: one more audit leaves the evidence as it is, on average. */
  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.02, 0.1, 0.3})
  void oneMoreAuditOfAKeptPromise_leavesTheEvidenceOnAverage(double promised) {
    for (int audits = 0; audits < 200; audits += 10) {
      int errors = (int) (audits * promised);
      double after =
          promised * AuditMonitor.evidence(audits + 1, errors + 1, promised)
              + (1 - promised) * AuditMonitor.evidence(audits + 1, errors, promised);

      double before = AuditMonitor.evidence(audits, errors, promised);
      assertThat(after).isCloseTo(before, within(before * 1e-9));
    }
  }
}
