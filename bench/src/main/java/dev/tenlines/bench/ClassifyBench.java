package dev.tenlines.bench;

import static dev.tenlines.bench.BenchRow.atLeast;
import static dev.tenlines.bench.BenchRow.atMost;
import static dev.tenlines.bench.BenchRow.printed;

import dev.tenlines.Promise;
import dev.tenlines.learn.Example;
import dev.tenlines.trial.Figures;
import dev.tenlines.trial.TrialReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of the first issue: classification without a key. Anchors: facts of the public sets.
 */
final class ClassifyBench {
  private static final Promise TWO_PERCENT = new Promise(0.02, 0.90);
  private static final Promise FIVE_PERCENT = new Promise(0.05, 0.90);

  private final BenchData data;
  private final Trials trials;
  private final Bench.Log log;

  ClassifyBench(BenchData data, Trials trials, Bench.Log log) {
    this.data = data;
    this.trials = trials;
    this.log = log;
  }

  List<BenchRow> rows() {
    List<BenchRow> rows = new ArrayList<>();
    banking(rows);
    headlines(rows);
    overruling(rows);
    clinc(rows);
    new SpamBench(data, trials, log).add(rows);
    new ModerationBench(data, trials, log).add(rows);
    return rows;
  }

  /** A trial on Banking77 at a promised 2 %, or null when the set is not there. */
  @Nullable TrialReport bankingTrial() {
    var reader = BenchData.columns("text", "intent");
    List<Example> fit = data.fit("banking77", reader);
    return log.missing("banking77", fit)
        ? null
        : trials.run(fit, data.held("banking77", reader), 0.3, TWO_PERCENT);
  }

  private void banking(List<BenchRow> rows) {
    String set = "banking77";
    TrialReport report = bankingTrial();
    if (report == null) {
      return;
    }
    Figures figures = report.figures();
    rows.add(
        atLeast(set, "small model accuracy", figures.classifierAccuracy(), 0.922)
            .beside("GPT-4 3-shot", 0.8305)
            .beside("bge-small LR, all data", 0.934));
    rows.add(atLeast(set, "answered at a certified 2 %", figures.coverage(), 0.72));
    rows.add(atMost(set, "error of these", figures.error(), 0.02));
    rows.add(atMost(set, "seconds of the whole trial", report.took().toMillis() / 1e3, 60));
    rows.add(printed(set, "rules coverage", figures.ruleCoverage()));
    rows.add(printed(set, "rules precision", figures.rulePrecision()));
    rows.addAll(SpeedBench.answers(set, report));
  }

  private void headlines(List<BenchRow> rows) {
    String set = "frugalgpt";
    var reader = BenchData.columns("headline", "price_direction");
    List<Example> fit = data.fit(set, reader);
    if (log.missing(set, fit)) {
      return;
    }
    Figures figures = trials.run(fit, data.held(set, reader), 0.3, FIVE_PERCENT).figures();
    rows.add(
        atLeast(set, "accuracy without an LLM", figures.classifierAccuracy(), 0.88)
            .aiming(0.895)
            .beside("FrugalGPT", 0.8746)
            .beside("gpt-4-turbo", 0.8558));
    rows.add(printed(set, "answered at a certified 5 %", figures.coverage()));
    rows.add(atMost(set, "error of these", figures.error(), 0.05));
  }

  private void overruling(List<BenchRow> rows) {
    String set = "overruling_llm";
    var reader = BenchData.columns("text", "gold");
    List<Example> fit = data.fit(set, reader);
    if (log.missing(set, fit)) {
      return;
    }
    Figures figures = trials.run(fit, data.held(set, reader), 0.3, TWO_PERCENT).figures();
    rows.add(
        atLeast(set, "rules coverage", figures.ruleCoverage(), 0.45)
            .beside("one regular expression", 0.44));
    rows.add(
        atLeast(set, "rules precision", figures.rulePrecision(), 0.98)
            .beside("one regular expression", 0.985));
    rows.add(
        atLeast(set, "small model accuracy", figures.classifierAccuracy(), 0.95)
            .aiming(0.965)
            .beside("GPT-4", 0.9505)
            .beside("FrugalGPT 2024", 0.9611));
    rows.add(printed(set, "answered at a certified 2 %", figures.coverage()));
    rows.add(atMost(set, "error of these", figures.error(), 0.02));
  }

  private void clinc(List<BenchRow> rows) {
    String set = "clinc150";
    var reader = BenchData.columns("text", "intent");
    List<Example> all = data.fit(set, reader);
    if (log.missing(set, all)) {
      return;
    }
    List<Example> fit = all.stream().filter(e -> !e.label().equals("oos")).toList();
    List<Example> held = data.held(set, reader);
    if (held.isEmpty()) {
      dev.tenlines.learn.Split split = dev.tenlines.learn.Split.of(fit, 0, 0.2, trials.seed());
      held = new ArrayList<>(split.test());
      held.addAll(all.stream().filter(e -> e.label().equals("oos")).toList());
      fit = split.train();
    }
    Figures figures = trials.run(fit, held, 0, FIVE_PERCENT).figures();
    long wrong =
        figures.rows().stream()
            .filter(row -> !row.row().label().equals("oos"))
            .filter(row ->
                row.outcome() instanceof dev.tenlines.Outcome.Answered<String> a
                    && !a.value().equals(row.row().label()))
            .count();
    int inScope = figures.rows().size() - figures.outOfScope().size();
    rows.add(
        atLeast(set, "in scope answered at a promised 5 %", figures.answered(true), 0.88)
            .aiming(0.90));
    rows.add(
        atMost(set, "error of these", wrong / Math.max(1, figures.answered(true) * inScope), 0.05));
    rows.add(
        atMost(set, "out of scope answered", figures.answered(false), 0.05)
            .aiming(0.03)
            .beside("certificate alone", 0.82));
  }
}
