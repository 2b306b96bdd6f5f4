package dev.tenlines.bench;

import static dev.tenlines.bench.BenchRow.printed;

import dev.tenlines.Progress;
import dev.tenlines.Promise;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.classify.Calibration;
import dev.tenlines.classify.Llms;
import dev.tenlines.cost.PriceFile;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Deadline;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.learn.Example;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.ModelClients;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.model.ModelSettings.Limits;
import dev.tenlines.trial.LlmFigures;
import dev.tenlines.trial.LlmTrial;
import dev.tenlines.trial.TrialReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;

/**
 * What a real small language model does on a laptop: alone on rows of the test part, and above the
 * small model on the rows that it leaves open.
 */
final class LocalBench {
  private static final String RUNG = "model:local";
  private static final Promise TWO_PERCENT = new Promise(0.02, 0.90);

  private final BenchData data;
  private final Trials trials;
  private final LocalServer server;
  private final int most;
  private final Bench.Log log;
  private final Clock clock = Clock.systemUTC();

  LocalBench(BenchData data, Trials trials, LocalServer server, int most, Bench.Log log) {
    this.data = data;
    this.trials = trials;
    this.server = server;
    this.most = most;
    this.log = log;
  }

  List<BenchRow> rows() throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    rows.addAll(rows("banking77", "intent", 0.867));
    rows.addAll(rows("overruling_llm", "gold", Double.NaN));
    return rows;
  }

  private List<BenchRow> rows(String set, String label, double measured) throws IOException {
    var reader = BenchData.columns("text", label);
    List<Example> fit = data.fit(set, reader);
    if (log.missing(set, fit)) {
      return List.of();
    }
    TrialReport report = trials.run(fit, data.held(set, reader), 0.3, TWO_PERCENT);
    Path project = Files.createTempDirectory("tenlines-local");
    PriceFile prices = new PriceFile(project.resolve("prices.yaml"), clock);
    try (Tenlines books = Tenlines.open(project);
        ModelClients clients =
            ModelClients.open(
                List.of(model()), Map.of(), books.ledger(), prices, Transcripts.NONE, clock)) {
      Llms llms = Llms.of(clients, null, "trial", report.split().train(), trials.embedder());
      List<BenchRow> rows = new ArrayList<>(alone(set, report, llms, measured));
      rows.addAll(above(set, report, llms));
      return rows;
    }
  }

  /** Rows of the test part as they come, whatever the rungs below would do with them. */
  private List<BenchRow> alone(String set, TrialReport report, Llms llms, double measured) {
    List<Example> test = new ArrayList<>(report.split().test());
    Collections.shuffle(test, RandomGeneratorFactory.of("L64X128MixRandom").create(trials.seed()));
    List<Example> asked = test.subList(0, Math.min(most, test.size()));
    Rung<String> rung =
        Objects.requireNonNull(
            llms.rung(report.feature(), RUNG, report.classifier(), Calibration.FIRST_VERSION));
    int right = 0;
    int near = 0;
    int small = 0;
    long start = System.nanoTime();
    for (Example row : asked) {
      Request request = Request.of(row.text());
      Ask ask =
          new Ask(
              "r_local" + row.text().hashCode(),
              "trial",
              request,
              Deadline.in(Duration.ofMinutes(5), clock),
              Feed.unwatched());
      if (rung.attempt(ask) instanceof Proposed<String> said && said.value().equals(row.label())) {
        right++;
      }
      near += row.label().equals(llms.nearest(request)) ? 1 : 0;
      small += report.classifier().predict(row.text()).label().equals(row.label()) ? 1 : 0;
    }
    double count = Math.max(1, asked.size());
    BenchRow accuracy =
        printed(set, "language model accuracy", right / count)
            .beside("nearest example alone", near / count)
            .beside("small model", small / count);
    return List.of(
        printed(set, "rows asked", asked.size()),
        Double.isNaN(measured) ? accuracy : accuracy.beside("60 rows, measured before", measured),
        printed(set, "seconds a row", (System.nanoTime() - start) / 1e9 / count));
  }

  private List<BenchRow> above(String set, TrialReport report, Llms llms) {
    LlmTrial trial = LlmTrial.after(report, most, clock, Progress.NONE);
    LlmFigures figures = trial.run("local", RUNG, llms, true);
    System.err.println(set + ": " + figures.verdict());
    return List.of(
        printed(set, "open rows asked", figures.asked()),
        printed(set, "language model accuracy on open rows", figures.accuracy())
            .beside("nearest example alone", figures.nearest())
            .beside("small model", figures.classifier()),
        printed(set, "its promise holds (1) or is shut (0)", figures.opens() ? 1 : 0),
        printed(set, "answered at a certified 2 % without it", figures.before()),
        printed(set, "answered at a certified 2 % with it", figures.with()),
        printed(set, "what it adds above the small model", figures.added()));
  }

  private ModelSettings model() {
    return new ModelSettings(
        "local",
        Dialect.OPENAI,
        URI.create(server.url() + "/v1"),
        "local",
        null,
        null,
        true,
        false,
        Limits.USUAL);
  }
}
