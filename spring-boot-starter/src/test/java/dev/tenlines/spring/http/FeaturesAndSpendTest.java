package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What there is to ask, and what it cost. */
class FeaturesAndSpendTest {
  @TempDir static Path directory;
  private static ApiServer server;

  /** A rung that answers for money, in the currency the input names. */
  private static final class Paid implements Rung<String> {
    @Override
    public String name() {
      return "model:paid";
    }

    @Override
    public String version() {
      return "3";
    }

    @Override
    public Attempt<String> attempt(Ask ask) {
      return new Attempt.Proposed<>(
          "yes",
          1,
          null,
          "",
          new Outcome.Basis.Construction(),
          List.of(),
          Money.of("0.000123", ask.input()));
    }
  }

  @BeforeAll
  static void start() {
    server =
        ApiServer.start(
            directory, ApiLimits.DEFAULT, FeaturesAndSpendTest::paid, ApiServer.Plain.class);
  }

  private static TenlinesBuilder paid(TenlinesBuilder builder) {
    return builder
        .feature(
            Feature.classify("paid", "yes", "no").withPromise(0.05, 0.9).withRungs("model:paid"))
        .rung("model:paid", new Paid());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void metrics_areReadByAPrometheus() {
    server.admin("acme").get("/v1/metrics").isProblem(403, "TL-503");
    Answer metrics = server.admin("default").get("/v1/metrics");

    assertThat(metrics.header("content-type")).startsWith("text/plain");
    assertThat(metrics.body()).contains("# TYPE jvm_memory_used_bytes gauge");
  }

  @Test
  void features_areListedAsDeclared() {
    JsonNode items = server.reviewer("ann", "a").get("/v1/features").json().get("items");

    assertThat(items.findValuesAsString("name"))
        .containsExactly("triage", "hinted", "checked", "reply", "unmanned", "paid");
  }

  @Test
  void feature_saysWhatItPromisesAndHowItClimbs() {
    JsonNode feature = server.reviewer("ann", "a").get("/v1/features/triage").json();

    assertThat(feature.get("labels").toString())
        .isEqualTo("{\"delivery\":\"Where is my parcel?\",\"returns\":\"\",\"lost_card\":\"\"}");
    assertThat(feature.get("stage").asString()).isEqualTo("auto");
    assertThat(feature.get("promise").get("error").asDouble()).isEqualTo(0.02);
    assertThat(feature.get("rungs").get(0).get("rung").asString()).isEqualTo("rules");
    assertThat(feature.get("rungs").get(0).get("version").asString()).hasSize(6);
    assertThat(feature.get("certificates")).isEmpty();
    assertThat(feature.get("versions")).isEmpty();
  }

  @Test
  void spend_isTheSumOfItsRows_byDayAndCurrency() {
    ApiServer.Caller shop = server.application("spend");
    shop.ask("paid", "USD");
    shop.ask("paid", "USD");
    shop.ask("paid", "EUR");

    JsonNode spend = shop.get("/v1/spend").json();

    assertThat(spend.get("items").toString())
        .isEqualTo(
            """
            [{"day":"2026-11-23","feature":"paid","rung":"model:paid@3","charges":1,"amount":"0.000123","currency":"EUR"},\
            {"day":"2026-11-23","feature":"paid","rung":"model:paid@3","charges":2,"amount":"0.000246","currency":"USD"}]\
            """);
    assertThat(spend.get("sums").toString())
        .isEqualTo(
            """
            [{"amount":"0.000123","currency":"EUR"},{"amount":"0.000246","currency":"USD"}]\
            """);
    assertThat(shop.get("/v1/spend?from=2026-11-23&to=2026-11-23").json()).isEqualTo(spend);
    assertThat(shop.get("/v1/spend?to=2026-11-22").json().get("items")).isEmpty();
    assertThat(server.application("other").get("/v1/spend").json().get("items")).isEmpty();

    server.clock.advance(Duration.ofDays(29));
    assertThat(shop.get("/v1/spend").json()).isEqualTo(spend);
    server.clock.advance(Duration.ofDays(1));
    assertThat(shop.get("/v1/spend").json().get("items")).isEmpty();
  }
}
