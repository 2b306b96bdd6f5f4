package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be wrong with a call, and how it is told. */
class ProblemsTest {
  private static final ApiLimits NARROW = new ApiLimits(1 << 20, 32, 200_000, 1 << 20, 200_000, 3);

  @TempDir static Path directory;
  private static ApiServer server;
  private static ApiServer.Caller shop;
  private static CountDownLatch started = new CountDownLatch(3);
  private static CountDownLatch released = new CountDownLatch(1);

  @BeforeAll
  static void start() {
    server = ApiServer.start(directory, NARROW, ProblemsTest::scripted, ApiServer.Plain.class);
    shop = server.application("a");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A feature that waits until it is told, and one that breaks. */
  private static TenlinesBuilder scripted(TenlinesBuilder builder) {
    return builder
        .feature(Feature.classify("slow", "yes", "no").withRungs("model:slow"))
        .feature(Feature.classify("broken", "yes", "no").withRungs("model:broken"))
        .rung(
            "model:slow",
            rung(
                "model:slow",
                () -> {
                  started.countDown();
                  await(released);
                  return new Attempt.Abstained<>("waited");
                }))
        .onOutcome((request, outcome) -> {
          if (request.input().equals("fail late")) {
            throw new IllegalStateException("secret tl_abc in /etc/shop");
          }
        })
        .rung(
            "model:broken",
            rung(
                "model:broken",
                () -> {
                  throw new AssertionError("secret tl_abc in /etc/shop");
                }));
  }

  private static Rung<String> rung(String name, Supplier<Attempt<String>> script) {
    return new Rung<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String version() {
        return "1";
      }

      @Override
      public Attempt<String> attempt(Ask ask) {
        return script.get();
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void unknownPaths_areNotThere() {
    for (String path : List.of("/v1", "/v1/", "/v1/nothing", "/v1/features/", "/v1/keys/1")) {
      shop.get(path).isProblem(404, "TL-504");
      server.stranger().get(path).isProblem(401, "TL-502");
    }
    assertThat(shop.get("/v1/nothing").body()).isEqualTo(shop.get("/v1/requests/r_never").body());
    shop.get("/v1/features/nothing").isProblem(404, "TL-160");
    shop.ask("nothing", "x").isProblem(404, "TL-160");
  }

  @Test
  void keys_thatAreNone_areRefused() {
    Answer answer = server.stranger().get("/v1/features").isProblem(401, "TL-502");
    assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");

    for (String header :
        List.of(
            "Bearer",
            "Bearer ",
            "Bearer tl_",
            "Bearer " + shop.key + "x",
            "Bearer x" + shop.key,
            "Bearer ' OR '1'='1",
            "Bearer tl_" + "x".repeat(5_000),
            "Basic dXNlcjpwYXNz",
            shop.key)) {
      server.stranger().get("/v1/features", "Authorization", header).isProblem(401, "TL-502");
    }
    assertThat(
            server.stranger().get("/v1/features", "Authorization", "bearer  " + shop.key).status())
        .isEqualTo(200);
    assertThat(server.stranger().get("/v1/features?key=" + shop.key).status()).isEqualTo(401);
  }

  @Test
  void methods_thatAreNotOffered_areNamed() {
    Answer answer = shop.delete("/v1/features").isProblem(405, "TL-510");
    assertThat(answer.header("allow")).contains("GET");
    shop.put("/v1/reviews/v_1/verdict").isProblem(405, "TL-510");
    shop.send("PATCH", "/v1/spend", BodyPublishers.ofString("{}")).isProblem(405, "TL-510");
    assertThat(shop.send("HEAD", "/v1/features", BodyPublishers.noBody()).status()).isEqualTo(200);
  }

  @Test
  void mediaTypes_thatAreNotOffered_areRefused() {
    shop.get("/v1/features", "Accept", "text/html").isProblem(406, "TL-510");
    shop.get("/v1/features", "Accept", "text/event-stream").isProblem(406, "TL-510");
    shop.ask("triage", "parcel", "Accept", "application/xml").isProblem(406, "TL-510");
    shop.ask("triage", "parcel", "Accept", "nonsense").isProblem(406, "TL-510");
    assertThat(shop.get("/v1/features", "Accept", "text/html, */*;q=0.1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/requests?limit=0",
        "/v1/requests?limit=201",
        "/v1/requests?limit=-1",
        "/v1/requests?limit=1e2",
        "/v1/requests?limit=99999999999",
        "/v1/requests?limit=5&limit=6",
        "/v1/requests?outcome=ANSWERED",
        "/v1/requests?before=v_1",
        "/v1/requests?before=r_1'--",
        "/v1/requests?tenant=b",
        "/v1/reviews?state=closed",
        "/v1/reviews?after=v_never",
        "/v1/reviews?limit=x",
        "/v1/reviews?before=v_1",
        "/v1/spend?from=yesterday",
        "/v1/spend?to=2026-02-30",
        "/v1/spend?from=2026-11-23&to=2026-11-22",
        "/v1/spend?from=2024-01-01&to=2026-01-01",
        "/v1/spend?to=-999999999-01-01",
        "/v1/spend?to=%2B999999999-12-31",
        "/v1/requests?feature=%00",
      })
  void parameters_thatAreNotValid_areRefused(String path) {
    Answer answer = shop.get(path);

    assertThat(answer.status()).isIn(400, 404);
    answer.isProblem(answer.status(), answer.status() == 400 ? "TL-501" : "TL-160");
  }

  @Test
  void parameters_featuresAreDeclaredOnes() {
    shop.get("/v1/requests?feature=nothing").isProblem(404, "TL-160");
    shop.get("/v1/reviews?feature=nothing").isProblem(404, "TL-160");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1//features",
        "/v1/features;a=b",
        "/v1/features/%2e%2e/requests",
        "/v1/features/a%0d%0ab",
        "/v1/features/a%25b"
      })
  void addresses_thatSpringSecurityRefuses_areProblemsToo(String path) throws IOException {
    assertThat(raw(path, "Authorization: Bearer " + shop.key))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"TL-501\"");
  }

  /** The servlet container answers these by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1/features/a%2Fb", "/v1/features/a%00", "/v1/features/a%5Cb"})
  void addresses_thatTheContainerRefuses_reachNobody(String path) throws IOException {
    assertThat(raw(path, "Authorization: Bearer " + shop.key))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("Exception", "tomcat");
  }

  @Test
  void headers_withControlCharacters_areRefused() throws IOException {
    assertThat(raw("/v1/features", "Authorization: Bearer t\u0007l")).startsWith("HTTP/1.1 4");
    assertThat(raw("/v1/features", "Authorization: Bearer tl_\u00e9")).startsWith("HTTP/1.1 4");
  }

  @Test
  void calls_beyondWhatATenantMayHaveUnderWay_areTurnedAway() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> under = new java.util.ArrayList<>();
      for (int i = 0; i < 3; i++) {
        under.add(threads.submit(() -> shop.ask("slow", "?")));
      }
      await(started);

      Answer refused = shop.get("/v1/features").isProblem(429, "TL-509");
      assertThat(Integer.parseInt(refused.header("retry-after"))).isPositive();
      assertThat(server.application("b").get("/v1/features").status()).isEqualTo(200);

      released.countDown();
      for (Future<Answer> done : under) {
        assertThat(done.get().status()).isEqualTo(200);
      }
      assertThat(shop.get("/v1/features").status()).isEqualTo(200);
    }
  }

  @Test
  void mistakesOfOurs_tellNothingOfTheInside() {
    for (String feature : List.of("broken", "triage")) {
      Answer answer = shop.ask(feature, "fail late").isProblem(500, "TL-999");
      assertThat(answer.body()).doesNotContain("secret", "/etc");
    }
    Answer stream = shop.ask("triage", "fail late", "Accept", "text/event-stream");
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.body()).startsWith("event: error\ndata: {").contains("TL-999");
    assertThat(stream.body()).doesNotContain("secret", "/etc");
  }

  @Test
  void stopping_isToldWithWhenToComeAgain(@TempDir Path other) {
    try (ApiServer stopping = ApiServer.start(other)) {
      ApiServer.Caller caller = stopping.application("a");
      assertThat(caller.ask("triage", "parcel").status()).isEqualTo(200);

      stopping.tenlines.close();

      Answer answer = caller.ask("triage", "parcel").isProblem(503, "TL-511");
      assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
    }
  }

  /** Sends a request line as it stands, which no HTTP client would. */
  private static String raw(String path, String header) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + path
                      + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                      + header
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
