package dev.tenlines.classify;

import dev.tenlines.Feature;
import dev.tenlines.Progress;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Trainer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model trained on verdicts that wants the place of the one that serves.
 *
 * @param examples rows it was trained on
 * @param audits judged random requests it was tested on
 * @param accuracy right proposals among the audits, or on rows held out in training when there are
 *     no audits yet
 * @param coverage the share of the audits it may answer alone
 */
public record Challenger(
    Classifier classifier,
    Certificates certificates,
    int examples,
    int audits,
    double accuracy,
    double coverage) {
  private static final int FEWEST_ROWS = 30;
  private static final int FEWEST_PER_LABEL = 2;
  private static final long SEED = 1;

  /** Whether any rung version of the classifier may answer anything alone. */
  public static boolean open(Certificates certificates) {
    return certificates.all().stream()
        .anyMatch(c ->
            c.kind() == Certificate.Kind.ERROR && c.open() && c.rung().startsWith("classifier@"));
  }

  /**
   * Trains and tests.
   *
   * @param train rows to learn from
   * @param audits rows drawn at random from the requests, none of them in {@code train}
   * @param delta the chance of a broken promise that may be spent
   * @return null while there is too little to learn from
   */
  public static @Nullable Challenger of(
      Feature feature,
      List<Example> train,
      List<Example> audits,
      Calibration.Below below,
      double delta,
      @Nullable Embedder embedder,
      Progress progress,
      Clock clock) {
    List<Example> usable = usable(train);
    long labels = usable.stream().map(Example::label).distinct().count();
    if (usable.size() < FEWEST_ROWS || labels < 2) {
      return null;
    }
    Trainer.Trained trained = new Trainer(embedder, SEED, progress).train(usable);
    progress.at("Certifying", 0, 1);
    Calibration calibration =
        Calibration.of(feature, trained.classifier(), below, delta, audits, clock);
    Certificates certificates = calibration.certificates();
    ClassifierRung rung =
        new ClassifierRung(
            feature, calibration.classifier(), Calibration.FIRST_VERSION, certificates);
    return new Challenger(
        calibration.classifier(),
        certificates,
        usable.size(),
        audits.size(),
        audits.isEmpty() ? heldOut(trained, usable) : accuracy(calibration.classifier(), audits),
        coverage(rung, certificates, audits));
  }

  /** The share of rows that a rung may answer alone. */
  public static double coverage(
      ClassifierRung rung, Certificates certificates, List<Example> rows) {
    long alone =
        rows.stream()
            .filter(row ->
                rung.judge(row.text(), rung.predict(row.text())) instanceof Proposed<String> p
                    && certificates.admitting(rung.id(), p.group(), p.score()) != null)
            .count();
    return rows.isEmpty() ? 0 : (double) alone / rows.size();
  }

  /** The share of rows whose label a classifier finds. */
  public static double accuracy(Classifier classifier, List<Example> rows) {
    long right =
        rows.stream()
            .filter(row -> classifier.predict(row.text()).label().equals(row.label()))
            .count();
    return rows.isEmpty() ? 0 : (double) right / rows.size();
  }

  private static double heldOut(Trainer.Trained trained, List<Example> rows) {
    int known = 0;
    int right = 0;
    for (int i = 0; i < rows.size(); i++) {
      var prediction = trained.heldOut().get(i);
      if (prediction != null) {
        known++;
        right += prediction.label().equals(rows.get(i).label()) ? 1 : 0;
      }
    }
    return known == 0 ? 0 : (double) right / known;
  }

  /** The rows of labels that can be learned at all. */
  private static List<Example> usable(List<Example> rows) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(row.label(), 1, Integer::sum));
    List<Example> usable = new ArrayList<>();
    for (Example row : rows) {
      if (!row.text().isBlank() && counts.getOrDefault(row.label(), 0) >= FEWEST_PER_LABEL) {
        usable.add(row);
      }
    }
    return usable;
  }
}
