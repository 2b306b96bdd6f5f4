package dev.tenlines.ranking;

import dev.tenlines.fields.FieldSpec;
import java.util.List;

/**
 * What was learned about one field.
 *
 * @param values weighs values against each other and against none
 * @param places weighs the mentions of one value against each other
 * @param none the score of a document without a value
 * @param temperature makes the shares as large as values are right
 */
record FieldModel(
    FieldSpec field, Memory memory, Weights values, Weights places, float none, float temperature) {

  /** How likely each of these values is right. */
  double[] probabilities(List<long[]> groups) {
    double[] out = new double[groups.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = values.score(groups.get(i)) / temperature;
    }
    if (field.many()) {
      for (int i = 0; i < out.length; i++) {
        out[i] = 1 / (1 + Math.exp(none / temperature - out[i]));
      }
      return out;
    }
    return shares(out, none / temperature);
  }

  /** Shares of one that belong to scores, beside the score of nothing. */
  static double[] shares(double[] scores, double nothing) {
    double top = nothing;
    for (double score : scores) {
      top = Math.max(top, score);
    }
    double sum = Math.exp(nothing - top);
    double[] out = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      out[i] = Math.exp(scores[i] - top);
      sum += out[i];
    }
    for (int i = 0; i < scores.length; i++) {
      out[i] /= sum;
    }
    return out;
  }
}
