package dev.tenlines.trial;

import dev.tenlines.Feature;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Progress;
import dev.tenlines.Request;
import dev.tenlines.classify.Calibration;
import dev.tenlines.classify.Llms;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Failed;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Deadline;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Ladder;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Certifier;
import dev.tenlines.learn.Certifier.Judged;
import dev.tenlines.learn.Example;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Does a language model earn its price? Asks it what the rungs of a trial leave open, certifies it
 * on the rows kept for calibration and measures it on those kept for the test.
 *
 * <p>The small model and the language model share the chance of a broken promise, half each. So the
 * ladder with both keeps what the ladder without the model keeps, and pays for it with a slightly
 * stricter small model.
 */
public final class LlmTrial {
  /** Certifying takes far more rows than measuring. */
  private static final double CALIBRATE = 0.75;

  private static final int MOST_FAILURES = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long CHARACTERS_PER_TOKEN = 3;
  private static final long INSTRUCTIONS = 1_200;
  private static final int EXAMPLES = 15;

  private final TrialReport report;
  private final Certificates shared;
  private final double delta;
  private final Clock clock;
  private final Progress progress;
  private final List<Example> calibrate;
  private final List<Example> test;
  private final double open;

  private LlmTrial(
      TrialReport report,
      Certificates shared,
      double delta,
      int most,
      Clock clock,
      Progress progress) {
    this.report = report;
    this.shared = shared;
    this.delta = delta;
    this.clock = clock;
    this.progress = progress;
    int toCalibrate = (int) Math.round(most * CALIBRATE);
    this.calibrate = some(open(report.split().calibrate()), toCalibrate);
    List<Example> left = open(report.split().test());
    this.test = some(left, most - calibrate.size());
    this.open = left.size() / (double) Math.max(1, report.split().test().size());
  }

  /**
   * Prepares a trial of models after the usual one.
   *
   * @param most the most rows that each model is asked
   */
  public static LlmTrial after(TrialReport report, int most, Clock clock, Progress progress) {
    List<Certificate> rules =
        report.certificates().all().stream().filter(c -> c.rung().startsWith("rules@")).toList();
    double half =
        report.certificates().all().stream()
                .filter(c -> c.rung().startsWith("classifier@"))
                .mapToDouble(c -> 1 - c.confidence())
                .findFirst()
                .orElse(1 - report.feature().promise().confidence())
            / 2;
    Calibration stricter =
        Calibration.of(
            report.feature(),
            report.classifier(),
            new Calibration.Below(report.rules(), rules, 0),
            half,
            report.split().calibrate(),
            clock);
    return new LlmTrial(report, stricter.certificates(), half, most, clock, progress);
  }

  /** How many rows each model is asked. */
  public int rows() {
    return calibrate.size() + test.size();
  }

  /** About how many tokens the prompt of one row has: the labels, the examples, the text. */
  public long promptTokens() {
    List<Example> train = report.split().train();
    long text = train.stream().mapToLong(row -> row.text().length()).sum();
    long example = text / Math.max(1, train.size()) + 80;
    long labels = report.feature().labels().keySet().stream().mapToLong(l -> l.length() + 4).sum();
    return (INSTRUCTIONS + labels + (EXAMPLES + 1) * example) / CHARACTERS_PER_TOKEN;
  }

  /** What is asked of one row, and what came of it. */
  private record Answer(Example row, Attempt<String> attempt, Duration took) {

    private @Nullable Proposed<String> proposed() {
      return attempt instanceof Proposed<String> p ? p : null;
    }

    private boolean right() {
      return attempt instanceof Proposed<String> p && p.value().equals(row.label());
    }
  }

  /**
   * Asks one model.
   *
   * @param name what the report calls it
   * @param rung the rung's name, {@code model:NAME}
   * @param priced whether its price is known
   */
  public LlmFigures run(String name, String rung, Llms llms, boolean priced) {
    Rung<String> asked =
        Objects.requireNonNull(
            llms.rung(report.feature(), rung, report.classifier(), Calibration.FIRST_VERSION),
            rung);
    List<Answer> answers = new ArrayList<>();
    String stopped = null;
    int inARow = 0;
    List<Example> all = new ArrayList<>(calibrate);
    all.addAll(test);
    for (Example row : all) {
      Answer answer = ask(asked, row, answers.size());
      answers.add(answer);
      progress.at("Asking " + name, answers.size(), all.size());
      if (answer.attempt() instanceof Failed<String> failed) {
        inARow++;
        if (inARow == MOST_FAILURES) {
          stopped = failed.cause();
          break;
        }
      } else {
        inARow = 0;
      }
    }
    return figures(name, asked, answers, llms, priced, stopped);
  }

  private Answer ask(Rung<String> rung, Example row, int number) {
    Ask ask =
        new Ask(
            "r_trial" + clock.instant().toEpochMilli() + "_" + number,
            report.feature().name(),
            Request.of(row.text()).withFields(row.fields()),
            Deadline.in(PATIENCE, clock),
            Feed.unwatched());
    long start = System.nanoTime();
    Attempt<String> attempt = rung.attempt(ask);
    return new Answer(row, attempt, Duration.ofNanos(System.nanoTime() - start));
  }

  private LlmFigures figures(
      String name,
      Rung<String> rung,
      List<Answer> answers,
      Llms llms,
      boolean priced,
      @Nullable String stopped) {
    boolean testable =
        stopped == null
            && report.feature().promise().labels().values().stream()
                .allMatch(own -> own.missed() == null);
    Certificates certificates =
        testable ? shared.with(certify(rung, answers.subList(0, calibrate.size()))) : shared;
    Certificate own = certificates.of(rung.id(), "");
    boolean opens = own != null && own.open();
    List<Answer> tested =
        answers.size() > calibrate.size()
            ? answers.subList(calibrate.size(), answers.size())
            : List.of();
    List<Answer> alone =
        tested.stream().filter(answer -> admitted(answer, rung, certificates)).toList();
    double before = report.figures().coverage();
    double with = 1 - open + open * share(alone.size(), tested.size());
    int count = answers.size();
    Money spent =
        answers.stream().map(answer -> answer.attempt().charge()).reduce(Money.ZERO, Money::plus);
    return new LlmFigures(
        name,
        open,
        count,
        (int) answers.stream().filter(a -> a.attempt() instanceof Failed).count(),
        share(answers.stream().filter(Answer::right).count(), count),
        share(answers.stream().filter(this::classified).count(), count),
        share(answers.stream().filter(answer -> near(answer, llms)).count(), count),
        before,
        opens ? with : before,
        share(alone.stream().filter(answer -> !answer.right()).count(), alone.size()),
        priced && count > 0 ? spent.times(1000, count) : null,
        answers.stream().mapToLong(a -> a.took().toNanos()).average().orElse(0) / 1e9,
        certificates,
        own,
        stopped);
  }

  private List<Certificate> certify(Rung<String> rung, List<Answer> answers) {
    List<Judged> judged = new ArrayList<>();
    for (Answer answer : answers) {
      Proposed<String> said = answer.proposed();
      if (said != null) {
        judged.add(new Judged(said.value(), answer.row().label(), said.score()));
      }
    }
    String source = answers.size() + " rows that the rungs below left open";
    return new Certifier(rung.id(), report.feature().promise(), delta, clock.instant(), source)
        .errors(judged);
  }

  private static boolean admitted(Answer answer, Rung<String> rung, Certificates certificates) {
    Proposed<String> said = answer.proposed();
    return said != null && certificates.admitting(rung.id(), said.group(), said.score()) != null;
  }

  private boolean classified(Answer answer) {
    String said = report.classifier().predict(answer.row().text()).label();
    return said.equals(answer.row().label());
  }

  private static boolean near(Answer answer, Llms llms) {
    Request request = Request.of(answer.row().text());
    return answer.row().label().equals(llms.nearest(request));
  }

  /** The rows nobody below answers alone. */
  private List<Example> open(List<Example> rows) {
    Feature feature = report.feature();
    Ladder<String> ladder =
        Trial.ladder(feature, report.rules(), report.classifier(), shared, clock);
    return rows.stream()
        .filter(row ->
            !(ladder.climb(
                    "r_open", Request.of(row.text()).withFields(row.fields()), Feed.unwatched())
                instanceof Answered))
        .toList();
  }

  /** Rows stand in the order of their labels: some of them are drawn. */
  private List<Example> some(List<Example> rows, int most) {
    List<Example> drawn = new ArrayList<>(rows);
    Collections.shuffle(
        drawn, RandomGeneratorFactory.of("L64X128MixRandom").create(report.options().seed()));
    return List.copyOf(drawn.subList(0, Math.max(0, Math.min(most, drawn.size()))));
  }

  private static double share(long part, long of) {
    return of == 0 ? 0 : part / (double) of;
  }
}
