package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import dev.tenlines.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Prometheus reads of a server, and what the dashboard draws. */
class MetricsTest {
  private static final Path DASHBOARD = Path.of("../docker/dashboard.json");
  @TempDir private Path directory;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        """
        features:
          triage:
            labels: { delivery: "", returns: "" }
            rungs: [rules, review]
            review: { audits: 0 }
        """);
    Files.createDirectories(directory.resolve("rules"));
    Files.writeString(
        directory.resolve("rules/triage.yaml"),
        "- when: input.mentions(\"parcel\")\n  then: delivery\n");
  }

  @Test
  void metrics_tellWhatWasAnswered_andHoldAllThatTheDashboardDraws() throws Exception {
    try (RunningServer server = RunningServer.start(directory)) {
      server.tenlines().ask("triage", "Where is my parcel?");
      String key = server.tenlines().access().createKey("ops", Request.SINGLE_TENANT, Role.ADMIN);

      String metrics = read(URI.create(server.address() + "/v1/metrics"), key);

      assertThat(metrics)
          .containsPattern("tenlines_requests_total\\{feature=\"triage\",.* 1\\.0")
          .contains("tenlines_reviews_open{feature=\"triage\"}");
      assertThat(drawn()).isNotEmpty().allSatisfy(name -> assertThat(metrics).contains(name));
    }
  }

  private static List<String> drawn() throws IOException {
    return Pattern.compile("(tenlines|jvm|process)_[a-z_]+")
        .matcher(Files.readString(DASHBOARD))
        .results()
        .map(name -> name.group())
        .distinct()
        .toList();
  }

  private static String read(URI address, String key) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Authorization", "Bearer " + key).build(),
            BodyHandlers.ofString())
        .body();
  }
}
