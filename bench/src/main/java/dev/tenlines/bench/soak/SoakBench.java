package dev.tenlines.bench.soak;

import dev.tenlines.bench.BenchRow;
import dev.tenlines.bench.Launch;
import dev.tenlines.bench.Served;
import dev.tenlines.bench.soak.Traffic.Totals;
import dev.tenlines.mock.Counts;
import dev.tenlines.mock.Dialect;
import dev.tenlines.mock.Fault;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One server with all six features under mixed traffic for a while: whether it fails, grows, or
 * books other than the provider bills.
 */
public final class SoakBench {
  private static final String SET = "soak";
  private static final int CLIENTS = 4;
  private static final int SAMPLES = 120;
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LINE = Duration.ofMinutes(1);
  private static final Duration TURN = Duration.ofSeconds(15);

  /** By turns: what a provider does on a good and on a bad day. None leaves its bill in doubt. */
  private static final List<Script> DAYS =
      List.of(
          Script.answers(),
          Script.sometimes(Fault.S08, 0.05, 1),
          Script.answers().paced(Duration.ofMillis(10), 0),
          Script.sometimes(Fault.S01, 0.02, 2),
          Script.sometimes(Fault.B08, 0.1, 3),
          Script.always(Fault.P01));

  private final Launch launch;
  private final Duration length;

  public SoakBench(Path home, Duration length) {
    this.launch = Launch.of(home);
    this.length = length;
  }

  public List<BenchRow> rows() throws IOException {
    Path project = Files.createTempDirectory("tenlines-soak");
    try (MockProvider mock = MockProvider.start(0, DAYS.getFirst())) {
      SmallShop.writeAll(project, mock.baseUrl(Dialect.OPENAI));
      var unused = launch.json("index", "--project", project.toString(), "--json");
      try (Served served = launch.serve(project)) {
        Caller reviewer = Caller.of(served.port(), launch.key(project, "reviewer", "reviewer"));
        Caller caller = Caller.of(served.port(), served.key());
        return soaked(mock, served, caller, reviewer, project);
      }
    }
  }

  private List<BenchRow> soaked(
      MockProvider mock, Served served, Caller caller, Caller reviewer, Path project)
      throws IOException {
    Samples samples = new Samples();
    long began = System.nanoTime();
    try (Traffic traffic = Traffic.start(CLIENTS, caller, reviewer, Question::all)) {
      long gap = Math.max(SHORTEST.toNanos(), length.toNanos() / SAMPLES);
      long line = 0;
      Samples.head();
      for (long at = 0; at < length.toNanos(); at = System.nanoTime() - began) {
        LockSupport.parkNanos(gap - at % gap);
        at = System.nanoTime() - began;
        mock.play(DAYS.get((int) (at / TURN.toNanos() % DAYS.size())));
        samples.add(Vitals.of(served.process().pid()));
        if (at >= line) {
          samples.line(at / 1e9, traffic.requests(), traffic.failures());
          line += LINE.toNanos();
        }
      }
      Totals totals = traffic.end();
      double seconds = (System.nanoTime() - began) / 1e9;
      samples.line(seconds, totals.requests(), totals.failed());
      totals.outcomes().forEach((name, count) -> System.err.println("  " + name + ": " + count));
      return rows(totals, seconds, samples, booked(mock.counts(), project));
    }
  }

  private static List<BenchRow> rows(
      Totals totals, double seconds, Samples samples, List<BenchRow> booked) {
    List<BenchRow> rows = new ArrayList<>();
    rows.add(BenchRow.printed(SET, "requests", (double) totals.requests()));
    rows.add(BenchRow.printed(SET, "requests per second", totals.requests() / seconds));
    rows.add(BenchRow.printed(SET, "verdicts", (double) totals.verdicts()));
    double share = (double) totals.failed() / Math.max(1, totals.requests());
    rows.add(BenchRow.atMost(SET, "share of calls that failed or were dropped", share, 0));
    rows.add(BenchRow.atMost(SET, "calls that were refused", (double) totals.refused(), 0));
    rows.add(BenchRow.printed(SET, "p50 ms", totals.p50()));
    rows.add(BenchRow.printed(SET, "p99 ms", totals.p99()));
    rows.addAll(samples.rows(SET));
    rows.addAll(booked);
    return rows;
  }

  private static List<BenchRow> booked(Counts counts, Path project) throws IOException {
    try {
      Billing ledger = Billing.of("jdbc:sqlite:" + project.resolve(".tenlines/tenlines.db"));
      double charges = (double) ledger.exact() + ledger.guessed() - counts.answered();
      double micros =
          (double) ledger.exactMicros() + ledger.guessedMicros() - Billing.micros(counts);
      return List.of(
          BenchRow.printed(SET, "answers that the provider billed", (double) counts.answered()),
          BenchRow.atMost(SET, "charges too many or too few", Math.abs(charges), 0),
          BenchRow.atMost(SET, "millionths off the bill", Math.abs(micros), 0),
          BenchRow.atMost(SET, "holds still open at the end", (double) ledger.held(), 0));
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
