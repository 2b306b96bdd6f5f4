package dev.tenlines.bench;

import static dev.tenlines.bench.BenchRow.atLeast;
import static dev.tenlines.bench.BenchRow.atMost;
import static dev.tenlines.bench.BenchRow.printed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One language model rung passed through over HTTP, beside two gateways of others, all in front of
 * the same mock, each in a process of its own on this machine.
 */
final class GatewayBench {
  private static final int CLIENTS = 16;
  private static final int STREAMS = 1_000;
  private static final int MOST_RUNS = 20;
  private static final int CALM = 3;
  private static final double GAIN = 1.03;
  private static final int TENANTS = 4;
  private static final String PEER_KEY = "sk-bench";
  private static final String CHAT =
      "{\"model\":\"mock\",\"messages\":[{\"role\":\"user\",\"content\":\"Where is my card #?\"}]}";
  private static final String ASK = "{\"input\":\"Where is my card #?\"}";

  private final Path home;
  private final Duration length;
  private final Bench.Log log;

  GatewayBench(Path home, Duration length, Bench.Log log) {
    this.home = home;
    this.length = length;
    this.log = log;
  }

  List<BenchRow> rows() throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    try (Mock mock = Mock.start(home, "")) {
      Measured direct = measure(load(mock.port(), "/v1/chat/completions", PEER_KEY, "", CHAT));
      rows.add(printed("mock", "requests/s at 16 clients", direct.many().perSecond()));
      rows.add(printed("mock", "p50 ms at one client", direct.one().p50Millis()));
      Measured own = own(mock);
      Measured portkey = portkey(mock);
      Measured litellm = litellm(mock);
      figures("tenlines", own, direct, rows);
      figures("portkey", portkey, direct, rows);
      figures("litellm", litellm, direct, rows);
      ratio("portkey", own, portkey, 5, rows);
      ratio("litellm", own, litellm, 25, rows);
      double p50 = own.one().p50Millis() - direct.one().p50Millis();
      double p99 = own.one().p99Millis() - direct.one().p99Millis();
      rows.add(atMost("tenlines", "added p50 ms at one client", p50, 1));
      rows.add(atMost("tenlines", "added p99 ms at one client", p99, 5));
      if (portkey != null) {
        double theirs = portkey.one().p50Millis() - direct.one().p50Millis();
        rows.add(atMost("tenlines", "added p50 ms, below Portkey's", p50, theirs));
      }
    }
    streams(rows);
    return rows;
  }

  /** At one client and at many, after a warm-up. */
  private record Measured(Load.Result one, Load.Result many) {}

  private Measured measure(Load load) throws IOException {
    Load.Result many = steady(load);
    return new Measured(steady(with(load, 1)), many);
  }

  /** Warm: when three runs in a row are hardly better than the best one before, or at the most. */
  private Load.Result steady(Load load) throws IOException {
    Load.Result last = load.run(length);
    double best = last.perSecond();
    int calm = 0;
    for (int run = 1; run < MOST_RUNS && calm < CALM; run++) {
      last = load.run(length);
      calm = last.perSecond() > GAIN * best ? 0 : calm + 1;
      best = Math.max(best, last.perSecond());
    }
    return last;
  }

  private static Load load(int port, String path, String key, String headers, String body) {
    return new Load(
        "127.0.0.1", port, path, key, headers, CLIENTS, n -> body.replace("#", Long.toString(n)));
  }

  private static Load with(Load load, int clients) {
    return new Load(
        load.host(), load.port(), load.path(), load.key(), load.headers(), clients, load.bodies());
  }

  private Measured own(Mock mock) throws IOException {
    Path project = project(mock);
    try (Served served = Served.start(home, project)) {
      return measure(load(served.port(), "/v1/features/triage/requests", served.key(), "", ASK));
    }
  }

  /** A model rung alone, so that every request is passed through, and its money is booked. */
  private static Path project(Mock mock) throws IOException {
    Path project = Files.createTempDirectory("tenlines-gateways");
    Files.writeString(
        project.resolve("tenlines.yaml"),
        """
        features:
          triage:
            labels: { card_arrival: "Where is my card?", lost_card: "Card lost or stolen" }
            profile: { latency-budget: 30s, wrong-answer-cost: 0.10 EUR, review-cost: 0.05 EUR }
            rungs: ["model:mock"]
          reply:
            kind: draft
            profile: { latency-budget: 60s }
            rungs: ["model:mock", review]
        models:
          mock: { provider: openai, model: gpt-4.1-mini, base-url: "%s", key: mock }
        """
            .formatted(mock.url()));
    Files.createDirectories(project.resolve("macros"));
    return project;
  }

  private @Nullable Measured portkey(Mock mock) throws IOException {
    try (Peers.Running peer = Peers.usual().portkey()) {
      if (peer == null) {
        log.skip("portkey", "it could not be installed or started");
        return null;
      }
      String headers =
          "x-portkey-provider: openai\r\nx-portkey-custom-host: " + mock.url() + "\r\n";
      return measure(load(peer.port(), "/v1/chat/completions", PEER_KEY, headers, CHAT));
    }
  }

  private @Nullable Measured litellm(Mock mock) throws IOException {
    try (Peers.Running peer = Peers.usual().litellm(mock.url(), PEER_KEY)) {
      if (peer == null) {
        log.skip("litellm", "it could not be installed or started");
        return null;
      }
      return measure(load(peer.port(), "/v1/chat/completions", PEER_KEY, "", CHAT));
    }
  }

  private static void figures(
      String name, @Nullable Measured measured, Measured direct, List<BenchRow> rows) {
    if (measured == null) {
      return;
    }
    Load.Result one = measured.one();
    rows.add(printed(name, "requests/s at 16 clients", measured.many().perSecond()));
    rows.add(printed(name, "requests/s at one client", one.perSecond()));
    rows.add(printed(name, "added p50 ms", one.p50Millis() - direct.one().p50Millis()));
    rows.add(printed(name, "added p99 ms", one.p99Millis() - direct.one().p99Millis()));
    double failed = (double) measured.many().failed() + one.failed();
    rows.add(atMost(name, "requests that failed", failed, 0));
  }

  private static void ratio(
      String name, Measured own, @Nullable Measured peer, double bound, List<BenchRow> rows) {
    if (peer != null) {
      double times = own.many().perSecond() / peer.many().perSecond();
      rows.add(atLeast("tenlines", "times the requests/s of " + name, times, bound));
    }
  }

  /** Streams of 50 events, one every 100 ms, from the mock itself and through a draft. */
  private void streams(List<BenchRow> rows) throws IOException {
    try (Mock mock = Mock.start(home, "pace 100ms x50")) {
      String chat =
          "{\"model\":\"mock\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
      Streams bare =
          new Streams(mock.port(), "/v1/chat/completions", List.of("mock"), chat, "data: [DONE]");
      bare.run(STREAMS);
      Streams.Result direct = bare.run(STREAMS);
      Path project = project(mock);
      try (Served served = Served.start(home, project)) {
        Streams through =
            new Streams(
                served.port(),
                "/v1/features/reply/requests",
                keys(project),
                "{\"input\":\"Where is my parcel? It is late.\"}",
                "event: outcome");
        through.run(STREAMS);
        Streams.Result own = through.run(STREAMS);
        rows.add(printed("mock", "complete of 1,000 streams", direct.complete()));
        rows.add(printed("mock", "p99 ms of a stream", direct.p99Millis()));
        rows.add(atLeast("tenlines", "complete of 1,000 streams", own.complete(), STREAMS));
        rows.add(
            atMost(
                "tenlines", "added p99 ms of a stream", own.p99Millis() - direct.p99Millis(), 250));
      }
    }
  }

  /** One tenant may have 512 calls under way: the streams come from several. */
  private List<String> keys(Path project) throws IOException {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < TENANTS; i++) {
      Process process =
          new ProcessBuilder(
                  home.resolve("tenlines").toString(),
                  "keys",
                  "--project",
                  project.toString(),
                  "--tenant",
                  "t" + i,
                  "--add",
                  "bench",
                  "--json")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      keys.add(JsonMapper.shared().readTree(process.getInputStream()).path("key").asString());
    }
    return keys;
  }

  /**
   * The mock in a process of its own.
   *
   * @param url where it speaks as OpenAI does
   */
  private record Mock(Process process, String url) implements AutoCloseable {

    private static Mock start(Path home, String script) throws IOException {
      Process process =
          new ProcessBuilder(
                  home.resolve("tenlines").toString(),
                  "mock",
                  "--port",
                  "0",
                  "--json",
                  "--script",
                  script)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = lines.readLine();
      if (line == null) {
        throw new IOException("the mock ended before it listened");
      }
      return new Mock(process, JsonMapper.shared().readTree(line).path("openai").asString());
    }

    private int port() {
      return URI.create(url).getPort();
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
