package dev.tenlines.learn;

import java.time.Instant;

/**
 * The evidence that one rung version keeps a promise above one threshold, or that it does not yet.
 *
 * @param id {@code c_…}
 * @param rung name and version, {@code classifier@12}
 * @param group the label whose own promise this is, or empty for the general promise
 * @param kind what is promised
 * @param promised the promised share
 * @param stated the confidence of the promise
 * @param confidence the confidence this certificate was tested at: the stated one or above, where
 *     rungs share the chance of a broken promise
 * @param threshold the lowest certified score; infinite while the rung stays shut
 * @param rows judged rows at or above the threshold
 * @param errors wrong ones among them
 * @param bound exact upper bound of the true share at the confidence
 * @param missing further clean labels it takes at the least before it can open; 0 when open
 * @param issued when it was tested
 * @param source what rows it was tested on
 */
public record Certificate(
    String id,
    String rung,
    String group,
    Kind kind,
    double promised,
    double stated,
    double confidence,
    double threshold,
    int rows,
    int errors,
    double bound,
    int missing,
    Instant issued,
    String source) {

  /** What share a certificate bounds. */
  public enum Kind {
    /** Wrong answers among the answers. */
    ERROR,
    /** Inputs of the group's label that were answered as something else. */
    MISSED
  }

  /** Whether the rung may answer alone above the threshold. */
  public boolean open() {
    return Double.isFinite(threshold);
  }

  /** The same certificate after audits have broken it: it opens for no score. */
  public Certificate shut() {
    return new Certificate(
        id,
        rung,
        group,
        kind,
        promised,
        stated,
        confidence,
        Double.POSITIVE_INFINITY,
        rows,
        errors,
        bound,
        Math.max(1, missing),
        issued,
        source);
  }

  /** The same evidence under the name the rung version has where it is installed. */
  public Certificate ofRung(String name) {
    return new Certificate(
        id,
        name,
        group,
        kind,
        promised,
        stated,
        confidence,
        threshold,
        rows,
        errors,
        bound,
        missing,
        issued,
        source);
  }
}
