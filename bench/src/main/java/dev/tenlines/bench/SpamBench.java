package dev.tenlines.bench;

import dev.tenlines.Progress;
import dev.tenlines.Promise;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Prediction;
import dev.tenlines.learn.Split;
import dev.tenlines.learn.Trainer;
import dev.tenlines.trial.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spam with a promise for the ham that is blocked. There are too few rows to certify it, so the
 * threshold is read off held-out training rows and what it does is measured.
 */
final class SpamBench {
  private static final String SET = "sms_spam";

  /** Half of what may be blocked: the other half is for the luck of the training rows. */
  private static final double BLOCKED_IN_TRAINING = 0.0015;

  private final BenchData data;
  private final Trials trials;
  private final Bench.Log log;

  SpamBench(BenchData data, Trials trials, Bench.Log log) {
    this.data = data;
    this.trials = trials;
    this.log = log;
  }

  void add(List<BenchRow> rows) {
    var reader = BenchData.columns("text", "label");
    List<Example> fit = distinct(data.fit(SET, reader));
    if (log.missing(SET, fit)) {
      return;
    }
    List<Example> held = distinct(data.held(SET, reader));
    Split split = Split.of(fit, 0, held.isEmpty() ? 0.4 : 0, trials.seed());
    List<Example> test = held.isEmpty() ? split.test() : held;
    Trainer.Trained trained =
        new Trainer(trials.embedder(), trials.seed(), Progress.NONE).train(split.train());
    double threshold = threshold(split.train(), trained);
    int spam = 0;
    int caught = 0;
    int ham = 0;
    int blocked = 0;
    for (Example row : test) {
      boolean says =
          spam(trained.classifier(), trained.classifier().predict(row.text())) >= threshold;
      boolean is = row.label().equals("spam");
      spam += is ? 1 : 0;
      ham += is ? 0 : 1;
      caught += is && says ? 1 : 0;
      blocked += !is && says ? 1 : 0;
    }
    rows.add(
        BenchRow.atLeast(SET, "spam recall", caught / (double) spam, 0.90)
            .beside("SVM of 2011", 0.831)
            .beside("TF-IDF LR", 0.897));
    rows.add(
        BenchRow.atMost(SET, "ham blocked", blocked / (double) ham, 0.003)
            .beside("SVM of 2011", 0.0018)
            .beside("TF-IDF LR", 0.0019));
    Promise promise = new Promise(0.05, 0.90, Map.of("spam", new Promise.LabelPromise(0.01, null)));
    Figures figures = trials.run(fit, held, 0.4, promise).figures();
    rows.add(BenchRow.printed(SET, "answered alone with --promise spam=1%", figures.coverage()));
    rows.add(BenchRow.printed(SET, "error of these", figures.error()));
  }

  /** The lowest spam share at which held-out training rows lose no more ham than allowed. */
  private static double threshold(List<Example> train, Trainer.Trained trained) {
    List<Double> ham = new ArrayList<>();
    for (int i = 0; i < train.size(); i++) {
      Prediction prediction = trained.heldOut().get(i);
      if (prediction != null && !train.get(i).label().equals("spam")) {
        ham.add(spam(trained.classifier(), prediction));
      }
    }
    ham.sort(java.util.Comparator.reverseOrder());
    int allowed = (int) (BLOCKED_IN_TRAINING * ham.size());
    return Math.nextUp(ham.get(allowed));
  }

  private static double spam(Classifier classifier, Prediction prediction) {
    return 1 - classifier.elsewhere(prediction, "spam");
  }

  private static List<Example> distinct(List<Example> rows) {
    Map<String, Example> kept = new LinkedHashMap<>();
    rows.forEach(row -> kept.putIfAbsent(dev.tenlines.text.Words.normal(row.text()), row));
    return new ArrayList<>(kept.values());
  }
}
