package dev.tenlines.spring.test;

import dev.tenlines.Feature;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Profile;
import dev.tenlines.Request;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Attempt;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rungs of a test's features say, text by text. A text that is not in the script goes to a
 * person, or is declined where the feature has no review rung. After each test the script is empty
 * again.
 *
 * <p>The script takes the place of every rung but {@code review}: rules, cache and model are tested
 * with {@code ./tenlines trial}, not here. Stages and reviews work as in production.
 */
public final class ScriptedRungs {
  private final Map<String, Feature> features;
  private final Map<Line, Attempt<String>> script = new ConcurrentHashMap<>();

  ScriptedRungs(Map<String, Feature> features) {
    this.features = Map.copyOf(features);
  }

  private record Line(String feature, String input) {}

  /** This text is answered with this label. */
  public void answer(String feature, String input, String label) {
    put(feature, input, proposed(feature, label, new Basis.Construction()));
  }

  /** This text goes to a person, who is shown no proposal. */
  public void defer(String feature, String input) {
    put(feature, input, new Attempt.Abstained<>("the script defers"));
  }

  /** This text goes to a person, who is shown this label as the proposal. */
  public void defer(String feature, String input, String proposal) {
    put(feature, input, proposed(feature, proposal, null));
  }

  /** The rung breaks at this text. */
  public void fail(String feature, String input) {
    put(feature, input, new Attempt.Failed<>("the script fails", Money.ZERO));
  }

  /** Forgets every line. */
  public void clear() {
    script.clear();
  }

  /** Opens every feature with its script in place of its rungs. */
  Tenlines open(TenlinesBuilder builder) {
    features.forEach((name, feature) -> {
      String rung = "model:script-" + name;
      builder
          .feature(scripted(feature, rung))
          .rung(rung, new ScriptedRung(request -> said(name, request)));
    });
    return builder.open();
  }

  /** The feature climbs the script, and then to its reviewer if it has one. */
  private static Feature scripted(Feature feature, String rung) {
    // A fact may forbid the rung that the script stands on, but what is tested is not the plan.
    Profile facts = feature.profile();
    Profile scriptable =
        new Profile(
            true,
            Profile.Rule.PARTIAL,
            facts.wrongAnswerCost(),
            facts.reviewCost(),
            Profile.UNSTATED.latencyBudget(),
            facts.volume());
    ReviewPolicy review = feature.review();
    // No audits: they are drawn at random, and a test is not.
    Feature climbing =
        feature
            .withProfile(scriptable)
            .withReview(new ReviewPolicy(review.due(), review.otherwise(), 0, review.reasons()));
    return feature.reviewed() ? climbing.withRungs(rung, "review") : climbing.withRungs(rung);
  }

  private Attempt<String> said(String feature, Request request) {
    return script.getOrDefault(
        new Line(feature, request.input()), new Attempt.Abstained<>("not in the script"));
  }

  private void put(String feature, String input, Attempt<String> attempt) {
    declared(feature);
    script.put(new Line(feature, input), attempt);
  }

  private Attempt<String> proposed(String name, String label, @Nullable Basis basis) {
    Feature feature = declared(name);
    if (feature.unattended() && !feature.answerable().contains(label)) {
      throw new TenlinesException(
          "TL-522",
          "The script answers (" + label + "), which is no label of feature (" + name + ").",
          "Maybe it is one of: " + String.join(", ", feature.answerable()) + ".");
    }
    String group = feature.promise().groupOf(label);
    return new Attempt.Proposed<>(label, 1, null, group, basis, List.of(), Money.ZERO);
  }

  private Feature declared(String name) {
    Feature feature = features.get(name);
    if (feature == null) {
      throw new TenlinesException(
          "TL-160",
          "The feature (" + name + ") is not declared.",
          "Maybe it is one of: " + String.join(", ", features.keySet()) + ".");
    }
    return feature;
  }
}
