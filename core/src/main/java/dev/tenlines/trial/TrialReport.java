package dev.tenlines.trial;

import dev.tenlines.Feature;
import dev.tenlines.learn.CertificateFile;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Split;
import dev.tenlines.rules.RuleLine;
import dev.tenlines.rules.Rules;
import dev.tenlines.trial.Figures.PerLabel;
import dev.tenlines.trial.Trial.Measured;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a trial found. */
public record TrialReport(
    TrialOptions options,
    Feature feature,
    LabelledRows file,
    Split split,
    Rules rules,
    Classifier classifier,
    Certificates certificates,
    List<Measured> measured,
    Duration took) {

  public Figures figures() {
    return new Figures(feature, measured);
  }

  /** The report as names and values, as {@code trial --json} prints it. */
  public Map<String, @Nullable Object> json() {
    Figures figures = figures();
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("file", options.file().toString());
    out.put("format", file.format());
    out.put("rows", file.examples().size());
    out.put("badRows", file.bad().size());
    out.put("duplicates", Split.duplicates(file.examples()));
    out.put("labels", feature.labels().size());
    out.put(
        "split",
        fields(
            "train",
            split.train().size(),
            "calibrate",
            split.calibrate().size(),
            "test",
            split.test().size()));
    out.put("rules", rulesJson(figures));
    out.put(
        "classifier",
        fields(
            "accuracy",
            figures.classifierAccuracy(),
            "macroF1",
            figures.macroF1(),
            "embeddingWeight",
            classifier.embeddingWeight(),
            "perLabel",
            figures.classifierPerLabel().stream()
                .map(l ->
                    fields(
                        "label",
                        l.label(),
                        "rows",
                        l.rows(),
                        "precision",
                        l.precision(),
                        "recall",
                        l.recall()))
                .toList()));
    out.put("ladder", ladderJson(figures));
    out.put("certificates", certificates.all().stream().map(CertificateFile::fields).toList());
    out.put("costPer1000", Costs.of(this).json());
    out.put("millisPerAnswer", fields("p50", figures.millis(0.50), "p95", figures.millis(0.95)));
    out.put("advice", String.join(" ", TrialAdvice.of(this)));
    out.put("seconds", took.toMillis() / 1000.0);
    return out;
  }

  private Map<String, @Nullable Object> rulesJson(Figures figures) {
    return fields(
        "lines",
        rules.lines().stream().map(TrialReport::lineJson).toList(),
        "coverage",
        figures.ruleCoverage(),
        "precision",
        figures.rulePrecision(),
        "accuracy",
        figures.ruleAccuracy());
  }

  private static Map<String, @Nullable Object> lineJson(RuleLine line) {
    RuleLine.Found found = line.found();
    return fields(
        "label", line.then(),
        "when", line.when(),
        "rows", found == null ? 0 : found.rows(),
        "precision",
            found == null || found.rows() == 0 ? 0.0 : found.right() / (double) found.rows(),
        "lower", found == null ? 0.0 : found.lower());
  }

  private Map<String, @Nullable Object> ladderJson(Figures figures) {
    int strange = figures.outOfScope().size();
    return fields(
        "promise",
        fields("error", options.promise().error(), "confidence", options.promise().confidence()),
        "coverage",
        figures.coverage(),
        "error",
        figures.error(),
        "person",
        1 - figures.coverage(),
        "byRung",
        figures.byRung(),
        "perLabel",
        figures.ladderPerLabel().stream().map(TrialReport::labelJson).toList(),
        "inScope",
        fields("rows", measured.size() - strange, "answered", figures.answered(true)),
        "outOfScope",
        fields("rows", strange, "answered", figures.answered(false)));
  }

  private static Map<String, @Nullable Object> labelJson(PerLabel label) {
    return fields(
        "label",
        label.label(),
        "rows",
        label.rows(),
        "answered",
        label.answered(),
        "precision",
        label.precision(),
        "recall",
        label.recall());
  }

  /** Names and values in the order given. */
  static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return out;
  }
}
