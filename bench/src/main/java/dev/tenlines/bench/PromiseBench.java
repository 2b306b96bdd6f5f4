package dev.tenlines.bench;

import dev.tenlines.learn.FixedSequence;
import dev.tenlines.learn.FixedSequence.Cut;
import dev.tenlines.learn.FixedSequence.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The guarantee itself: over many random streams with known error, how often the promise breaks,
 * and how much is answered beside an oracle that knows the error.
 */
final class PromiseBench {
  private static final int STREAMS = 1_000;
  private static final double DELTA = 0.1;
  private static final double[] PROMISED = {0.01, 0.02, 0.05, 0.10};
  private static final int[] ROWS = {100, 300, 1_000};

  /** How the error grows from the surest row to the least sure: overall share and skew. */
  private static final double[][] SHAPES = {{0.08, 4}, {0.15, 2}, {0.12, 6}};

  private final long seed;

  PromiseBench(long seed) {
    this.seed = seed;
  }

  List<BenchRow> rows() {
    List<BenchRow> rows = new ArrayList<>();
    for (double[] shape : SHAPES) {
      for (double promised : PROMISED) {
        for (int n : ROWS) {
          rows.addAll(streams(shape[0], shape[1], promised, n));
        }
      }
    }
    return rows;
  }

  private List<BenchRow> streams(double error, double skew, double promised, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    int broken = 0;
    int naiveBroken = 0;
    double covered = 0;
    for (int s = 0; s < STREAMS; s++) {
      List<Scored> stream = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        double place = random.nextDouble();
        stream.add(new Scored(1 - place, random.nextDouble() < errorAt(place, error, skew)));
      }
      Cut cut = FixedSequence.test(stream, promised, DELTA);
      double coverage = cut.rows() == 0 ? 0 : 1 - cut.threshold();
      covered += coverage;
      broken += coverage > 0 && risk(coverage, error, skew) > promised ? 1 : 0;
      naiveBroken += risk(naive(stream, promised), error, skew) > promised ? 1 : 0;
    }
    String set = String.format(Locale.ROOT, "error %.2f skew %.0f", error, skew);
    String which = String.format(Locale.ROOT, "%.0f %%, %d rows: ", promised * 100, n);
    return List.of(
        BenchRow.atMost(set, which + "promise broken", broken / (double) STREAMS, DELTA)
            .beside("threshold by the eye", naiveBroken / (double) STREAMS),
        BenchRow.printed(set, which + "coverage", covered / STREAMS)
            .beside("oracle", oracle(promised, error, skew)));
  }

  private static double errorAt(double place, double error, double skew) {
    return error * (skew + 1) * Math.pow(place, skew);
  }

  /** The true error of everything up to a place. */
  private static double risk(double coverage, double error, double skew) {
    return error * Math.pow(coverage, skew);
  }

  private static double oracle(double promised, double error, double skew) {
    return Math.min(1, Math.pow(promised / error, 1 / skew));
  }

  /** What people do: the lowest threshold whose error on the sample kept the promise. */
  private static double naive(List<Scored> stream, double promised) {
    List<Scored> sorted = new ArrayList<>(stream);
    sorted.sort((a, b) -> Double.compare(b.score(), a.score()));
    int errors = 0;
    double best = 0;
    for (int n = 1; n <= sorted.size(); n++) {
      errors += sorted.get(n - 1).wrong() ? 1 : 0;
      best = errors <= promised * n ? 1 - sorted.get(n - 1).score() : best;
    }
    return best;
  }
}
