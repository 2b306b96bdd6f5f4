package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome;
import dev.tenlines.Tenlines;
import dev.tenlines.access.Role;
import dev.tenlines.ladder.History;
import dev.tenlines.mock.Dialect;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft on its way from a model to a caller, over real sockets on both sides. */
class StreamTest {
  private static final String REPLY = "Hello, we are very sorry that it is so late. It comes soon.";
  private static final String BODY = "{\"input\": \"Is the gadget late?\"}";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path directory;
  private final BlockingQueue<Outcome<?>> outcomes = new LinkedBlockingQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private MockProvider mock;

  @BeforeEach
  void start() {
    mock = MockProvider.start(0, Script.answers(asked -> REPLY));
  }

  @AfterEach
  void stop() {
    http.shutdownNow();
    mock.close();
  }

  @Test
  void tokens_comeAsTheModelSaysThem_unverified_theOutcomeLast() throws Exception {
    mock.play(Script.answers(asked -> REPLY).paced(Duration.ofMillis(100), 0));
    try (ApiServer server = server("");
        BufferedReader lines = lines(open(server, server.application("a")))) {
      String first = lines.readLine();
      List<History.Entry> recorded = server.tenlines.history().list(all("a"));
      String stream = first + "\n" + String.join("\n", lines.lines().toList());

      List<Event> events = Event.all(stream);
      assertThat(first).isEqualTo("event: token");
      assertThat(recorded).as("the first token came before there was an outcome").isEmpty();
      StringBuilder text = new StringBuilder();
      for (Event event : events.subList(0, events.size() - 1)) {
        assertThat(event.data().get("verified").asBoolean()).isFalse();
        text.append(event.data().get("text").asString());
      }
      assertThat(text).hasToString(REPLY);
      assertThat(events.getLast().name()).isEqualTo("outcome");
      assertThat(events.getLast().data().get("proposal").get("text").asString()).isEqualTo(REPLY);
    }
  }

  @Test
  void aWholeStream_keepsTheContract() throws Exception {
    try (ApiServer server = server("")) {
      Answer stream =
          server
              .application("a")
              .post("/v1/features/reply/requests", BODY, "Accept", "text/event-stream");

      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("cache-control")).contains("no-store");
      assertThat(Event.all(stream.body())).hasSizeGreaterThan(2);
    }
  }

  @Test
  void aRepetition_hasNoTokens_andSaysThatItIsOne() throws Exception {
    try (ApiServer server = server("")) {
      ApiServer.Caller shop = server.application("a");
      String[] key = {"Accept", "text/event-stream", "Idempotency-Key", "7"};

      Answer first = shop.post("/v1/features/reply/requests", BODY, key);
      Answer second = shop.post("/v1/features/reply/requests", BODY, key);

      assertThat(second.header("idempotency-replayed")).isEqualTo("true");
      assertThat(Event.all(second.body())).containsExactly(Event.all(first.body()).getLast());
      assertThat(mock.counts().requests()).isEqualTo(1);
    }
  }

  @Test
  void aCallerWhoLeavesInSilence_isNoticed_theProviderIsLeft_andTheUseIsBooked() throws Exception {
    mock.play(Script.answers(asked -> REPLY).paced(Duration.ofMinutes(2), 0));
    try (ApiServer server = server("")) {
      HttpResponse<InputStream> response = open(server, server.application("a"));
      try (BufferedReader lines = lines(response)) {
        assertThat(response.headers().firstValue("content-type").orElse(""))
            .startsWith("text/event-stream");
        assertThat(lines.readLine()).as("a sign of life").startsWith(":");
      }

      assertThat(mock.await(counts -> counts.cancelled() == 1, LONG)).isTrue();
      assertThat(outcomes.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isNotNull();
      List<History.Spend> spent =
          server
              .tenlines
              .history()
              .spend("a", Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
      assertThat(spent).hasSize(1);
      assertThat(spent.getFirst().charges()).isEqualTo(1);
    }
  }

  @Test
  void aCallerWhoLeavesAmidTokens_stopsTheModel() throws Exception {
    mock.play(Script.answers().paced(Duration.ofMillis(20), 5_000));
    try (ApiServer server = server("")) {
      try (BufferedReader lines = lines(open(server, server.application("a")))) {
        assertThat(lines.readLine()).isEqualTo("event: token");
      }

      assertThat(mock.await(counts -> counts.cancelled() == 1, LONG)).isTrue();
      assertThat(mock.counts().output()).isLessThan(5_000);
    }
  }

  @Test
  void aReaderWhoDoesNotRead_holdsUpNobodyElse() throws Exception {
    mock.play(Script.answers().paced(Duration.ZERO, 100_000));
    try (ApiServer server = server("");
        Socket idle = new Socket()) {
      idle.setReceiveBufferSize(1024);
      idle.connect(new InetSocketAddress("127.0.0.1", server.port()));
      ApiServer.Caller shop = server.application("a");
      idle.getOutputStream().write(call(shop).getBytes(StandardCharsets.UTF_8));

      assertThat(mock.await(counts -> counts.answered() == 1, LONG))
          .as("not even the model waits for the reader")
          .isTrue();
      mock.play(Script.answers(asked -> REPLY));
      Answer other = shop.post("/v1/features/reply/requests", BODY, "Accept", "text/event-stream");
      assertThat(Event.all(other.body()).getLast().name()).isEqualTo("outcome");
    }
  }

  @Test
  void stopping_endsOpenStreams_withWhy() throws Exception {
    mock.play(Script.answers(asked -> REPLY).paced(Duration.ofMinutes(2), 0));
    try (ApiServer server = server("");
        BufferedReader lines = lines(open(server, server.application("a")))) {
      assertThat(mock.await(counts -> counts.requests() == 1, LONG)).isTrue();

      server.context.close();

      List<Event> events = Event.all(String.join("\n", lines.lines().toList()));
      assertThat(events.getLast().name()).isEqualTo("error");
      assertThat(events.getLast().data().get("code").asString()).isEqualTo("TL-511");
      assertThat(mock.await(counts -> counts.cancelled() == 1, LONG)).isTrue();
    }
  }

  @Test
  void aBudgetOfOneKey_stopsThatKeyOnly() throws Exception {
    Files.createDirectories(directory);
    String[] secrets = new String[2];
    String poor;
    try (Tenlines before = Tenlines.in(directory).open()) {
      secrets[0] = before.access().createKey("poor", "a", Role.APPLICATION);
      poor = before.access().keys("a").getFirst().id();
      secrets[1] = before.access().createKey("rich", "a", Role.APPLICATION);
    }
    String budget =
        "budgets:\n  - { key: %s, window: total, stop: 0.000001 USD }\n".formatted(poor);
    try (ApiServer server = server(budget)) {
      Answer refused = server.new Caller(secrets[0]).post("/v1/features/reply/requests", BODY);
      Answer drafted = server.new Caller(secrets[1]).post("/v1/features/reply/requests", BODY);

      assertThat(refused.json().get("trace").toString()).contains("OVER_BUDGET");
      assertThat(drafted.json().get("proposal").get("text").asString()).isEqualTo(REPLY);
      assertThat(mock.counts().requests()).isEqualTo(1);
    }
  }

  private ApiServer server(String more) {
    return ApiServer.start(
        directory,
        ApiLimits.DEFAULT,
        builder -> {
          declare(more);
          return builder.onOutcome((request, outcome) -> outcomes.add(outcome));
        },
        ApiServer.Plain.class);
  }

  private void declare(String more) {
    try {
      Files.writeString(
          directory.resolve("tenlines.yaml"),
          """
          features:
            reply: { kind: draft, rungs: [macros, "model:writer", review] }
          models:
            writer:
              provider: anthropic
              base-url: "%s"
              model: claude-haiku-5-5
              key: mock
              limits: { first-byte: 2m, idle: 2m, total: 4m }
          """
                  .formatted(mock.baseUrl(Dialect.ANTHROPIC))
              + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<InputStream> open(ApiServer server, ApiServer.Caller caller)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.address("/v1/features/reply/requests"))
            .header("Authorization", "Bearer " + caller.key)
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString(BODY))
            .build();
    return http.send(request, BodyHandlers.ofInputStream());
  }

  private static BufferedReader lines(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static String call(ApiServer.Caller caller) {
    return String.join(
        "\r\n",
        "POST /v1/features/reply/requests HTTP/1.1",
        "Host: 127.0.0.1",
        "Authorization: Bearer " + caller.key,
        "Content-Type: application/json",
        "Accept: text/event-stream",
        "Content-Length: " + BODY.length(),
        "",
        BODY);
  }

  private static History.Filter all(String tenant) {
    return new History.Filter(tenant, null, null, null, 10);
  }
}
