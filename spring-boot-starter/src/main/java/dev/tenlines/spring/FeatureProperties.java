package dev.tenlines.spring;

import dev.tenlines.Feature;
import dev.tenlines.Profile;
import dev.tenlines.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One feature in {@code application.yml}.
 *
 * @param kind What the feature does.
 * @param labels Each label with its description, which may be empty. A label with other characters
 *     than letters, digits, - and _ is written "[in brackets]".
 * @param none The label that means none of these. It is learned but never answered.
 * @param input The column that holds the text when rows of a file are asked.
 * @param profile The five facts about the task, from which the plan follows.
 * @param promise The promised error rate.
 * @param stage How far the feature is trusted.
 * @param rungs The rungs from the lowest to the highest; those usual for the kind when not stated.
 * @param review How people work on what was deferred.
 * @param details What only its kind reads: macros and must-mention of a draft.
 */
public record FeatureProperties(
    @DefaultValue("classify") Feature.Kind kind,
    @DefaultValue Map<String, String> labels,
    @Nullable String none,
    @DefaultValue("body") String input,
    @DefaultValue Facts profile,
    @DefaultValue Promised promise,
    @DefaultValue("auto") Stage stage,
    @Nullable List<String> rungs,
    @DefaultValue Reviewed review,
    @DefaultValue Map<String, List<String>> details) {

  /**
   * The five facts about the task.
   *
   * @param languageTask Whether the task is about language. Arithmetic and look-ups are not.
   * @param rule How much of the task a deterministic rule decides.
   * @param wrongAnswerCost What one wrong answer costs, such as 2.50 EUR.
   * @param reviewCost What one person's decision costs, such as 0.40 EUR.
   * @param latencyBudget The deadline of the whole climb, such as 2s or 150ms.
   * @param volume How many requests come, such as 50000/month.
   */
  public record Facts(
      @DefaultValue("true") boolean languageTask,
      @DefaultValue("partial") Profile.Rule rule,
      @Nullable String wrongAnswerCost,
      @Nullable String reviewCost,
      @DefaultValue("2s") Duration latencyBudget,
      @Nullable String volume) {}

  /**
   * The promised error rate.
   *
   * @param error The share of unattended answers that may be wrong, such as 2%. By default the cost
   *     of a review over the cost of a wrong answer, else 2%.
   * @param confidence How sure the promise is, such as 90%.
   * @param labels Promises of single labels, by label.
   */
  public record Promised(
      @Nullable String error,
      @DefaultValue("90%") String confidence,
      @DefaultValue Map<String, PromisedLabel> labels) {}

  /**
   * A promise for one label.
   *
   * @param error The share of answers with this label that may be wrong.
   * @param missed The share of inputs of this label that may be answered as something else.
   */
  public record PromisedLabel(@Nullable String error, @Nullable String missed) {}

  /**
   * How people work on what was deferred.
   *
   * @param due How long an item may wait, such as 4h. As long as it takes when not stated.
   * @param otherwise What happens when nobody came by then: stay, decline, or a label that is safe.
   * @param audits The share of all requests that people judge blind, such as 2%.
   * @param reasons Why an item may be rejected. The reviewer may also write one.
   */
  public record Reviewed(
      @Nullable Duration due,
      @DefaultValue("stay") String otherwise,
      @DefaultValue("2%") String audits,
      @Nullable List<String> reasons) {}
}
