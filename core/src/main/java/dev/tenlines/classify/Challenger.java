package dev.tenlines.classify;

import dev.tenlines.Feature;
import dev.tenlines.Progress;
import dev.tenlines.Promise;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Certifier.Judged;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.FixedSequence;
import dev.tenlines.learn.FixedSequence.Scored;
import dev.tenlines.learn.Prediction;
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
 * @param audits judged random requests it was seen on
 * @param tested whether it was put to the test for a certificate
 * @param accuracy right proposals among the audits, or on rows held out in training when there are
 *     no audits yet
 * @param coverage the share of the audits it may answer alone
 * @param needed audits with which a certificate is likely, 0 when there is one, or null when none
 *     is in sight
 */
public record Challenger(
    Classifier classifier,
    Certificates certificates,
    int examples,
    int audits,
    boolean tested,
    double accuracy,
    double coverage,
    @Nullable Integer needed) {
  private static final int FEWEST_ROWS = 30;
  private static final int FEWEST_PER_LABEL = 2;
  private static final long SEED = 1;
  private static final double IN_SIGHT = 8;
  private static final double STEP = 1.1;
  private static final double MUCH_MORE = 1.5;

  /** Whether any rung version of the classifier may answer anything alone. */
  public static boolean open(Certificates certificates) {
    return certificates.all().stream()
        .anyMatch(c ->
            c.kind() == Certificate.Kind.ERROR && c.open() && c.rung().startsWith("classifier@"));
  }

  /**
   * How a challenger is put to the test.
   *
   * @param audits rows drawn at random from the requests, none of them among those it learns from
   * @param delta the chance of a broken promise that the test may spend
   * @param always whether to test it also when the rows held out in training promise nothing; those
   *     are harder than the traffic once people see only what is left over
   */
  public record Test(List<Example> audits, Calibration.Below below, double delta, boolean always) {}

  /**
   * Trains and tests.
   *
   * @param train rows to learn from
   * @return null while there is too little to learn from
   */
  public static @Nullable Challenger of(
      Feature feature,
      List<Example> train,
      Test test,
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
    List<Judged> heldOut = heldOut(feature, trained, usable);
    Integer needed = needed(feature.promise(), test.delta(), heldOut);
    boolean tested = worthwhile(feature.promise(), test, needed);
    Calibration calibration =
        Calibration.of(
            feature, trained.classifier(), test.below(), test.delta(), test.audits(), clock);
    Certificates certificates =
        tested ? calibration.certificates() : calibration.certificates().shut(Calibration.RUNG);
    ClassifierRung rung =
        new ClassifierRung(
            feature, calibration.classifier(), Calibration.FIRST_VERSION, certificates);
    Result result = Result.of(rung, certificates, test.audits());
    return new Challenger(
        calibration.classifier(),
        certificates,
        usable.size(),
        test.audits().size(),
        tested,
        test.audits().isEmpty() ? right(heldOut) : result.right(),
        result.alone(),
        needed(certificates, needed, test.audits().size()));
  }

  /**
   * How a model does on judged rows.
   *
   * @param right the share whose label it finds
   * @param alone the share it may answer alone
   */
  public record Result(double right, double alone) {

    /** Asks a rung about every row. */
    public static Result of(ClassifierRung rung, Certificates certificates, List<Example> rows) {
      List<Prediction> predictions =
          rows.parallelStream().map(row -> rung.predict(row.text())).toList();
      int right = 0;
      int alone = 0;
      for (int i = 0; i < rows.size(); i++) {
        Example row = rows.get(i);
        right += predictions.get(i).label().equals(row.label()) ? 1 : 0;
        alone +=
            rung.judge(row.text(), predictions.get(i)) instanceof Proposed<String> p
                    && certificates.admitting(rung.id(), p.group(), p.score()) != null
                ? 1
                : 0;
      }
      double all = Math.max(1, rows.size());
      return new Result(right / all, alone / all);
    }
  }

  /**
   * Whether the test has a prospect. That is read off the number of audits and off rows held out in
   * training, never off what people said in the audits: a test that is not made spends nothing.
   */
  private static boolean worthwhile(Promise promise, Test test, @Nullable Integer needed) {
    double loosest =
        promise.labels().keySet().stream()
            .mapToDouble(promise::errorOf)
            .reduce(promise.error(), Math::max);
    int audits = test.audits().size();
    return audits >= Binomial.draws(0, loosest, test.delta())
        && (test.always() || needed != null && needed <= audits);
  }

  /**
   * How many audits a test takes if they turn out as the rows held out: enough that twice as many
   * would not bring much more. While nothing is answered alone audits are cheap, afterwards rare.
   */
  private static @Nullable Integer needed(Promise promise, double delta, List<Judged> heldOut) {
    int least = Binomial.draws(0, promise.error(), delta);
    List<Judged> sorted = new ArrayList<>(heldOut);
    sorted.sort((a, b) -> Double.compare(b.score(), a.score()));
    for (double rows = least; rows < IN_SIGHT * least; rows *= STEP) {
      double alone = alone(promise, delta, sorted, (int) rows);
      if (alone > 0 && alone(promise, delta, sorted, 2 * (int) rows) < MUCH_MORE * alone) {
        return (int) rows;
      }
    }
    return null;
  }

  /** The share that may be answered alone after a test on so many rows like these. */
  private static double alone(Promise promise, double delta, List<Judged> sorted, int rows) {
    Map<String, List<Scored>> groups = new TreeMap<>();
    for (int i = 0; i < rows && !sorted.isEmpty(); i++) {
      Judged row = sorted.get((int) ((long) i * sorted.size() / rows));
      groups
          .computeIfAbsent(promise.groupOf(row.proposed()), group -> new ArrayList<>())
          .add(new Scored(row.score(), !row.proposed().equals(row.right())));
    }
    int passed = 0;
    for (var group : groups.entrySet()) {
      double promised = promise.errorOf(group.getKey());
      passed += FixedSequence.test(group.getValue(), promised, delta).rows();
    }
    return (double) passed / rows;
  }

  /** The same after the test: who was not lucky needs more than there were. */
  private static @Nullable Integer needed(
      Certificates certificates, @Nullable Integer likely, int audits) {
    return open(certificates)
        ? Integer.valueOf(0)
        : likely == null ? null : Math.max(likely, audits + 1);
  }

  /** What models said of training rows they did not see; "none of these" is never an answer. */
  private static List<Judged> heldOut(
      Feature feature, Trainer.Trained trained, List<Example> rows) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Prediction prediction = trained.heldOut().get(i);
      if (prediction != null && !prediction.label().equals(feature.none())) {
        judged.add(new Judged(prediction.label(), rows.get(i).label(), prediction.margin()));
      }
    }
    return judged;
  }

  private static double right(List<Judged> rows) {
    long right = rows.stream().filter(row -> row.proposed().equals(row.right())).count();
    return rows.isEmpty() ? 0 : (double) right / rows.size();
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
