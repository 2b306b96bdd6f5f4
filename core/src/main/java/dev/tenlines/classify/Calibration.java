package dev.tenlines.classify;

import dev.tenlines.Feature;
import dev.tenlines.Promise;
import dev.tenlines.Request;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Certifier;
import dev.tenlines.learn.Certifier.Judged;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.FixedSequence.Scored;
import dev.tenlines.learn.Prediction;
import dev.tenlines.rules.Rules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Sets the classifier's gate and issues its certificates on rows it was not trained on.
 *
 * @param certificates of every rung, the rules' included
 */
public record Calibration(Classifier classifier, Certificates certificates) {
  /** The version a model is calibrated under until it is installed under another. */
  public static final int FIRST_VERSION = 1;

  static final String RUNG = "classifier@" + FIRST_VERSION;

  /**
   * What stands below the classifier and takes requests before it.
   *
   * @param certificates the rules' own
   * @param delta the part of the chance of a broken promise that the rules took
   */
  public record Below(Rules rules, List<Certificate> certificates, double delta) {

    /** Which requests the rules answer alone, so that they never reach the classifier. */
    public Predicate<Request> answers(Feature feature) {
      RuleRung rung = new RuleRung(rules, feature.promise());
      Certificates own = new Certificates(certificates);
      return request ->
          rung.judge(request) instanceof Proposed<String> p
              && (p.basis() != null || own.admitting(rung.id(), p.group(), p.score()) != null);
    }
  }

  /**
   * Calibrates.
   *
   * @param feature the feature with its promise
   * @param delta the chance of a broken promise that the classifier may spend
   * @param rows a random sample no part of the classifier has seen
   */
  public static Calibration of(
      Feature feature,
      Classifier trained,
      Below below,
      double delta,
      List<Example> rows,
      Clock clock) {
    List<Prediction> predictions =
        IntStream.range(0, rows.size())
            .parallel()
            .mapToObj(i -> trained.predict(rows.get(i).text()))
            .toList();
    List<Prediction> known =
        IntStream.range(0, rows.size())
            .filter(i -> !rows.get(i).label().equals(feature.none()))
            .mapToObj(predictions::get)
            .toList();
    Classifier classifier = trained.calibrated(known);
    Certifier certifier =
        new Certifier(
            RUNG,
            feature.promise(),
            delta,
            clock.instant(),
            rows.size()
                + " rows the classifier was not trained on, behind rules@"
                + below.rules().version());
    Calibration sofar = new Calibration(classifier, new Certificates(below.certificates()));
    List<Attempt<String>> free = sofar.attempts(feature, rows, predictions);
    Predicate<Request> answers = below.answers(feature);
    List<Boolean> ruled =
        rows.stream()
            .map(row -> answers.test(Request.of(row.text()).withFields(row.fields())))
            .toList();
    Calibration guarded =
        sofar.with(
            sofar.missed(feature.promise(), certifier, rows, predictions, free, ruled, below));
    List<Judged> judged = judged(rows, guarded.attempts(feature, rows, predictions), ruled);
    return guarded.with(certifier.errors(judged));
  }

  private Calibration with(List<Certificate> more) {
    return new Calibration(classifier, certificates.with(more));
  }

  private List<Attempt<String>> attempts(
      Feature feature, List<Example> rows, List<Prediction> predictions) {
    ClassifierRung rung = new ClassifierRung(feature, classifier, FIRST_VERSION, certificates);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> rung.judge(rows.get(i).text(), classifier.rescaled(predictions.get(i))))
        .toList();
  }

  private static List<Judged> judged(
      List<Example> rows, List<Attempt<String>> attempts, List<Boolean> ruled) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!ruled.get(i) && attempts.get(i) instanceof Proposed<String> p) {
        judged.add(new Judged(p.value(), rows.get(i).label(), p.score()));
      }
    }
    return judged;
  }

  private List<Certificate> missed(
      Promise promise,
      Certifier certifier,
      List<Example> rows,
      List<Prediction> predictions,
      List<Attempt<String>> attempts,
      List<Boolean> ruled,
      Below below) {
    List<Certificate> issued = new ArrayList<>();
    promise.labels().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(own -> {
          Double share = own.getValue().missed();
          if (share != null) {
            String label = own.getKey();
            List<Scored> elsewhere = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
              if (rows.get(i).label().equals(label)) {
                elsewhere.add(
                    elsewhere(
                        label,
                        rows.get(i),
                        predictions.get(i),
                        attempts.get(i),
                        ruled.get(i),
                        below));
              }
            }
            issued.add(certifier.missed(label, share, elsewhere));
          }
        });
    return issued;
  }

  /**
   * A rule that answers another label misses whatever the threshold; else the margin is not counted
   * on.
   */
  private Scored elsewhere(
      String label,
      Example row,
      Prediction prediction,
      Attempt<String> attempt,
      boolean ruled,
      Below below) {
    if (ruled) {
      var match = below.rules().first(Request.of(row.text()).withFields(row.fields()));
      boolean other = match != null && !match.line().then().equals(label);
      return new Scored(other ? Double.POSITIVE_INFINITY : -1, other);
    }
    boolean other = attempt instanceof Proposed<String> p && !p.value().equals(label);
    return new Scored(classifier.elsewhere(prediction, label), other);
  }
}
