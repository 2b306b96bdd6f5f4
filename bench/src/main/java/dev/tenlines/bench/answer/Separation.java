package dev.tenlines.bench.answer;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** How well scores tell two kinds of rows apart. */
final class Separation {
  private Separation() {}

  /** The chance that a row of the kind has a higher score than one that is not. */
  static <T> double auc(List<T> rows, Predicate<T> kind, ToDoubleFunction<T> score) {
    double sum = 0;
    double pairs = 0;
    for (T a : rows) {
      for (T b : rows) {
        if (kind.test(a) && !kind.test(b)) {
          pairs++;
          sum += (Math.signum(score.applyAsDouble(a) - score.applyAsDouble(b)) + 1) / 2;
        }
      }
    }
    return sum / Math.max(1, pairs);
  }
}
