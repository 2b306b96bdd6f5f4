package dev.tenlines.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the loosest threshold at which a rung provably keeps a promised error share.
 *
 * <p>The rows are sorted by score. From strict to loose, cut after cut, the exact binomial tail of
 * the errors above the cut is compared with the chance of error that may be spent. This is
 * fixed-sequence testing (Angelopoulos et al., "Learn then test", 2021) with the fallback of Wiens
 * (Pharmaceutical Statistics, 2003): the chance is split over several starting cuts; while cuts
 * pass, the shares of the starts add up; a cut that fails loses what was gathered, and testing goes
 * on at the next start with that start's own share. So one unlucky early row does not shut the
 * rung, and the chance that any passed cut breaks the promise stays at most one minus the
 * confidence.
 */
public final class FixedSequence {
  private static final int CUTS = 100;

  private FixedSequence() {}

  /** One judged row. */
  public record Scored(double score, boolean wrong) {}

  /**
   * The outcome of a test.
   *
   * @param threshold the lowest score that passed; infinite when none did
   * @param rows judged rows at or above it
   * @param errors wrong ones among them
   */
  public record Cut(double threshold, int rows, int errors) {
    static final Cut NONE = new Cut(Double.POSITIVE_INFINITY, 0, 0);
  }

  /**
   * Tests a random sample of a rung's traffic.
   *
   * @param promised the promised error share
   * @param delta the chance that the promise may break
   */
  public static Cut test(List<Scored> sample, double promised, double delta) {
    Scored[] rows = sample.toArray(Scored[]::new);
    Arrays.sort(rows, Comparator.comparingDouble(Scored::score).reversed());
    List<Start> starts = starts(rows.length, promised, delta);
    double budget = 0;
    int started = 0;
    int errors = 0;
    int nextCut = Math.min(starts.getFirst().rows(), rows.length);
    int step = Math.max(1, rows.length / CUTS);
    Cut best = Cut.NONE;
    for (int n = 1; n <= rows.length; n++) {
      errors += rows[n - 1].wrong() ? 1 : 0;
      boolean tied = n < rows.length && rows[n].score() == rows[n - 1].score();
      if (tied || (n < nextCut && n < rows.length)) {
        continue;
      }
      while (started < starts.size() && n >= Math.min(starts.get(started).rows(), rows.length)) {
        budget += starts.get(started++).delta();
      }
      if (budget > 0 && Binomial.atMost(errors, n, promised) <= budget) {
        best = new Cut(rows[n - 1].score(), n, errors);
      } else {
        budget = 0;
      }
      nextCut = n + step;
    }
    return best;
  }

  /**
   * A place where testing starts.
   *
   * @param rows the rows of its first cut
   * @param delta its own chance of a broken promise
   */
  private record Start(int rows, double delta) {}

  /**
   * The more rows there are for one certificate, the more errors the first cut may hold and the
   * less its luck decides. The number of rows is known before any label is looked at.
   */
  private static List<Start> starts(int rows, double promised, double delta) {
    double plenty = rows / (double) Binomial.draws(0, promised, delta);
    if (plenty < 3) {
      return List.of(start(0, promised, 0.8 * delta), start(1, promised, 0.2 * delta));
    }
    return plenty < 6
        ? List.of(start(1, promised, 0.8 * delta), start(4, promised, 0.2 * delta))
        : List.of(start(2, promised, 0.7 * delta), start(8, promised, 0.3 * delta));
  }

  private static Start start(int errors, double promised, double delta) {
    return new Start(Binomial.draws(errors, promised, delta), delta);
  }

  /**
   * How many further clean labels it takes at the least before a cut can pass.
   *
   * @return 0 when a cut passes already
   */
  public static int missing(List<Scored> sample, double promised, double delta) {
    Scored[] rows = sample.toArray(Scored[]::new);
    Arrays.sort(rows, Comparator.comparingDouble(Scored::score).reversed());
    int errors = 0;
    int fewest = Binomial.draws(0, promised, delta);
    for (int n = 1; n <= rows.length; n++) {
      errors += rows[n - 1].wrong() ? 1 : 0;
      // Between two errors the last row is the best, and less than errors / promised never passes.
      boolean last = n == rows.length || rows[n].wrong();
      if (last && errors / promised - n < fewest) {
        fewest = Math.min(fewest, Binomial.draws(errors, promised, delta) - n);
      }
    }
    return Math.max(0, fewest);
  }
}
