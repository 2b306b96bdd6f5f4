package dev.tenlines.classify;

import dev.tenlines.Feature;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Prediction;
import java.util.List;

/**
 * Proposes the small model's label. It has nothing to say about inputs unlike anything it was
 * trained on, and about inputs that may be of a label that must not be missed.
 */
public final class ClassifierRung implements Rung<String> {
  private static final Attempt<String> EMPTY = new Abstained<>("the input is empty");

  private final Feature feature;
  private final Classifier classifier;
  private final int version;
  private final Certificates certificates;

  public ClassifierRung(
      Feature feature, Classifier classifier, int version, Certificates certificates) {
    this.feature = feature;
    this.classifier = classifier;
    this.version = version;
    this.certificates = certificates;
  }

  @Override
  public String name() {
    return "classifier";
  }

  @Override
  public String version() {
    return Integer.toString(version);
  }

  @Override
  public Attempt<String> attempt(Ask ask) {
    return ask.input().isBlank() ? EMPTY : judge(ask.input(), classifier.predict(ask.input()));
  }

  /** What the model says of a text, before the rung makes anything of it. */
  Prediction predict(String text) {
    return classifier.predict(text);
  }

  /** What the rung makes of a prediction for a text. */
  public Attempt<String> judge(String input, Prediction prediction) {
    if (input.isBlank()) {
      return EMPTY;
    }
    if (prediction.familiarity() < classifier.gate()) {
      return new Abstained<>(
          "unlike the training texts (%.2f below %.2f)"
              .formatted(prediction.familiarity(), classifier.gate()));
    }
    if (prediction.label().equals(feature.none())) {
      return new Abstained<>("looks like none of the labels");
    }
    if (!feature.labels().containsKey(prediction.label())) {
      return new Abstained<>("looks like " + prediction.label() + ", which is no label any more");
    }
    for (Certificate guard : certificates.missed(id())) {
      if (!prediction.label().equals(guard.group())
          && classifier.elsewhere(prediction, guard.group()) < guard.threshold()) {
        return new Abstained<>("may be " + guard.group() + ", which must not be missed");
      }
    }
    return new Proposed<>(
        prediction.label(),
        prediction.margin(),
        prediction.probability(),
        feature.promise().groupOf(prediction.label()),
        null,
        List.of(),
        Money.ZERO);
  }
}
