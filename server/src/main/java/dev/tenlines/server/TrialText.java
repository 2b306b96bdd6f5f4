package dev.tenlines.server;

import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Split;
import dev.tenlines.project.Shares;
import dev.tenlines.rows.Row;
import dev.tenlines.rules.RuleLine;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.trial.Figures;
import dev.tenlines.trial.TrialAdvice;
import dev.tenlines.trial.TrialReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A trial's report for people. */
record TrialText(Console console, TrialReport report) {
  private static final int MOST_BAD = 10;
  private static final int MOST_LABELS = 20;
  private static final int MOST_CONFUSIONS = 5;

  void print() {
    rows();
    rules();
    rungs();
    certificates();
    labels();
    confusions();
    console.line("");
    TrialAdvice.of(report).forEach(console::line);
  }

  /** Says what stands where now, and what to do with it. */
  static void written(Console console, Path out, String name) {
    console.line("");
    console.line(
        "Written to "
            + out
            + ": tenlines.yaml, rules/, the trained model, trial.json and two pictures.");
    console.line("Next: ./tenlines ask " + name + " \"…\" --project " + out);
  }

  private void rows() {
    console.line(
        report.options().file()
            + ": "
            + report.file().format()
            + ", "
            + report.file().examples().size()
            + " rows, "
            + Split.duplicates(report.file().examples())
            + " duplicates, "
            + report.feature().labels().size()
            + " labels");
    console.line(
        "split: "
            + report.split().train().size()
            + " to train, "
            + report.split().calibrate().size()
            + " to calibrate, "
            + report.split().test().size()
            + " to test");
    for (Row.Bad bad : report.file().bad().stream().limit(MOST_BAD).toList()) {
      console.line("  line " + bad.line() + " left out: " + bad.reason());
    }
    if (report.file().bad().size() > MOST_BAD) {
      console.line("  … and " + (report.file().bad().size() - MOST_BAD) + " more lines left out");
    }
    List<String> unknown = report.figures().unknownLabels();
    if (!unknown.isEmpty()) {
      console.line(
          "  labels training never saw count as out of scope: " + String.join(", ", unknown));
    }
  }

  private void rules() {
    console.line("");
    if (report.rules().lines().isEmpty()) {
      console.line("Rules: none held up.");
      return;
    }
    console.line("Rules, measured on rows they were not found on:");
    int number = 1;
    for (RuleLine line : report.rules().lines()) {
      RuleLine.Found found = line.found();
      console.line(String.format(Locale.ROOT, "%4d. when %s", number++, line.when()));
      console.line(
          "      then "
              + line.then()
              + (found == null
                  ? ""
                  : String.format(
                      Locale.ROOT,
                      "   (%d of %d right, precision at least %s)",
                      found.right(),
                      found.rows(),
                      percent(found.lower()))));
    }
  }

  private void rungs() {
    Figures figures = report.figures();
    console.line("");
    console.line("On " + report.measured().size() + " rows neither saw:");
    console.table(
        List.of("", "answers", "wrong of these", "right of all"),
        List.of(
            List.of(
                "rules alone",
                percent(figures.ruleCoverage()),
                percent(1 - figures.rulePrecision()),
                percent(figures.ruleAccuracy())),
            List.of(
                "small model alone",
                "100 %",
                percent(1 - figures.classifierAccuracy()),
                percent(figures.classifierAccuracy())),
            List.of(
                "ladder",
                percent(figures.coverage()),
                wrong(figures.coverage(), figures.error()),
                "-")));
    console.line(
        String.format(
            Locale.ROOT,
            "time per answer: p50 %.1f ms, p95 %.1f ms",
            figures.millis(0.5),
            figures.millis(0.95)));
    if (!figures.outOfScope().isEmpty()) {
      console.line(
          "in scope answered: "
              + percent(figures.answered(true))
              + ", out of scope answered: "
              + percent(figures.answered(false))
              + " of "
              + figures.outOfScope().size());
    }
  }

  private void certificates() {
    console.line("");
    console.line("Certificates:");
    for (Certificate certificate : report.certificates().all()) {
      String group = certificate.group().isEmpty() ? "" : " " + certificate.group();
      String promise =
          Shares.format(certificate.promised())
              + (certificate.kind() == Certificate.Kind.MISSED ? " missed" : " wrong");
      console.line(
          "  "
              + certificate.rung()
              + group
              + ", at most "
              + promise
              + ": "
              + (certificate.open()
                  ? String.format(
                      Locale.ROOT,
                      "open from score %.2f: %d wrong of %d, at most %s at %s confidence",
                      certificate.threshold(),
                      certificate.errors(),
                      certificate.rows(),
                      percent(certificate.bound()),
                      percent(certificate.confidence()))
                  : "shut, at least " + certificate.missing() + " more clean labels are missing"));
    }
  }

  private void labels() {
    List<Figures.PerLabel> labels = report.figures().ladderPerLabel();
    console.line("");
    console.table(
        List.of("label", "rows", "answered", "precision", "recall"),
        labels.stream()
            .limit(MOST_LABELS)
            .map(l ->
                List.of(
                    l.label(),
                    Integer.toString(l.rows()),
                    Integer.toString(l.answered()),
                    l.answered() == 0 ? "-" : percent(l.precision()),
                    percent(l.recall())))
            .toList());
    if (labels.size() > MOST_LABELS) {
      console.line("  … and " + (labels.size() - MOST_LABELS) + " more labels (all with --json)");
    }
  }

  private void confusions() {
    List<Figures.Confusion> confusions = report.figures().confusions(MOST_CONFUSIONS);
    if (!confusions.isEmpty()) {
      console.line("");
      console.line("The small model takes most often:");
      confusions.forEach(
          c -> console.line("  " + c.right() + " for " + c.answered() + ": " + c.rows()));
    }
  }

  /** No answers have no error share. */
  private static String wrong(double answered, double share) {
    return answered == 0 ? "-" : percent(share);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
