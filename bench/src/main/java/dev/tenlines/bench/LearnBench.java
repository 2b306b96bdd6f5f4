package dev.tenlines.bench;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Tenlines;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Models;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import dev.tenlines.serving.TrainingSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * How long it takes from the last of 5,000 verdicts, a quarter of them audits, to a new model that
 * is certified and serves, and how good it is on requests nobody has judged.
 */
final class LearnBench {
  private static final String SET = "banking77";
  private static final String NAME = "banking";
  private static final int JUDGED = 5_000;
  private static final int MORE = 500;
  private static final int CALLERS = 16;

  private final Tenlines tenlines;
  private final Ahead clock;

  private LearnBench(Tenlines tenlines, Ahead clock) {
    this.tenlines = tenlines;
    this.clock = clock;
  }

  /** Measures on a set that is read in random order. */
  static List<BenchRow> run(BenchData data, Bench.Log log, long seed) throws IOException {
    List<Example> rows = new ArrayList<>(data.fit(SET, BenchData.columns("text", "intent")));
    if (log.missing(SET, rows)) {
      return List.of();
    }
    Collections.shuffle(rows, new SplittableRandom(seed));
    String[] labels = rows.stream().map(Example::label).distinct().toArray(String[]::new);
    Feature feature = Feature.classify(NAME, labels).withPromise(0.02, 0.90);
    Path directory = Files.createTempDirectory("tenlines-learn");
    Ahead clock = new Ahead();
    try (Tenlines tenlines = Tenlines.in(directory).feature(feature).clock(clock).open()) {
      return new LearnBench(tenlines, clock).rows(rows);
    }
  }

  private List<BenchRow> rows(List<Example> rows) {
    List<BenchRow> out = new ArrayList<>();
    judge(rows.subList(0, JUDGED));
    out.add(BenchRow.atMost(SET, "seconds from verdict to certified model", trained(), 60));
    Models.Version version = tenlines.learning(NAME).versions().getFirst();
    TrainingSummary summary = TrainingSummary.parse(version.summary());
    out.add(BenchRow.printed(SET, "verdicts it learned from", version.examples()));
    out.add(BenchRow.printed(SET, "audits it was tested on", summary.audits()));
    out.addAll(asked(rows.subList(JUDGED + MORE, rows.size())));
    judge(rows.subList(JUDGED, JUDGED + MORE));
    out.add(BenchRow.atMost(SET, "the same for the next model", trained(), 60));
    return out;
  }

  /** Each row is asked and then decided as its label says, if anybody is asked about it. */
  private void judge(List<Example> rows) {
    each(
        rows,
        row -> {
          String review = "v" + tenlines.ask(NAME, row.text()).id().substring(1);
          Verdict verdict = new Verdict.Corrected(row.label());
          return tenlines.reviews().decide("default", review, "bench", null, verdict);
        });
  }

  /** The time of a training, and the seconds in which a verdict can be undone before it counts. */
  private double trained() {
    clock.pass(ReviewQueue.UNDO);
    long start = System.nanoTime();
    tenlines.train(NAME).join();
    return (System.nanoTime() - start) / 1e9 + ReviewQueue.UNDO.toSeconds();
  }

  private List<BenchRow> asked(List<Example> rows) {
    int answered = 0;
    int wrong = 0;
    List<Outcome<?>> outcomes = each(rows, row -> tenlines.ask(NAME, row.text()));
    for (int i = 0; i < rows.size(); i++) {
      if (outcomes.get(i) instanceof Answered<?> a) {
        answered++;
        wrong += a.value().equals(rows.get(i).label()) ? 0 : 1;
      }
    }
    return List.of(
        BenchRow.printed(SET, "answered at a certified 2 %", (double) answered / rows.size()),
        BenchRow.atMost(SET, "error of these", wrong / Math.max(1.0, answered), 0.02));
  }

  private static <T> List<T> each(List<Example> rows, Function<Example, T> work) {
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<T> results = new ArrayList<>();
      for (Future<T> done :
          callers.invokeAll(
              rows.stream().map(row -> (Callable<T>) () -> work.apply(row)).toList())) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The time of day, some of it skipped. */
  private static final class Ahead extends Clock {
    private volatile Duration skipped = Duration.ZERO;

    void pass(Duration time) {
      skipped = skipped.plus(time);
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(skipped);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
