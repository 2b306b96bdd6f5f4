package dev.tenlines.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.learn.FixedSequence.Cut;
import dev.tenlines.learn.FixedSequence.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedSequenceTest {
  private static final int STREAMS = 1_000;
  private static final double DELTA = 0.1;

  /** The error of the share x of surest rows is error · x^skew, so the truth is known exactly. */
  @ParameterizedTest(name = "{0} promised, {1} rows, error {2}, skew {3}")
  @CsvSource({
    "0.01, 300, 0.08, 4", "0.01, 1000, 0.08, 4", "0.01, 1000, 0.12, 6",
    "0.02, 300, 0.08, 4", "0.02, 1000, 0.15, 2", "0.02, 1000, 0.12, 6",
    "0.05, 100, 0.08, 4", "0.05, 300, 0.15, 2", "0.05, 1000, 0.15, 2",
    "0.10, 100, 0.15, 2", "0.10, 300, 0.15, 2", "0.10, 1000, 0.12, 6",
    "0.05, 300, 0.0501, 0", "0.02, 1000, 0.0201, 0", "0.10, 100, 0.1001, 0"
  })
  void thePromise_breaksInNoMoreThanTheStatedShareOfStreams(
      double promised, int rows, double error, double skew) {
    SplittableRandom random = new SplittableRandom(42);
    int broken = 0;
    double covered = 0;

    for (int s = 0; s < STREAMS; s++) {
      Cut cut = FixedSequence.test(stream(random, rows, error, skew), promised, DELTA);
      double coverage = cut.rows() == 0 ? 0 : 1 - cut.threshold();
      covered += coverage;
      broken += coverage > 0 && error * Math.pow(coverage, skew) > promised ? 1 : 0;
    }

    double oracle = skew == 0 ? 0 : Math.min(1, Math.pow(promised / error, 1 / skew));
    System.out.printf(
        "promised %.2f, %d rows: broken %.3f, coverage %.3f, oracle %.3f%n",
        promised, rows, broken / (double) STREAMS, covered / STREAMS, oracle);
    assertThat(broken / (double) STREAMS).isLessThanOrEqualTo(DELTA);
  }

  private static List<Scored> stream(SplittableRandom random, int rows, double error, double skew) {
    List<Scored> stream = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double place = random.nextDouble();
      double wrong = error * (skew + 1) * Math.pow(place, skew);
      stream.add(new Scored(1 - place, random.nextDouble() < wrong));
    }
    return stream;
  }

  @Test
  void oneUnluckyEarlyRow_doesNotShutTheRung() {
    List<Scored> rows = IntStream.range(0, 2_000).mapToObj(i -> new Scored(-i, i == 3)).toList();

    assertThat(FixedSequence.test(rows, 0.02, DELTA).rows()).isEqualTo(2_000);
  }

  @Test
  void tooFewRows_areNeverEnough() {
    List<Scored> clean = IntStream.range(0, 113).mapToObj(i -> new Scored(-i, false)).toList();

    assertThat(FixedSequence.test(clean, 0.02, DELTA)).isEqualTo(Cut.NONE);
    assertThat(FixedSequence.missing(clean, 0.02, DELTA)).isEqualTo(1);
  }

  @Test
  void rowsOfOneScore_standOrFallTogether() {
    List<Scored> rows = IntStream.range(0, 400).mapToObj(i -> new Scored(1, i % 10 == 0)).toList();

    assertThat(FixedSequence.test(rows, 0.05, DELTA)).isEqualTo(Cut.NONE);
    assertThat(FixedSequence.test(rows, 0.20, DELTA).rows()).isEqualTo(400);
  }

  @Test
  void noRows_lackTheWholeBudget() {
    assertThat(FixedSequence.test(List.of(), 0.05, DELTA)).isEqualTo(Cut.NONE);
    assertThat(FixedSequence.missing(List.of(), 0.05, DELTA)).isEqualTo(45);
  }
}
