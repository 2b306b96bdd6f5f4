package dev.tenlines.bench.summarize;

import dev.tenlines.support.Ground;
import dev.tenlines.support.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Fits the weights of {@link Score}: a logistic regression that holds both labels as dear. */
final class SupportFit {
  private static final double[] RIDGES = {3, 10, 30, 100};
  private static final int FOLDS = 8;
  private static final int STEPS = 10;

  /**
   * A summary that was judged.
   *
   * @param group its source's number: summaries of one source are never in two folds
   * @param bad whether something in it is made up
   */
  record Judged(double[] counts, int group, boolean bad) {}

  private SupportFit() {}

  /** Prints weights: the folder of the data as the argument. */
  public static void main(String[] arguments) throws IOException {
    List<Judged> rows = judged(SupportRows.summaries(Path.of(arguments[0])));
    System.out.println(Arrays.toString(fit(rows, ridge(rows, 1))));
  }

  static List<Judged> judged(List<SupportRows.Summary> rows) {
    Map<String, Integer> groups = new HashMap<>();
    Map<String, Ground> grounds = new HashMap<>();
    List<Judged> judged = new ArrayList<>();
    for (SupportRows.Summary row : rows) {
      int group = groups.computeIfAbsent(row.source(), source -> groups.size());
      Ground ground = grounds.computeIfAbsent(row.source(), source -> Ground.of(List.of(source)));
      judged.add(new Judged(Score.counts(ground, row.text()), group, row.bad()));
    }
    return judged;
  }

  /** Balanced accuracy on folds that nothing was fitted on, not even the ridge. */
  static double nested(List<Judged> rows, long seed) {
    int[] folds = folds(rows, seed);
    boolean[] said = new boolean[rows.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Judged> rest = rest(rows, folds, fold);
      double[] weights = fit(rest, ridge(rest, seed + 1));
      for (int i = 0; i < said.length; i++) {
        if (folds[i] == fold) {
          said[i] = Score.madeUp(rows.get(i).counts(), weights) > Score.STANDS;
        }
      }
    }
    return balanced(rows, said);
  }

  static double balanced(List<Judged> rows, double[] weights) {
    boolean[] said = new boolean[rows.size()];
    for (int i = 0; i < said.length; i++) {
      said[i] = Score.madeUp(rows.get(i).counts(), weights) > Score.STANDS;
    }
    return balanced(rows, said);
  }

  /** The ridge whose weights do best on folds they were not fitted on. */
  static double ridge(List<Judged> rows, long seed) {
    int[] folds = folds(rows, seed);
    double best = RIDGES[0];
    double most = 0;
    for (double ridge : RIDGES) {
      boolean[] said = new boolean[rows.size()];
      for (int fold = 0; fold < FOLDS; fold++) {
        double[] weights = fit(rest(rows, folds, fold), ridge);
        for (int i = 0; i < said.length; i++) {
          said[i] |= folds[i] == fold && Score.madeUp(rows.get(i).counts(), weights) > Score.STANDS;
        }
      }
      double right = balanced(rows, said);
      if (right > most) {
        most = right;
        best = ridge;
      }
    }
    return best;
  }

  /** Newton's method; the constant bears no ridge. */
  static double[] fit(List<Judged> rows, double ridge) {
    int bad = (int) rows.stream().filter(Judged::bad).count();
    double forBad = 0.5 * rows.size() / Math.max(1, bad);
    double forGood = 0.5 * rows.size() / Math.max(1, rows.size() - bad);
    double[] weights = new double[rows.getFirst().counts().length + 1];
    for (int step = 0; step < STEPS; step++) {
      // The last column is the slope, the others how it bends.
      double[][] bends = new double[weights.length][weights.length + 1];
      for (int j = 0; j < weights.length; j++) {
        bends[j][j] = j == 0 ? 1e-6 : ridge;
        bends[j][weights.length] = j == 0 ? 0 : ridge * weights[j];
      }
      for (Judged row : rows) {
        double dear = row.bad() ? forBad : forGood;
        double said = Score.madeUp(row.counts(), weights);
        for (int j = 0; j < weights.length; j++) {
          for (int k = 0; k < weights.length; k++) {
            bends[j][k] += dear * said * (1 - said) * at(row, j) * at(row, k);
          }
          bends[j][weights.length] += dear * (said - (row.bad() ? 1 : 0)) * at(row, j);
        }
      }
      double[] move = solve(bends);
      for (int j = 0; j < weights.length; j++) {
        weights[j] -= move[j];
      }
    }
    return weights;
  }

  private static double at(Judged row, int weight) {
    return weight == 0 ? 1 : row.counts()[weight - 1];
  }

  /** Gauss and Jordan; the diagonal is never zero here. */
  private static double[] solve(double[][] rows) {
    int n = rows.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double times = j == i ? 0 : rows[j][i] / rows[i][i];
        for (int k = i; k <= n && times != 0; k++) {
          rows[j][k] -= times * rows[i][k];
        }
      }
    }
    double[] solved = new double[n];
    for (int i = 0; i < n; i++) {
      solved[i] = rows[i][n] / rows[i][i];
    }
    return solved;
  }

  private static List<Judged> rest(List<Judged> rows, int[] folds, int fold) {
    List<Judged> rest = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] != fold) {
        rest.add(rows.get(i));
      }
    }
    return rest;
  }

  private static int[] folds(List<Judged> rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Integer, Integer> folds = new HashMap<>();
    return rows.stream()
        .mapToInt(row -> folds.computeIfAbsent(row.group(), group -> random.nextInt(FOLDS)))
        .toArray();
  }

  static double balanced(List<Judged> rows, boolean[] said) {
    double[] right = new double[2];
    double[] all = new double[2];
    for (int i = 0; i < said.length; i++) {
      int label = rows.get(i).bad() ? 1 : 0;
      all[label]++;
      right[label] += said[i] == rows.get(i).bad() ? 1 : 0;
    }
    return (right[0] / Math.max(1, all[0]) + right[1] / Math.max(1, all[1])) / 2;
  }
}
