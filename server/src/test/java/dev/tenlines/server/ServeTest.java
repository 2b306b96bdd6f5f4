package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code serve} as a user starts and stops it: a process of its own. */
class ServeTest {
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path directory;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        """
        features:
          triage:
            labels: { delivery: "", returns: "" }
            rungs: [rules, cache, review]
            review: { audits: 0 }
        """);
    Files.createDirectories(directory.resolve("rules"));
    Files.writeString(
        directory.resolve("rules/triage.yaml"),
        "- when: input.mentions(\"parcel\")\n  then: delivery\n");
  }

  /** A server process and what it has printed until it listened. */
  private record Running(Process process, List<String> lines, int port) implements AutoCloseable {
    String all() {
      return String.join("\n", lines);
    }

    String key() {
      Matcher key = Pattern.compile("tl_[0-9a-z]+").matcher(all());
      assertThat(key.find()).as(all()).isTrue();
      return key.group();
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }

  private static Process process(Path in, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    // What measures the tests' coverage measures the process they start as well.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-javaagent:"))
        .forEach(command::add);
    command.add("-Dtenlines.home=" + Path.of("..").toAbsolutePath().normalize());
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
    // Not as an argument: ONNX Runtime 1.29 dies of a command line as long as a test's class path.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile()).start();
  }

  private static Running serve(Path in) throws IOException {
    Process process = process(in, "serve", "--port", "0");
    List<String> lines = new ArrayList<>();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)").matcher(line);
      if (address.find()) {
        return new Running(process, lines, Integer.parseInt(address.group(1)));
      }
    }
    throw new AssertionError("it did not listen:\n" + String.join("\n", lines));
  }

  private HttpResponse<String> ask(int port, String key, String text)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/v1/features/triage/requests"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"input\": \"" + text + "\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void theFirstStart_showsPasswordAndKeyOnce_andTheKeyWorks() throws Exception {
    String key;
    try (Running first = serve(directory)) {
      key = first.key();
      assertThat(first.all()).contains("admin").contains("password: ");
      HttpResponse<String> answer = ask(first.port(), key, "Where is my parcel?");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"delivery\"");
    }
    try (Running second = serve(directory)) {
      assertThat(second.all()).doesNotContain("password").doesNotContain("tl_");
      assertThat(ask(second.port(), key, "Good morning").statusCode()).isEqualTo(202);
    }
  }

  @Test
  void aSecondStartOnTheSameDirectory_isRefusedInWords() throws Exception {
    try (Running running = serve(directory)) {
      assertThat(running.process().isAlive()).isTrue();
      Process second = process(directory, "serve", "--port", "0");
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(second.waitFor()).isEqualTo(1);
      assertThat(said).contains("TL-181").contains("is served already").contains("Maybe");
    }
  }

  @Test
  void aPortThatIsTaken_isRefusedInWords() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Process process = process(directory, "serve", "--port", "" + taken.getLocalPort());
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(said).contains("TL-313").contains("--port");
    }
  }

  @Test
  void aDirectoryWithoutAProject_isGivenTheSample_withAllSixFeaturesAtWork() throws Exception {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    try (Running running = serve(empty)) {
      assertThat(running.all())
          .contains(
              "tenlines-sample",
              "serves triage, comments, reply, invoice, order, orders, abstract, help");
      assertThat(rungs(running, "triage", "answered")).contains("classifier@1");
      assertThat(rungs(running, "orders", "answered")).contains("rules@1");
      assertThat(rungs(running, "help", "answered")).hasSizeGreaterThan(20);
      assertThat(rungs(running, "help", "declined")).hasSizeGreaterThanOrEqualTo(10);
      assertThat(rungs(running, "abstract", "answered")).isNotEmpty();
      for (String feature : List.of("triage", "comments", "reply", "invoice", "order")) {
        assertThat(items(running, "reviews?limit=5&feature=" + feature))
            .as(feature)
            .hasSizeGreaterThanOrEqualTo(5);
      }
    }
  }

  private List<String> rungs(Running running, String feature, String outcome) throws Exception {
    return items(running, "requests?limit=200&feature=" + feature + "&outcome=" + outcome).stream()
        .map(item -> item.get("rung").asString())
        .toList();
  }

  private List<JsonNode> items(Running running, String query) throws Exception {
    HttpResponse<String> page =
        http.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + running.port() + "/v1/" + query))
                .header("Authorization", "Bearer " + running.key())
                .build(),
            BodyHandlers.ofString());
    List<JsonNode> items = new ArrayList<>();
    JsonMapper.shared().readTree(page.body()).get("items").forEach(items::add);
    return items;
  }

  /** Who was taken on is answered; who comes later finds nobody listening. None hears half. */
  @Test
  void stoppingUnderLoad_dropsNoRequest() throws Exception {
    String key;
    ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    try (Running running = serve(directory)) {
      key = running.key();
      CountDownLatch warm = new CountDownLatch(200);
      try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
        for (int t = 0; t < 16; t++) {
          int thread = t;
          threads.execute(() -> askUntilGone(running.port(), key, thread, answered, broken, warm));
        }
        assertThat(warm.await(60, TimeUnit.SECONDS)).isTrue();
        running.process().destroy();
      }
      assertThat(running.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(broken).isEmpty();
    try (Running again = serve(directory)) {
      // What was taken on is recorded: all of it, and nothing else, was answered.
      assertThat(recorded(again.port(), key)).containsExactlyInAnyOrderElementsOf(answered);
    }
  }

  private List<String> recorded(int port, String key) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    String before = "";
    while (true) {
      JsonNode page =
          JsonMapper.shared()
              .readTree(
                  http.send(
                          HttpRequest.newBuilder(
                                  URI.create(
                                      "http://127.0.0.1:"
                                          + port
                                          + "/v1/requests?limit=200"
                                          + before))
                              .header("Authorization", "Bearer " + key)
                              .build(),
                          BodyHandlers.ofString())
                      .body());
      page.get("items").forEach(item -> ids.add(item.get("id").asString()));
      if (page.get("next").isNull()) {
        return ids;
      }
      before = "&before=" + page.get("next").asString();
    }
  }

  private void askUntilGone(
      int port,
      String key,
      int thread,
      ConcurrentLinkedQueue<String> answered,
      ConcurrentLinkedQueue<String> broken,
      CountDownLatch warm) {
    for (int i = 0; i < 100_000; i++) {
      try {
        HttpResponse<String> answer = ask(port, key, "parcel " + thread + " " + i);
        if (answer.statusCode() == 503) {
          return;
        }
        JsonNode outcome = JsonMapper.shared().readTree(answer.body());
        answered.add(outcome.get("id").asString());
        warm.countDown();
      } catch (ConnectException e) {
        return;
      } catch (IOException | RuntimeException e) {
        // A kept connection that is closed before the request was read is no dropped request.
        if (!String.valueOf(e.getMessage()).matches("(?s).*(GOAWAY|EOF reached|header parser).*")) {
          broken.add(e.toString());
        }
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
