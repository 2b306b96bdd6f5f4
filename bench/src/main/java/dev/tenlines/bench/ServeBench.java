package dev.tenlines.bench;

import dev.tenlines.trial.TrialProject;
import dev.tenlines.trial.TrialReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import tools.jackson.databind.json.JsonMapper;

/** How fast the server starts and answers over HTTP, every answer durable before it is sent. */
final class ServeBench {
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final int CONNECTIONS = 96;
  private static final int FEW_CONNECTIONS = 4;

  private final Path home;

  ServeBench(Path home) {
    this.home = home;
  }

  /** Rules and cache, on a project that has nothing else. */
  List<BenchRow> rules() throws IOException {
    Path project = Files.createTempDirectory("tenlines-serve");
    Files.writeString(
        project.resolve("tenlines.yaml"),
        """
        features:
          triage:
            labels: { delivery: "", returns: "", lost_card: "" }
            rungs: [rules, cache, review]
            review: { audits: 0 }
        """);
    Files.createDirectories(project.resolve("rules"));
    Files.writeString(
        project.resolve("rules/triage.yaml"),
        """
        - when: input.mentions("stolen", "lost my card") && !input.mentions("found")
          then: lost_card
        - when: input.mentions("parcel", "delivery")
          then: delivery
        """);
    List<BenchRow> rows = new ArrayList<>();
    try (Served first = Served.start(home, project)) {
      Load.Result result =
          measure(first, "triage", CONNECTIONS, n -> body("Where is my parcel number " + n + "?"));
      rows.add(BenchRow.atLeast("serve", "rule answers/s over HTTP", result.perSecond(), 10_000));
      rows.add(BenchRow.atMost("serve", "rule answer p99 ms", result.p99Millis(), 20));
      rows.add(BenchRow.printed("serve", "rule answer p50 ms", result.p50Millis()));
      rows.add(BenchRow.atMost("serve", "rule answers that failed", (double) result.failed(), 0));
    }
    try (Served second = Served.start(home, project)) {
      rows.add(BenchRow.atMost("serve", "seconds until it listens", second.seconds(), 3));
    }
    return rows;
  }

  /** The small model of a trial, behind no rules and no cache: texts nobody asked before. */
  List<BenchRow> smallModel(TrialReport report) throws IOException {
    Path project = Files.createTempDirectory("tenlines-serve").resolve("model");
    TrialProject.write(report, project, "triage", false);
    Path configuration = project.resolve("tenlines.yaml");
    Files.writeString(
        configuration,
        Files.readString(configuration)
            .replace("[rules, cache, classifier, review]", "[classifier, review]"));
    List<String> texts = report.split().test().stream().map(row -> row.text()).toList();
    try (Served served = Served.start(home, project)) {
      Load load =
          load(
              served,
              "triage",
              FEW_CONNECTIONS,
              n -> body(texts.get((int) (n % texts.size())) + " " + n));
      load.run(WARM_UP);
      Load.Result result = load.run(MEASURED);
      return List.of(
          BenchRow.atLeast("banking77", "small-model answers/s over HTTP", result.perSecond(), 600),
          BenchRow.printed("banking77", "small-model answer p99 ms over HTTP", result.p99Millis()),
          BenchRow.atMost(
              "banking77", "small-model answers that failed", (double) result.failed(), 0));
    }
  }

  private static Load.Result measure(
      Served served, String feature, int connections, LongFunction<String> bodies)
      throws IOException {
    Load load = load(served, feature, connections, bodies);
    load.run(WARM_UP);
    return load.run(MEASURED);
  }

  private static Load load(
      Served served, String feature, int connections, LongFunction<String> bodies) {
    String path = "/v1/features/" + feature + "/requests";
    return new Load("127.0.0.1", served.port(), path, served.key(), "", connections, bodies);
  }

  private static String body(String text) {
    return "{\"input\":" + JsonMapper.shared().writeValueAsString(text) + "}";
  }
}
