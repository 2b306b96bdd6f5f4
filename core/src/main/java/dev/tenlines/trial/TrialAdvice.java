package dev.tenlines.trial;

import dev.tenlines.cost.Volume;
import dev.tenlines.learn.Certificate;
import dev.tenlines.project.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a trial's figures mean, in plain words. */
public final class TrialAdvice {
  private static final double ENOUGH = 0.8;

  private TrialAdvice() {}

  /** One sentence each. */
  public static List<String> of(TrialReport report) {
    Figures figures = report.figures();
    List<String> out = new ArrayList<>();
    out.add(rules(report, figures));
    out.add(classifier(report, figures));
    out.add(person(report, figures));
    if (!report.options().promise().labels().isEmpty()) {
      perLabel(report, figures, out);
    }
    out.add(llm(figures));
    return out;
  }

  private static String rules(TrialReport report, Figures figures) {
    int lines = report.rules().lines().size();
    if (lines == 0) {
      return "No rule lines held up on rows they were not found on.";
    }
    String found =
        String.format(
            Locale.ROOT,
            "%s %s %s of these at %s precision",
            words(lines),
            lines == 1 ? "line answers" : "lines answer",
            percent(figures.ruleCoverage()),
            percent(figures.rulePrecision()));
    double alone = figures.byRung().getOrDefault("rules", 0.0);
    if (alone > 0) {
      return found + "; certified to answer alone: " + percent(alone) + ".";
    }
    return found
        + ", but have no certificate yet: read them, and delete `found` on the lines you stand behind.";
  }

  private static String classifier(TrialReport report, Figures figures) {
    double alone = figures.byRung().getOrDefault("classifier", 0.0);
    String accuracy = percent(figures.classifierAccuracy());
    if (alone > 0) {
      return "The small model is right on "
          + accuracy
          + " of all rows and answers "
          + (figures.byRung().getOrDefault("rules", 0.0) > 0 ? "another " : "")
          + percent(alone)
          + " alone within your "
          + Shares.format(report.options().promise().error())
          + ".";
    }
    int missing =
        report.certificates().all().stream()
            .filter(c -> c.rung().startsWith("classifier@") && c.kind() == Certificate.Kind.ERROR)
            .mapToInt(Certificate::missing)
            .min()
            .orElse(0);
    return "The small model is right on "
        + accuracy
        + " of all rows but may not answer alone yet: at least "
        + missing
        + " more clean labels are missing for a certificate at "
        + Shares.format(report.options().promise().error())
        + ".";
  }

  private static String person(TrialReport report, Figures figures) {
    double share = 1 - figures.coverage();
    Volume volume = report.options().profile().volume();
    String month =
        volume == null
            ? ""
            : String.format(Locale.ROOT, ": about %,d a month", Costs.monthly(volume, share));
    Costs costs = Costs.of(report);
    String money =
        costs.ladder() == null
            ? ""
            : " 1,000 requests cost "
                + costs.ladder()
                + " this way, "
                + costs.people()
                + " if people answer everything.";
    return percent(share) + (share == 1 ? " goes" : " go") + " to a person" + month + "." + money;
  }

  private static void perLabel(TrialReport report, Figures figures, List<String> out) {
    for (Figures.PerLabel label : figures.ladderPerLabel()) {
      if (report.options().promise().groupOf(label.label()).isEmpty()) {
        continue;
      }
      double error = report.options().promise().errorOf(label.label());
      out.add(
          String.format(
              Locale.ROOT,
              label.answered() == 0
                  ? "%s: nothing is answered alone yet within your %s; %s held."
                  : "%s: %d answered alone within your %s, at %s precision; that is %s of them, the rest held.",
              label.answered() == 0
                  ? new Object[] {label.label(), Shares.format(error), "all are"}
                  : new Object[] {
                    label.label(),
                    label.answered(),
                    Shares.format(error),
                    percent(label.precision()),
                    percent(label.recall())
                  }));
    }
  }

  private static String llm(Figures figures) {
    if (figures.coverage() >= ENOUGH) {
      return "You do not need an LLM for this.";
    }
    String rest = percent(1 - figures.coverage());
    return "An LLM could only help with the remaining "
        + rest
        + "; people's verdicts on it train the small model and open it further.";
  }

  private static String percent(double share) {
    double percent = share * 100;
    return percent > 0 && percent < 10 || percent > 95 && percent < 100
        ? String.format(Locale.ROOT, "%.1f %%", percent)
        : String.format(Locale.ROOT, "%.0f %%", percent);
  }

  private static String words(int number) {
    String[] words = {
      "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"
    };
    return number < words.length ? words[number] : Integer.toString(number);
  }
}
