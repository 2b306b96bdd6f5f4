package dev.tenlines.spring.console;

import dev.tenlines.learn.Split;
import dev.tenlines.rows.Row;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.Table;
import dev.tenlines.spring.console.view.TrialView;
import dev.tenlines.trial.Figures;
import dev.tenlines.trial.TrialAdvice;
import dev.tenlines.trial.TrialOptions;
import dev.tenlines.trial.TrialReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a trial's report ready to be shown, and small enough to be kept. */
final class TrialViews {
  private static final int MOST_BAD = 10;
  private static final int MOST_CONFUSIONS = 10;

  private TrialViews() {}

  static TrialView of(String file, TrialReport report) {
    Figures figures = report.figures();
    return new TrialView(
        file,
        TrialAdvice.of(report),
        facts(report, figures),
        FeatureTables.rules(report.rules()),
        rungs(report, figures),
        FeatureTables.certificates(report.certificates(), List.of()),
        labels(figures),
        confusions(figures),
        again(file, report.options()));
  }

  private static List<String> facts(TrialReport report, Figures figures) {
    List<String> facts = new ArrayList<>();
    facts.add(
        report.file().format()
            + ": "
            + report.file().examples().size()
            + " rows, "
            + Split.duplicates(report.file().examples())
            + " duplicates, "
            + report.feature().labels().size()
            + " labels");
    facts.add(
        report.split().train().size()
            + " rows to train, "
            + report.split().calibrate().size()
            + " to calibrate, "
            + report.split().test().size()
            + " to test");
    facts.add(
        String.format(
            Locale.ROOT,
            "Time per answer: p50 %.1f ms, p95 %.1f ms",
            figures.millis(0.5),
            figures.millis(0.95)));
    List<Row.Bad> bad = report.file().bad();
    bad.stream()
        .limit(MOST_BAD)
        .forEach(row -> facts.add("Line " + row.line() + " left out: " + row.reason()));
    if (bad.size() > MOST_BAD) {
      facts.add("… and " + (bad.size() - MOST_BAD) + " more lines left out");
    }
    return facts;
  }

  private static Table rungs(TrialReport report, Figures figures) {
    return Table.of(
            "On " + report.measured().size() + " rows neither saw",
            "",
            "Answers#",
            "Wrong of these#",
            "Right of all#")
        .captioned()
        .row(
            Cell.text("Rules alone"),
            share(figures.ruleCoverage()),
            share(1 - figures.rulePrecision()),
            share(figures.ruleAccuracy()))
        .row(
            Cell.text("Small model alone"),
            share(1),
            share(1 - figures.classifierAccuracy()),
            share(figures.classifierAccuracy()))
        .row(
            Cell.text("Ladder"),
            share(figures.coverage()),
            figures.coverage() == 0 ? Cell.none() : share(figures.error()),
            Cell.none())
        .table();
  }

  private static Table labels(Figures figures) {
    Table.Rows rows = Table.of("Labels", "Label", "Rows#", "Answered#", "Precision#", "Recall#");
    for (Figures.PerLabel label : figures.ladderPerLabel()) {
      rows.row(
          new Cell.Code(Shown.of(label.label())),
          Cell.number(label.rows()),
          Cell.number(label.answered()),
          label.answered() == 0 ? Cell.none() : share(label.precision()),
          share(label.recall()));
    }
    return rows.table();
  }

  private static Table confusions(Figures figures) {
    Table.Rows rows =
        Table.of("What the small model takes for something else", "Right", "It says", "Rows#")
            .otherwise("It confuses nothing.");
    for (Figures.Confusion confusion : figures.confusions(MOST_CONFUSIONS)) {
      rows.row(
          new Cell.Code(Shown.of(confusion.right())),
          new Cell.Code(Shown.of(confusion.answered())),
          Cell.number(confusion.rows()));
    }
    return rows.table();
  }

  private static Cell share(double share) {
    return Cell.number(FeatureTables.percent(share));
  }

  private static String again(String file, TrialOptions options) {
    return "./tenlines trial "
        + file
        + " --text "
        + options.text()
        + " --label "
        + options.label()
        + " --out triage";
  }
}
