package dev.tenlines.learn;

import dev.tenlines.learn.Attributes.Sparse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The small model: multinomial logistic regression over hashed n-grams and, where an embedder is
 * there, a sentence embedding. Immutable and safe for many threads.
 */
public final class Classifier {
  private final List<String> labels;
  private final Attributes attributes;
  private final Quick quick;
  private final Softmax softmax;
  private final float scale;
  private final float temperature;
  private final Familiarity familiarity;
  private final Vectors vectors;

  Classifier(
      List<String> labels,
      Attributes attributes,
      Quick quick,
      Softmax softmax,
      float scale,
      float temperature,
      Familiarity familiarity,
      Vectors vectors) {
    this.labels = List.copyOf(labels);
    this.attributes = attributes;
    this.quick = quick;
    this.softmax = softmax;
    this.scale = scale;
    this.temperature = temperature;
    this.familiarity = familiarity;
    this.vectors = vectors;
  }

  public List<String> labels() {
    return labels;
  }

  /** The least familiarity that may be answered. */
  public double gate() {
    return familiarity.gate();
  }

  /** How much the embedding counts beside the n-grams; 0 when it is not used to classify. */
  public double embeddingWeight() {
    return scale;
  }

  /** Predicts the label of a text; a text without words or signs gets the most usual one. */
  public Prediction predict(String text) {
    Sparse row = attributes.of(text);
    Prediction sure = quick.sure(labels, row);
    if (sure != null) {
      return sure;
    }
    float[] vector = vectors.of(text);
    float[] logits = softmax.logits(row, vector, scale);
    double[] signals = familiarity.signals(logits, vector);
    return Prediction.of(labels, logits, temperature)
        .withFamiliarity(familiarity.value(signals), signals);
  }

  /** The same model with its gate set by texts it was not trained on; labels are not needed. */
  public Classifier calibrated(List<Prediction> unseen) {
    Familiarity set = familiarity.calibrated(unseen.stream().map(Prediction::signals).toList());
    return new Classifier(labels, attributes, quick, softmax, scale, temperature, set, vectors);
  }

  /** The same model over another source of the same vectors, if it uses any. */
  public Classifier over(@Nullable Embedder embedder) {
    Vectors other = vectors.dimensions() == 0 ? vectors : new Vectors(embedder);
    return new Classifier(
        labels, attributes, quick, softmax, scale, temperature, familiarity, other);
  }

  /** The same prediction with its familiarity on this model's scale. */
  public Prediction rescaled(Prediction prediction) {
    double[] signals = prediction.signals();
    return signals.length == 0
        ? prediction
        : prediction.withFamiliarity(familiarity.value(signals), signals);
  }

  /** The probability that a text is not of a label; 1 for a label the model does not know. */
  public double elsewhere(Prediction prediction, String label) {
    int place = labels.indexOf(label);
    return place < 0 ? 1 : 1 - prediction.probabilities()[place];
  }

  Attributes attributes() {
    return attributes;
  }

  Quick quick() {
    return quick;
  }

  Softmax softmax() {
    return softmax;
  }

  float temperature() {
    return temperature;
  }

  Familiarity familiarity() {
    return familiarity;
  }

  Vectors vectors() {
    return vectors;
  }
}
