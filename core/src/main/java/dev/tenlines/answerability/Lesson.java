package dev.tenlines.answerability;

import java.util.List;

/**
 * A question of the past and what people said of its answer.
 *
 * @param features what {@link Answerability#features} saw of it
 * @param answered whether the sentences found do answer it
 */
public record Lesson(List<Double> features, boolean answered) {
  public Lesson {
    features = List.copyOf(features);
  }
}
