package dev.tenlines.bench;

import dev.tenlines.Feature;
import dev.tenlines.Request;
import dev.tenlines.classify.ClassifierRung;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Deadline;
import dev.tenlines.ladder.Feed;
import dev.tenlines.learn.Certificates;
import dev.tenlines.trial.TrialReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How fast the small model answers in process, and how fast a cold start is. */
final class SpeedBench {
  private static final int WARM_UP = 2_000;
  private static final int STARTS = 5;

  private SpeedBench() {}

  /** Answers the test rows of a trial on all cores, after a warm-up. */
  static List<BenchRow> answers(String set, TrialReport report) {
    ClassifierRung rung =
        new ClassifierRung(report.feature(), report.classifier(), 1, Certificates.NONE);
    Deadline deadline = Deadline.in(Duration.ofHours(1), Clock.systemUTC());
    List<Ask> asks =
        report.split().test().stream()
            .map(
                row -> new Ask("r_1", "triage", Request.of(row.text()), deadline, Feed.unwatched()))
            .toList();
    IntStream.range(0, WARM_UP).parallel().forEach(i -> rung.attempt(asks.get(i % asks.size())));
    long start = System.nanoTime();
    double[] millis =
        IntStream.range(0, asks.size())
            .parallel()
            .mapToDouble(i -> {
              long began = System.nanoTime();
              rung.attempt(asks.get(i));
              return (System.nanoTime() - began) / 1e6;
            })
            .toArray();
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(millis);
    return List.of(
        BenchRow.atLeast(set, "small-model answers/s in process", asks.size() / seconds, 900),
        BenchRow.atMost(
            set, "small-model answer p95 ms", millis[(int) (0.95 * millis.length)], 10));
  }

  /** Seconds from the shell to the answer and back, the median of some starts. */
  static List<BenchRow> coldStart(Feature feature, Path home, Path project) {
    double[] seconds = new double[STARTS];
    // The first start writes the class archive; every later start is what a user sees.
    start(home, project, feature.name());
    for (int i = 0; i < STARTS; i++) {
      long began = System.nanoTime();
      start(home, project, feature.name());
      seconds[i] = (System.nanoTime() - began) / 1e9;
    }
    Arrays.sort(seconds);
    return List.of(BenchRow.atMost("ask", "seconds from a cold start", seconds[STARTS / 2], 2));
  }

  private static void start(Path home, Path project, String feature) {
    try {
      Path log = Files.createTempFile("ask", ".log");
      int code =
          new ProcessBuilder(
                  home.resolve("tenlines").toString(),
                  "ask",
                  feature,
                  "Where is my parcel?",
                  "--project",
                  project.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (code != 0) {
        throw new IllegalStateException("ask failed: " + Files.readString(log));
      }
      Files.delete(log);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
