package dev.tenlines.trial;

import dev.tenlines.Feature;
import dev.tenlines.Plan;
import dev.tenlines.Profile;
import dev.tenlines.Promise;
import dev.tenlines.cost.Money;
import dev.tenlines.project.FeatureText;
import dev.tenlines.project.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The five questions without data: what follows from the answers, why, and what it costs.
 *
 * @param verdict the advice in one sentence
 * @param reasons one for each fact that mattered
 * @param costs what a month costs at several shares answered without a person; empty when no money
 *     or volume is stated
 * @param yaml a block for {@code tenlines.yaml}, or code to write instead
 */
public record Advice(String verdict, List<String> reasons, Map<String, Money> costs, String yaml) {

  /** What kind of task it is. */
  public enum Task {
    LANGUAGE,
    ARITHMETIC,
    LOOKUP
  }

  private static final int[] SHARES = {0, 50, 80, 95};

  /** Advises on a feature of this name. */
  public static Advice of(String name, Task task, Profile profile, @Nullable Double error) {
    return switch (task) {
      case ARITHMETIC ->
          instead("arithmetic", "Code computes it exactly, at once and for nothing.", SUM);
      case LOOKUP ->
          instead(
              "a look-up", "A query finds it exactly, and can say when it is not there.", QUERY);
      case LANGUAGE -> language(name, profile, error);
    };
  }

  private static final String SUM =
      """
      BigDecimal total = lines.stream()
          .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
          .reduce(BigDecimal.ZERO, BigDecimal::add)
          .setScale(2, RoundingMode.HALF_UP);
      """;

  private static final String QUERY =
      """
      Optional<Order> order = jdbc.sql("select * from orders where number = ?")
          .param(number)
          .query(Order.class)
          .optional();
      """;

  private static Advice instead(String what, String why, String code) {
    return new Advice(
        "No: this is " + what + ". Write code; arithmetic and look-ups never go to an LLM.",
        List.of(why, "A model would be right most of the time, which is wrong."),
        Map.of(),
        code);
  }

  private static Advice language(String name, Profile profile, @Nullable Double stated) {
    List<String> reasons = new ArrayList<>();
    Double implied = profile.impliedError();
    double error = stated != null ? stated : implied != null ? implied : Promise.DEFAULT.error();
    List<String> rungs = new ArrayList<>(List.of("rules"));
    if (profile.rule() == Profile.Rule.COMPLETE) {
      reasons.add("A complete rule exists: no model can be better, and none may be used.");
      rungs.add("review");
    } else {
      rungs.addAll(List.of("cache", "classifier", "review"));
      reasons.add(
          profile.rule() == Profile.Rule.PARTIAL
              ? "Rules decide a part: they go first. A trial looks for them in your data."
              : "No rule is known: a trial looks for a list of at most ten lines all the same.");
      reasons.add(
          "People's verdicts train the small model, so the share they answer falls with use.");
    }
    if (stated == null && implied != null) {
      reasons.add(
          "A wrong answer costs "
              + profile.wrongAnswerCost()
              + ", a review "
              + profile.reviewCost()
              + ": a person is worth it above "
              + Shares.format(error)
              + " error, so that is the promise.");
    }
    if (profile.highStakes()) {
      reasons.add("A wrong answer is dear: a person has to stand at the top of the ladder.");
    }
    if (profile.latencyBudget().compareTo(Plan.FASTEST_MODEL) < 0) {
      reasons.add(
          "A budget of " + profile.latencyBudget().toMillis() + " ms leaves no time for an LLM.");
    }
    Feature feature =
        Feature.classify(name, "label_one", "label_two")
            .withProfile(profile)
            .withPromise(error, Promise.DEFAULT.confidence())
            .withRungs(rungs.toArray(String[]::new));
    String verdict =
        profile.rule() == Profile.Rule.COMPLETE
            ? "No: write the rule down. You do not need a model for this."
            : "Start with rules and a small model, with people behind them; measure before any LLM: "
                + "./tenlines trial FILE --text COLUMN --label COLUMN";
    return new Advice(verdict, reasons, costs(profile, error), FeatureText.file(List.of(feature)));
  }

  /**
   * A month's reviews plus the wrong answers the promise allows, at several shares answered alone.
   */
  private static Map<String, Money> costs(Profile profile, double error) {
    Map<String, Money> costs = new LinkedHashMap<>();
    Money wrong = profile.wrongAnswerCost();
    Money review = profile.reviewCost();
    if (wrong == null || review == null || profile.volume() == null) {
      return costs;
    }
    long month = profile.volume().perMonth();
    for (int share : SHARES) {
      long alone = Math.round(month * share / 100.0);
      costs.put(
          share + " % answered alone",
          review.times(month - alone).plus(wrong.times(Math.round(alone * error))));
    }
    return costs;
  }
}
