package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.mock.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mock}: serves, fails as told, and says at its end what it counted. */
class MockTest {

  @Test
  void rehearsal_failsAsTold_andSaysTheTotals() throws Exception {
    StringWriter err = new StringWriter();
    PipedReader printed = new PipedReader();
    try (BufferedReader lines = new BufferedReader(printed);
        PrintWriter out = new PrintWriter(new PipedWriter(printed), true)) {
      Thread command =
          Thread.ofPlatform()
              .start(() ->
                  Main.run(
                      out,
                      new PrintWriter(err, true),
                      "mock",
                      "--port",
                      "0",
                      "--script",
                      "S01",
                      "--verbose",
                      "--json"));
      String url = JsonMapper.shared().readTree(lines.readLine()).get("ollama").asString();

      assertThat(status(url)).isEqualTo(429);
      assertThat(status(url)).isEqualTo(200);
      command.interrupt();
      JsonNode totals = JsonMapper.shared().readTree(lines.readLine());
      command.join();

      assertThat(totals.get("requests").asInt()).isEqualTo(2);
      assertThat(totals.at("/models/llama/answered").asInt()).isEqualTo(1);
      assertThat(err.toString()).contains("S01 429").contains("200 answered");
    }
  }

  @Test
  void whatItPrints_isAProjectThatAnswers_andItsTotalsAreATable(@TempDir Path project)
      throws Exception {
    PipedReader printed = new PipedReader(1 << 16);
    try (BufferedReader lines = new BufferedReader(printed);
        PrintWriter out = new PrintWriter(new PipedWriter(printed), true)) {
      Thread command = Thread.ofPlatform().start(() -> Main.run(out, out, "mock", "--port", "0"));
      List<String> models = new ArrayList<>();
      while (models.size() < 1 + Dialect.values().length) {
        String line = lines.readLine();
        if (line.equals("models:") || !models.isEmpty()) {
          models.add(line);
        }
      }
      Files.writeString(
          project.resolve("tenlines.yaml"),
          """
          features:
            triage:
              labels: { card_arrival: "Where is my card?", lost_card: "Card lost or stolen" }
              profile: { latency-budget: 60s, wrong-answer-cost: 1 EUR, review-cost: 0.10 EUR }
              rungs: ["model:mock-openai", "model:mock-anthropic", review]
          """
              + String.join("\n", models));

      Cli asked = Cli.run("ask", "triage", "Where is it?", "--project", project, "--json");
      command.interrupt();
      List<String> totals = new ArrayList<>();
      while (totals.isEmpty() || !totals.getLast().startsWith("all")) {
        totals.add(lines.readLine().strip());
      }
      command.join();

      assertThat(asked.json().at("/trace/0/rung").asString()).startsWith("model:mock-openai@");
      assertThat(asked.json().at("/trace/1/result").asString()).isEqualTo("proposed");
      assertThat(totals).anyMatch(line -> line.matches("gpt-5-mini +1 +1 +0 .*"));
      assertThat(totals).anyMatch(line -> line.matches("all +2 +2 +0 .*"));
    }
  }

  private static int status(String url) throws IOException, InterruptedException {
    String body =
        "{\"model\":\"llama\",\"stream\":false,\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}";
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url + "/api/chat"))
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void list_namesEveryFault() {
    Cli listed = Cli.run("mock", "--list");

    assertThat(listed.out()).contains("S01").contains("E16  stream").contains("P03  phase");
    assertThat(Cli.run("mock", "--list", "--json").json().get(0).get("id").asString())
        .isEqualTo("C02");
    assertThat(listed.out().lines().collect(Collectors.toList())).hasSizeGreaterThan(70);
  }

  @Test
  void aScriptThatIsNotUnderstood_isNamed() {
    Cli refused = Cli.run("mock", "--port", "0", "--script", "S01, sometimes");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("TL-321").contains("sometimes");
  }
}
