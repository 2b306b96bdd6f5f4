package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mock}: serves, fails as told, and says at its end what it counted. */
class MockTest {

  @Test
  void rehearsal_failsAsTold_andSaysTheTotals() throws Exception {
    StringWriter err = new StringWriter();
    PipedReader printed = new PipedReader();
    try (java.io.BufferedReader lines = new java.io.BufferedReader(printed);
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
