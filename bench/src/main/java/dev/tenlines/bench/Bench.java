package dev.tenlines.bench;

import dev.tenlines.Feature;
import dev.tenlines.Progress;
import dev.tenlines.bench.answer.AnswerBench;
import dev.tenlines.bench.drill.Drills;
import dev.tenlines.bench.extract.ExtractBench;
import dev.tenlines.bench.search.SearchBench;
import dev.tenlines.bench.soak.SoakBench;
import dev.tenlines.bench.summarize.SummarizeBench;
import dev.tenlines.learn.Embedder;
import dev.tenlines.trial.Trial;
import dev.tenlines.trial.TrialOptions;
import dev.tenlines.trial.TrialProject;
import dev.tenlines.trial.TrialReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench/run NAME}. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    description =
        "Measures one table: classify (quality and speed), extract (fields, places, recognisers), answer, search, summarize, promise (the certificate), serve (HTTP),"
            + " ledger (charges), gateways (beside others), soak (what a server uses over time), drills (what is hurt on purpose) or llm-local (a real small model)."
            + " page makes docs/benchmarks of what all of them printed, which bench/run all does.")
public final class Bench implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description =
          "classify, extract, answer, search, summarize, promise, serve, ledger, gateways, soak, drills or llm-local")
  private String name = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Public sets (default: TENLINES_DATA, else ../shared/data).")
  private @Nullable Path data;

  @Option(
      names = "--test",
      paramLabel = "DIR",
      description = "Measure on these rows instead of a split.")
  private @Nullable Path test;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
  private long seed;

  @Option(
      names = "--rows",
      defaultValue = "200",
      paramLabel = "N",
      description = "llm-local: how many rows of each set are asked (default 200).")
  private int asked;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description =
          "gateways: how long each figure is measured (default 10); soak: how long it lasts (default 1800).")
  private @Nullable Integer length;

  @Option(names = "--only", paramLabel = "DRILL", description = "drills: this one alone.")
  private @Nullable String only;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /** Sets and peers that were not there. */
  public record Log(List<String> skipped) {
    public void skip(String what, String why) {
      skipped.add(what);
      System.err.println("SKIPPED " + what + ": " + why);
    }

    public boolean missing(String set, List<?> rows) {
      if (rows.isEmpty() && !skipped.contains(set)) {
        skipped.add(set);
        System.err.println("SKIPPED " + set + ": no rows under the data directory");
      }
      return rows.isEmpty();
    }
  }

  /** Measures and prints; fails only when the call is wrong, never for a figure. */
  public static void main(String[] arguments) {
    // The server brings two loggers, and only a server logs.
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
    System.exit(
        new CommandLine(new Bench())
            .setExecutionExceptionHandler((e, command, call) -> {
              if (e instanceof dev.tenlines.TenlinesException) {
                command.getErr().println(e.getMessage());
                return 1;
              }
              throw e;
            })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (name.equals("page")) {
      System.out.println("Wrote " + new BenchPage(home().resolve("docs/benchmarks")).write() + ".");
      return 0;
    }
    long start = System.nanoTime();
    Log log = new Log(new ArrayList<>());
    List<BenchRow> rows =
        switch (name) {
          case "classify" -> classify(log);
          case "answer" -> AnswerBench.rows(sets(), log, seed);
          case "extract" -> ExtractBench.rows(sets(), log, seed);
          case "search" -> SearchBench.rows(sets(), log, seed);
          case "summarize" -> SummarizeBench.rows(sets(), log, seed);
          case "promise" -> new PromiseBench(seed).rows();
          case "serve" -> serve(log);
          case "ledger" -> LedgerBench.rows();
          case "gateways" -> new GatewayBench(home(), seconds(10), log).rows();
          case "soak" -> new SoakBench(home(), seconds(1800)).rows();
          case "drills" -> new Drills(home(), seed, log).rows(only);
          case "llm-local" -> local(log);
          default ->
              throw new dev.tenlines.TenlinesException(
                  "TL-401",
                  "The benchmark (" + name + ") does not exist.",
                  "Maybe classify, extract, answer, search, summarize, promise, serve, ledger, gateways, soak, drills or llm-local.");
        };
    double seconds = (System.nanoTime() - start) / 1e9;
    if (json) {
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("bench", name);
      out.put("rows", rows.stream().map(BenchRow::json).toList());
      out.put("skipped", log.skipped());
      out.put("seconds", seconds);
      out.put("machine", machine());
      System.out.println(JsonMapper.shared().writeValueAsString(out));
    } else {
      print(rows, seconds);
    }
    return 0;
  }

  private List<BenchRow> classify(Log log) throws IOException {
    try (Embedder embedder = Embedder.find()) {
      List<BenchRow> rows = new ArrayList<>(coldStart(embedder));
      rows.addAll(new ClassifyBench(sets(), new Trials(embedder, seed), log).rows());
      return rows;
    }
  }

  private List<BenchRow> serve(Log log) throws IOException {
    List<BenchRow> rows = new ArrayList<>(new ServeBench(home()).rules());
    rows.addAll(PaintBench.rows(home(), log));
    try (Embedder embedder = Embedder.find()) {
      TrialReport report =
          new ClassifyBench(sets(), new Trials(embedder, seed), log).bankingTrial();
      if (report != null) {
        rows.addAll(new ServeBench(home()).smallModel(report));
      }
    }
    rows.addAll(LearnBench.run(sets(), log, seed));
    return rows;
  }

  private List<BenchRow> local(Log log) throws IOException {
    try (Embedder embedder = Embedder.find();
        LocalServer server = LocalServer.find(home(), log)) {
      return server == null
          ? List.of()
          : new LocalBench(sets(), new Trials(embedder, seed), server, asked, log).rows();
    }
  }

  /** Cold start is measured on the project the sample makes. */
  private List<BenchRow> coldStart(@Nullable Embedder embedder) throws IOException {
    Path home = home();
    Path project = Files.createTempDirectory("tenlines-bench").resolve("triage");
    TrialReport report =
        new Trial(
                new TrialOptions(
                    home.resolve("examples/sample/tickets.csv"),
                    "body",
                    "queue",
                    null,
                    null,
                    dev.tenlines.Profile.UNSTATED,
                    new dev.tenlines.Promise(0.1, 0.9),
                    10,
                    seed),
                embedder,
                Clock.systemUTC(),
                Progress.NONE)
            .run();
    TrialProject.write(report, project, "triage", false);
    return SpeedBench.coldStart(Feature.classify("triage", "a", "b"), home, project);
  }

  private Duration seconds(int usual) {
    return Duration.ofSeconds(length == null ? usual : length);
  }

  private static Path home() {
    return Path.of(System.getProperty("tenlines.home", ".")).toAbsolutePath().normalize();
  }

  private BenchData sets() {
    String named = System.getenv("TENLINES_DATA");
    Path fallback = named == null ? home().resolve("../shared/data") : Path.of(named);
    return new BenchData(data == null ? fallback : data, test);
  }

  private static void print(List<BenchRow> rows, double seconds) {
    System.out.printf(
        Locale.ROOT,
        "%-18s %-44s %9s %9s %9s  %-6s %s%n",
        "set",
        "metric",
        "value",
        "at least",
        "aim",
        "",
        "anchors");
    for (BenchRow row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%-18s %-44s %9s %9s %9s  %-6s %s%n",
          row.set(),
          row.metric(),
          number(row.value()),
          (row.lowerIsBetter() ? "≤ " : "") + number(row.atLeast()),
          number(row.aim()),
          row.verdict(),
          anchors(row));
    }
    System.out.printf(Locale.ROOT, "%.0f s on %s%n", seconds, machine());
  }

  private static String anchors(BenchRow row) {
    return String.join(
        ", ",
        row.anchors().entrySet().stream()
            .map(a -> a.getKey() + " " + number(a.getValue()))
            .toList());
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.4f", value);
  }

  private static String machine() {
    return Runtime.getRuntime().availableProcessors()
        + " cores, Java "
        + Runtime.version().feature()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch");
  }
}
