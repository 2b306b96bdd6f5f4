package dev.tenlines.spring.console;

import dev.tenlines.Feature;
import dev.tenlines.Plan;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Models;
import dev.tenlines.project.Shares;
import dev.tenlines.rules.RuleLine;
import dev.tenlines.rules.Rules;
import dev.tenlines.serving.Learning;
import dev.tenlines.serving.TrainingSummary;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.Table;
import dev.tenlines.spring.console.view.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lists of a feature's page. */
record FeatureTables(Pages pages, Times times) {

  Table plan(Plan plan) {
    Table.Rows rows = Table.of("Plan", "Rung", "", "Why");
    for (Plan.Line line : plan.rungs()) {
      rows.row(
          Cell.code(line.rung()),
          line.used() ? new Cell.Badge("good", "climbed") : new Cell.Badge("calm", "left out"),
          Cell.text(line.reason()));
    }
    return rows.table();
  }

  static Table certificates(Certificates certificates, List<Models.Shut> shuts) {
    Table.Rows rows =
        Table.of("Certificates", "Rung", "For", "Promise", "State", "Evidence")
            .otherwise(
                "No certificate yet: only rules, and words taken letter for letter from their source, answer alone.");
    for (Certificate certificate : certificates.all()) {
      boolean missed = certificate.kind() == Certificate.Kind.MISSED;
      rows.row(
          Cell.code(certificate.rung()),
          Cell.text(certificate.group().isEmpty() ? "all answers" : certificate.group()),
          Cell.text(
              "at most " + Shares.format(certificate.promised()) + (missed ? " missed" : " wrong")),
          state(certificate, shuts),
          Cell.text(evidence(certificate)));
    }
    return rows.table();
  }

  private static Cell state(Certificate certificate, List<Models.Shut> shuts) {
    if (certificate.open()) {
      return new Cell.Badge("good", "open");
    }
    boolean audits =
        shuts.stream()
            .anyMatch(shut ->
                shut.rung().equals(certificate.rung()) && shut.group().equals(certificate.group()));
    return audits ? new Cell.Badge("bad", "shut by audits") : new Cell.Badge("wait", "shut");
  }

  private static String evidence(Certificate certificate) {
    return certificate.open()
        ? String.format(
            Locale.ROOT,
            "%d wrong of %d: at most %s at %s confidence",
            certificate.errors(),
            certificate.rows(),
            percent(certificate.bound()),
            percent(certificate.confidence()))
        : "at least " + certificate.missing() + " more clean labels are missing";
  }

  Table versions(Visit visit, String feature, Learning learning) {
    Table.Rows rows =
        Table.of(
                "Versions of the small model",
                "Version#",
                "",
                "Made",
                "From",
                "Examples#",
                "Right#",
                "Answers alone#",
                "Certificates",
                "")
            .otherwise("No model yet. The first training makes version 1.");
    Models.Version serving = learning.serving();
    for (Models.Version version : learning.versions()) {
      TrainingSummary summary = TrainingSummary.parse(version.summary());
      boolean measured = !version.summary().equals("{}");
      long open = version.certificates().all().stream().filter(Certificate::open).count();
      rows.row(
          Cell.number(version.version()),
          version.serving() ? new Cell.Badge("good", "serves") : Cell.text(""),
          new Cell.When(times.of(version.created())),
          Cell.text(version.origin()),
          Cell.number(version.examples()),
          measured ? Cell.number(percent(summary.accuracy())) : Cell.none(),
          measured ? Cell.number(percent(summary.coverage())) : Cell.none(),
          Cell.text(open + " of " + version.certificates().all().size() + " open"),
          version.serving()
              ? Cell.text("")
              : new Cell.Action(
                  pages.root(visit.request())
                      + "/features/"
                      + feature
                      + "/versions/"
                      + version.version()
                      + "/serving",
                  serving != null && version.version() < serving.version()
                      ? "Take back"
                      : "Let it serve",
                  "version " + version.version(),
                  "plain"));
    }
    return rows.table();
  }

  Table labels(Feature feature) {
    Table.Rows rows = Table.of("Labels", "Label", "Means", "Own promise");
    feature
        .labels()
        .forEach((label, description) -> {
          LabelPromise own = feature.promise().labels().get(label);
          rows.row(
              Cell.code(label),
              Cell.text(
                  label.equals(feature.none()) ? description + " (none of these)" : description),
              own == null ? Cell.none() : Cell.text(own(own)));
        });
    return rows.table();
  }

  private static String own(LabelPromise promise) {
    List<String> parts = new ArrayList<>();
    if (promise.error() != null) {
      parts.add("at most " + Shares.format(promise.error()) + " wrong");
    }
    if (promise.missed() != null) {
      parts.add("at most " + Shares.format(promise.missed()) + " missed");
    }
    return String.join(", ", parts);
  }

  static Table rules(Rules rules) {
    Table.Rows rows =
        Table.of("Rules", "Line", "When", "Then", "Measured")
            .otherwise("No rule lines. A trial looks for some in your data.");
    int number = 1;
    for (RuleLine line : rules.lines()) {
      RuleLine.Found found = line.found();
      rows.row(
          Cell.text(number++),
          Cell.code(line.when()),
          new Cell.Code(Shown.of(line.then())),
          Cell.text(
              found == null
                  ? "a person stands behind it"
                  : found.right()
                      + " of "
                      + found.rows()
                      + " right, precision at least "
                      + percent(found.lower())));
    }
    return rows.table();
  }

  /** A share for people; near its ends one more digit counts. */
  static String percent(double share) {
    double percent = share * 100;
    return String.format(
        Locale.ROOT,
        percent > 0 && percent < 10 || percent > 95 && percent < 100 ? "%.1f %%" : "%.0f %%",
        percent);
  }
}
