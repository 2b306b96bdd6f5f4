package dev.tenlines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What follows from a feature's five facts: the ordered rungs, each with its reason, and what is
 * wrong.
 *
 * @param rungs the rungs that will be climbed, lowest first
 * @param findings errors stop the start
 */
public record Plan(Feature feature, List<Line> rungs, List<Finding> findings) {
  /** Under this budget no model can answer in time. */
  public static final Duration FASTEST_MODEL = Duration.ofMillis(200);

  public Plan {
    rungs = List.copyOf(rungs);
    findings = List.copyOf(findings);
  }

  /**
   * One rung of the plan.
   *
   * @param rung its name
   * @param used false when a fact strikes it out
   * @param reason which fact caused what
   */
  public record Line(String rung, boolean used, String reason) {}

  /** Reads the plan off the facts. */
  public static Plan of(Feature feature) {
    List<Finding> findings = new ArrayList<>();
    List<Line> rungs = new ArrayList<>();
    for (String rung : feature.rungs()) {
      rungs.add(line(feature, rung, findings));
    }
    findings.addAll(feature.kind().task().findings(feature));
    stakes(feature, findings);
    order(feature, findings);
    stage(feature, findings);
    late(feature, findings);
    return new Plan(feature, rungs, findings);
  }

  /** The names of the rungs that will be climbed. */
  public List<String> used() {
    return rungs.stream().filter(Line::used).map(Line::rung).toList();
  }

  /** The errors among the findings. */
  public List<Finding> errors() {
    return findings.stream().filter(f -> f.level() == Finding.Level.ERROR).toList();
  }

  private static Line line(Feature feature, String rung, List<Finding> findings) {
    Profile profile = feature.profile();
    if (rung.startsWith("model:")) {
      return model(feature, rung, findings);
    }
    if (rung.equals("review")) {
      return new Line(rung, true, review(feature));
    }
    Task<?> task = feature.kind().task();
    if (task.known().contains(rung)) {
      return new Line(rung, true, task.reason(rung, profile));
    }
    findings.add(
        Finding.error(
            "TL-134",
            "The rung (" + rung + ") of feature (" + feature.name() + ") is not known.",
            "Maybe it is one of: " + String.join(", ", task.known()) + ", model:NAME, review."));
    return new Line(rung, false, "not known");
  }

  private static Line model(Feature feature, String rung, List<Finding> findings) {
    Profile profile = feature.profile();
    if (!profile.languageTask()) {
      findings.add(
          Finding.error(
              "TL-130",
              "The feature ("
                  + feature.name()
                  + ") is no language task but has the rung ("
                  + rung
                  + ").",
              "Maybe compute or look the answer up in code: arithmetic and look-ups never go to an LLM."));
      return new Line(rung, false, "language-task: false, so no model may answer");
    }
    if (profile.rule() == Profile.Rule.COMPLETE) {
      findings.add(
          Finding.error(
              "TL-131",
              "The feature ("
                  + feature.name()
                  + ") has a complete rule but also the rung ("
                  + rung
                  + ").",
              "Maybe drop the model rung, or say rule: partial."));
      return new Line(rung, false, "rule: complete, so no model is needed");
    }
    if (profile.latencyBudget().compareTo(FASTEST_MODEL) < 0) {
      return new Line(
          rung,
          false,
          "latency-budget: "
              + profile.latencyBudget().toMillis()
              + "ms is under 200ms, so only a cached model answer can come");
    }
    return new Line(rung, true, "climbed only where the rungs below are not sure");
  }

  private static String review(Feature feature) {
    if (!feature.unattended()) {
      return "a person decides every " + lower(feature.kind());
    }
    Profile profile = feature.profile();
    Double implied = profile.impliedError();
    return implied == null
        ? "whatever nobody may answer alone goes to a person"
        : String.format(
            Locale.ROOT,
            "wrong-answer-cost %s and review-cost %s: a person is worth it above %.1f %% error%s",
            profile.wrongAnswerCost(),
            profile.reviewCost(),
            implied * 100,
            forecast(profile));
  }

  /**
   * What a month of reviews costs at the stated volume if nobody else answers, and a tenth of it.
   */
  private static String forecast(Profile profile) {
    if (profile.volume() == null || profile.reviewCost() == null) {
      return "";
    }
    long month = profile.volume().perMonth();
    return "; volume "
        + profile.volume()
        + ": people cost "
        + profile.reviewCost().times(month)
        + " a month if everything is deferred, "
        + profile.reviewCost().times(month, 10)
        + " if a tenth is";
  }

  private static void stakes(Feature feature, List<Finding> findings) {
    Profile profile = feature.profile();
    if (profile.highStakes() && !feature.reviewed()) {
      findings.add(
          Finding.error(
              "TL-132",
              "A wrong answer of feature ("
                  + feature.name()
                  + ") costs "
                  + profile.wrongAnswerCost()
                  + " and no person stands behind it.",
              "Maybe add the rung review at the end."));
    }
    if (!profile.languageTask() && feature.rungs().contains("classifier")) {
      findings.add(
          Finding.warning(
              "TL-133",
              "The feature (" + feature.name() + ") is no language task but has a classifier.",
              "Maybe code answers it exactly."));
    }
  }

  private static void stage(Feature feature, List<Finding> findings) {
    if (feature.stage() == Stage.ASSIST
        && !feature.reviewed()
        && !feature.kind().task().asksTheAsker()) {
      findings.add(
          Finding.error(
              "TL-163",
              "The feature (" + feature.name() + ") is at stage assist but nobody reviews.",
              "Maybe add the rung review at the end."));
    }
  }

  /** What happens to reviews nobody came for. */
  private static void late(Feature feature, List<Finding> findings) {
    ReviewPolicy review = feature.review();
    String label = review.safeLabel();
    if (label != null && !feature.answerable().contains(label)) {
      findings.add(
          Finding.error(
              "TL-165",
              "The reviews of feature ("
                  + feature.name()
                  + ") end in ("
                  + label
                  + ") when nobody comes, which is no label.",
              "Maybe write stay, decline, or one of: "
                  + String.join(", ", feature.answerable())
                  + "."));
    }
    if (label != null && feature.profile().highStakes()) {
      findings.add(
          Finding.error(
              "TL-166",
              "A wrong answer of feature ("
                  + feature.name()
                  + ") costs "
                  + feature.profile().wrongAnswerCost()
                  + ", but ("
                  + label
                  + ") is answered when nobody comes.",
              "Maybe write otherwise: stay or decline."));
    }
    if (!review.otherwise().equals(ReviewPolicy.STAY) && review.due() == null) {
      findings.add(
          Finding.warning(
              "TL-167",
              "The reviews of feature ("
                  + feature.name()
                  + ") have a default ("
                  + review.otherwise()
                  + ") but no due time.",
              "Maybe add due: 4h."));
    }
  }

  private static void order(Feature feature, List<Finding> findings) {
    List<String> rungs = feature.rungs();
    int review = rungs.indexOf("review");
    if (review >= 0 && review < rungs.size() - 1
        || rungs.stream().distinct().count() < rungs.size()) {
      findings.add(
          Finding.error(
              "TL-135",
              "The rungs ("
                  + String.join(", ", rungs)
                  + ") of feature ("
                  + feature.name()
                  + ") are out of order.",
              "Maybe name each once, with review last."));
    }
    int rules = rungs.indexOf("rules");
    boolean later = rules > feature.kind().task().usual().indexOf("rules");
    if (rules > 0 && later) {
      findings.add(
          Finding.warning(
              "TL-138",
              "The rung (rules) of feature (" + feature.name() + ") is not the first.",
              "Maybe move it: rules cost nothing and can say why."));
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
