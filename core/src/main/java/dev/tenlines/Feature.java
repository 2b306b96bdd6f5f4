package dev.tenlines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One AI feature as an application declares it.
 *
 * @param name lower-case letters, digits, {@code -} and {@code _}
 * @param labels each label with its description, in the declared order
 * @param none the label that means "none of these", or null; it is learned but never answered
 * @param input the column or field that holds the text when rows of a file are asked
 * @param rungs the rungs from the lowest to the highest
 * @param review how people work on its reviews
 */
public record Feature(
    String name,
    Kind kind,
    Map<String, String> labels,
    @Nullable String none,
    String input,
    Profile profile,
    Promise promise,
    Stage stage,
    List<String> rungs,
    ReviewPolicy review) {

  /** What kinds of feature there are. */
  public enum Kind {
    CLASSIFY
  }

  /** The rung names a classification climbs unless it declares others. */
  public static final List<String> CLASSIFY_RUNGS =
      List.of("rules", "cache", "classifier", "review");

  public Feature {
    if (!name.matches("[a-z][a-z0-9_-]{0,62}")) {
      throw new TenlinesException(
          "TL-103",
          "The feature name (" + name + ") is not usable.",
          "Maybe use lower-case letters, digits, - and _, starting with a letter.");
    }
    labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    rungs = List.copyOf(rungs);
  }

  /** A classification into these labels with every default. */
  public static Feature classify(String name, String... labels) {
    Map<String, String> described = new LinkedHashMap<>();
    for (String label : labels) {
      described.put(label, "");
    }
    return new Feature(
        name,
        Kind.CLASSIFY,
        described,
        null,
        "body",
        Profile.UNSTATED,
        Promise.DEFAULT,
        Stage.AUTO,
        CLASSIFY_RUNGS,
        ReviewPolicy.DEFAULT);
  }

  public Feature withPromise(double error, double confidence) {
    return withPromise(new Promise(error, confidence, promise.labels()));
  }

  public Feature withPromise(Promise other) {
    return new Feature(name, kind, labels, none, input, profile, other, stage, rungs, review);
  }

  public Feature withProfile(Profile other) {
    return new Feature(name, kind, labels, none, input, other, promise, stage, rungs, review);
  }

  public Feature withStage(Stage other) {
    return new Feature(name, kind, labels, none, input, profile, promise, other, rungs, review);
  }

  public Feature withRungs(String... names) {
    return new Feature(
        name, kind, labels, none, input, profile, promise, stage, List.of(names), review);
  }

  public Feature withReview(ReviewPolicy other) {
    return new Feature(name, kind, labels, none, input, profile, promise, stage, rungs, other);
  }

  /** The labels that may leave as an answer. */
  public List<String> answerable() {
    List<String> known = new ArrayList<>(labels.keySet());
    known.remove(none);
    return known;
  }

  /** Whether a person stands at the top of the ladder. */
  public boolean reviewed() {
    return rungs.contains("review");
  }
}
