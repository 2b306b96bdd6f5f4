package dev.tenlines.answerability;

import java.util.List;

/** The model of questions, with what verdicts added to it. */
final class Taught {
  /** The pull back to the shipped weights: as strong as so many lessons. */
  private static final double PRIOR = 8;

  private static final int STEPS = 300;

  private final Logistic model;

  private Taught(Logistic model) {
    this.model = model;
  }

  static Taught prior(Logistic shipped) {
    return new Taught(shipped);
  }

  double chance(Features features) {
    return Logistic.chance(model.of(features));
  }

  /** Lessons of another version's features teach nothing. */
  static Taught learn(Logistic shipped, List<Lesson> lessons) {
    int n = shipped.weights().length;
    List<Lesson> fit = lessons.stream().filter(l -> l.features().size() == n).toList();
    double[] weights = shipped.weights().clone();
    double bias = shipped.bias();
    for (int step = 0; step < STEPS && !fit.isEmpty(); step++) {
      double[] slope = new double[n];
      double biasSlope = 0;
      Logistic now = shipped.weighted(weights, bias);
      for (Lesson lesson : fit) {
        double[] values = lesson.features().stream().mapToDouble(Double::doubleValue).toArray();
        double error = Logistic.chance(now.of(values)) - (lesson.answered() ? 1 : 0);
        for (int i = 0; i < n; i++) {
          slope[i] += error * shipped.scaled(values[i], i);
        }
        biasSlope += error;
      }
      double rate = 1.0 / (PRIOR + 0.25 * fit.size() * (n + 1));
      for (int i = 0; i < n; i++) {
        weights[i] -= rate * (slope[i] + PRIOR * (weights[i] - shipped.weights()[i]));
      }
      bias -= rate * (biasSlope + (bias - shipped.bias()));
    }
    return new Taught(shipped.weighted(weights, bias));
  }
}
