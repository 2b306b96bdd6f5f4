package dev.tenlines;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At most this share of the answers given without a person is wrong, with this confidence.
 *
 * @param error the share, above 0 and below 1
 * @param confidence above 0.5 and below 1
 * @param labels promises of single labels, by label
 */
public record Promise(double error, double confidence, Map<String, LabelPromise> labels) {

  public static final Promise DEFAULT = new Promise(0.02, 0.90, Map.of());

  public Promise {
    if (!(error > 0 && error < 1)) {
      throw new TenlinesException(
          "TL-101",
          "The promised error (" + error + ") must be above 0 and below 1.",
          "Maybe write 2% or 0.02.");
    }
    if (!(confidence >= 0.5 && confidence < 1)) {
      throw new TenlinesException(
          "TL-102",
          "The confidence (" + confidence + ") must be at least 0.5 and below 1.",
          "Maybe write 90% or 0.9.");
    }
    labels = Map.copyOf(labels);
  }

  public Promise(double error, double confidence) {
    this(error, confidence, Map.of());
  }

  /** The promised error for answers with this label: its own, or the general one. */
  public double errorOf(String label) {
    LabelPromise own = labels.get(label);
    return own != null && own.error() != null ? own.error() : error;
  }

  /** The group of answers that share one promise: the label if it has its own, else empty. */
  public String groupOf(String label) {
    LabelPromise own = labels.get(label);
    return own != null && own.error() != null ? label : "";
  }

  /**
   * A promise for one label.
   *
   * @param error the share of answers with this label that may be wrong, or null for the general
   *     promise
   * @param missed the share of inputs of this label that may be answered as something else, or null
   *     for no such promise
   */
  public record LabelPromise(@Nullable Double error, @Nullable Double missed) {}
}
