package dev.tenlines.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LatticeTest {
  private static final Tags TAGS = new Tags(List.of("a", "b"));
  private double bestScore;
  private double sum;

  @Property(tries = 60)
  void lattice_agreesWithTryingAllWays(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int n) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = TAGS.size();
    double[] moves = random.doubles((long) size * size, -2, 2).toArray();
    double[][] states = new double[n][];
    Arrays.setAll(states, i -> random.doubles(size, -3, 3).toArray());
    bestScore = Double.NEGATIVE_INFINITY;
    sum = 0;
    tryAll(states, moves, new int[n], 0, 0);

    Lattice lattice = new Lattice(TAGS, states, moves);

    assertThat(lattice.logSum()).isCloseTo(Math.log(sum), within(1e-9));
    assertThat(score(states, moves, lattice.best())).isCloseTo(bestScore, within(1e-9));
    for (int i = 0; i < n; i++) {
      double shares = 0;
      for (int tag = 0; tag < size; tag++) {
        shares += lattice.share(i, tag);
      }
      assertThat(shares).isCloseTo(1, within(1e-9));
    }
  }

  private void tryAll(double[][] states, double[] moves, int[] way, int at, int before) {
    if (at == way.length) {
      if (!TAGS.isOpen(before)) {
        double score = score(states, moves, way);
        bestScore = Math.max(bestScore, score);
        sum += Math.exp(score);
      }
      return;
    }
    for (int tag = 0; tag < TAGS.size(); tag++) {
      if (Arrays.stream(TAGS.allowedBefore(tag)).anyMatch(b -> b == before)) {
        way[at] = tag;
        tryAll(states, moves, way, at + 1, tag);
      }
    }
  }

  private static double score(double[][] states, double[] moves, int[] way) {
    double score = 0;
    for (int i = 0; i < way.length; i++) {
      int before = i == 0 ? Tags.OUTSIDE : way[i - 1];
      score += states[i][way[i]] + moves[before * TAGS.size() + way[i]];
    }
    return score;
  }
}
