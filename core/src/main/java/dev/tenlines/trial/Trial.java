package dev.tenlines.trial;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Progress;
import dev.tenlines.Request;
import dev.tenlines.TenlinesException;
import dev.tenlines.classify.Calibration;
import dev.tenlines.classify.ClassifyRungs;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Ladder;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Prediction;
import dev.tenlines.learn.Split;
import dev.tenlines.learn.Trainer;
import dev.tenlines.rules.Rules;
import dev.tenlines.verify.LabelVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * "Do I need AI for this?", measured on one's own labelled rows: finds rules, trains the small
 * model, certifies both, and measures them alone and as a ladder on rows neither saw.
 */
public final class Trial {
  private static final int FEW_ROWS = 1_500;
  private static final int FEWEST_PER_LABEL = 2;
  private static final int FEWEST_ROWS = 40;

  private final TrialOptions options;
  private final @Nullable Embedder embedder;
  private final Clock clock;
  private final Progress progress;

  /**
   * Prepares a trial.
   *
   * @param embedder for the small model, or null for n-grams alone
   */
  public Trial(TrialOptions options, @Nullable Embedder embedder, Clock clock, Progress progress) {
    this.options = options;
    this.embedder = embedder;
    this.clock = clock;
    this.progress = progress;
  }

  /** Reads the rows, splits them and runs the trial. */
  public TrialReport run() {
    LabelledRows rows = LabelledRows.read(options.file(), options.text(), options.label());
    return run(rows, split(usable(rows)));
  }

  /** Runs the trial on rows that are split already. */
  public TrialReport run(LabelledRows rows, Split split) {
    Instant start = clock.instant();
    Feature feature = feature(split.train());
    progress.at("Finding rules", 0, 1);
    RuleTrial rules = RuleTrial.of(split.train(), options, start);
    Classifier trained =
        new Trainer(embedder, options.seed(), progress).train(split.train()).classifier();
    progress.at("Certifying", 0, 1);
    Calibration.Below below =
        new Calibration.Below(rules.rules(), rules.certificates(), rules.delta());
    double delta = 1 - feature.promise().confidence() - rules.delta();
    Calibration calibration =
        Calibration.of(feature, trained, below, delta, split.calibrate(), clock);
    List<Measured> measured = measure(feature, rules, calibration, split.test());
    Duration took = Duration.between(start, clock.instant());
    return new TrialReport(
        options,
        feature,
        rows,
        split,
        rules.rules(),
        calibration.classifier(),
        calibration.certificates(),
        measured,
        took);
  }

  /** The rows of labels that can be learned at all. */
  private List<Example> usable(LabelledRows rows) {
    List<Example> examples = rows.examples();
    Map<String, Long> counts =
        examples.stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    Example::label,
                    java.util.TreeMap::new,
                    java.util.stream.Collectors.counting()));
    for (String label : options.promise().labels().keySet()) {
      if (!counts.containsKey(label)) {
        throw new TenlinesException(
            "TL-206",
            "The promise names the label (" + label + "), which no row has.",
            "Maybe it is one of: " + String.join(", ", counts.keySet()) + ".");
      }
    }
    List<Example> usable =
        examples.stream()
            .filter(e -> counts.getOrDefault(e.label(), 0L) >= FEWEST_PER_LABEL)
            .toList();
    long labels = usable.stream().map(Example::label).distinct().count();
    if (usable.size() < FEWEST_ROWS || labels < 2) {
      throw new TenlinesException(
          "TL-204",
          "The file ("
              + options.file()
              + ") has "
              + usable.size()
              + " usable rows of "
              + labels
              + " labels.",
          "Maybe collect at least "
              + FEWEST_ROWS
              + " rows of two labels; a few hundred say much more.");
    }
    if (labels * 3 > usable.size()) {
      throw new TenlinesException(
          "TL-205",
          "The column ("
              + options.label()
              + ") has "
              + labels
              + " labels for "
              + usable.size()
              + " rows.",
          "Maybe it is not the label's column.");
    }
    return usable;
  }

  /**
   * Few rows need a larger share to certify anything; a file of one's own replaces the test share.
   */
  private Split split(List<Example> examples) {
    boolean few = examples.size() < FEW_ROWS;
    double calibrate = few ? 0.35 : 0.105;
    if (options.test() == null) {
      return Split.of(examples, calibrate, few ? 0.2 : 0.3, options.seed());
    }
    List<Example> test =
        LabelledRows.read(options.test(), options.text(), options.label()).examples();
    Split split = Split.of(examples, calibrate, 0, options.seed());
    return new Split(split.train(), split.calibrate(), test);
  }

  private Feature feature(List<Example> train) {
    String[] labels =
        new TreeSet<>(train.stream().map(Example::label).toList()).toArray(String[]::new);
    Feature plain = Feature.classify("trial", labels);
    return new Feature(
        plain.name(),
        plain.kind(),
        plain.labels(),
        options.none(),
        options.text(),
        options.profile(),
        options.promise(),
        plain.stage(),
        List.of("rules", "classifier", "review"),
        plain.review());
  }

  private List<Measured> measure(
      Feature feature, RuleTrial rules, Calibration calibration, List<Example> test) {
    Ladder<String> ladder =
        ladder(feature, rules.rules(), calibration.classifier(), calibration.certificates(), clock);
    AtomicInteger done = new AtomicInteger();
    return IntStream.range(0, test.size())
        .parallel()
        .mapToObj(i -> {
          Example row = test.get(i);
          Request request = Request.of(row.text()).withFields(row.fields());
          Outcome<String> outcome = ladder.climb("r_" + i, request, Feed.unwatched());
          Prediction prediction = calibration.classifier().predict(row.text());
          var match = rules.rules().first(request);
          int count = done.incrementAndGet();
          if (count % 32 == 0 || count == test.size()) {
            progress.at("Measuring", count, test.size());
          }
          return new Measured(
              row, outcome, prediction, match == null ? null : match.line().then(), rules.rest());
        })
        .toList();
  }

  /** The rules and the small model under these certificates, with nobody above them. */
  static Ladder<String> ladder(
      Feature feature, Rules rules, Classifier classifier, Certificates certificates, Clock clock) {
    ClassifyRungs parts =
        new ClassifyRungs(
            rules, classifier, Calibration.FIRST_VERSION, certificates, null, Map.of());
    // The latency budget is the user's to state; a trial on a busy machine must not cut climbs
    // short.
    Feature patient =
        feature.withProfile(
            new dev.tenlines.Profile(
                true,
                feature.profile().rule(),
                feature.profile().wrongAnswerCost(),
                feature.profile().reviewCost(),
                Duration.ofMinutes(1),
                feature.profile().volume()));
    return new Ladder<>(
        patient,
        new ArrayList<>(parts.uncached(patient, List.of("rules", "classifier"))),
        List.of(new LabelVerifier(feature.answerable())),
        certificates,
        clock);
  }

  /**
   * One test row and what each rung and the ladder made of it.
   *
   * @param ruled the rule list's label, or null where no line matched
   * @param rest what the rule list alone gives where no line matched
   */
  public record Measured(
      Example row,
      Outcome<String> outcome,
      Prediction prediction,
      @Nullable String ruled,
      String rest) {}
}
