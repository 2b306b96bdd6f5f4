package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Reservation;
import dev.tenlines.cost.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code spend}: what it cost, by what, and how far the budgets are used. */
class SpendTest {
  @TempDir private Path directory;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        """
        features:
          triage:
            labels: { a: "", b: "" }
            rungs: [rules, review]
            profile: { volume: 1000/month }
        budgets:
          - { feature: triage, window: total, warn: 0.5 EUR, stop: 1 EUR }
        exchange: { EUR: 1.25 USD }
        """);
  }

  private Cli spend(Object... more) {
    Object[] arguments = new Object[more.length + 3];
    arguments[0] = "spend";
    arguments[1] = "--project";
    arguments[2] = directory;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Cli.run(arguments);
  }

  private static void charge(Tenlines tenlines, String id, String model, @Nullable Long micros) {
    Money spent = micros == null ? null : new Money(micros, "USD");
    Reservation attempt =
        new Reservation(
            id, "r_" + id, Request.SINGLE_TENANT, "triage", "model:x@1", model, "k_1", spent);
    tenlines.ledger().hold(attempt);
    tenlines.ledger().settle(attempt, new Charge(Usage.of(9, 9), spent, false));
  }

  @Test
  void nothingSpent_isSaid() {
    assertThat(spend().out()).contains("Nothing was charged").contains("stops at 1.00 EUR");
  }

  @Test
  void charges_areSummedByWhatIsAsked_andThoseWithoutAPriceAreShownAsSuch() throws IOException {
    try (Tenlines tenlines = Tenlines.open(directory)) {
      tenlines.ask("triage", "x");
      tenlines.ask("triage", "y");
      charge(tenlines, "a", "gpt-6-luna", 300_000L);
      charge(tenlines, "b", "gpt-6-luna", 200_000L);
    }
    Path yaml = directory.resolve("tenlines.yaml");
    String budgeted = Files.readString(yaml);
    Files.writeString(yaml, budgeted.substring(0, budgeted.indexOf("budgets:")));
    try (Tenlines tenlines = Tenlines.open(directory)) {
      charge(tenlines, "c", "my-own", null);
    }
    Files.writeString(yaml, budgeted);

    Cli byModel = spend("--by", "model");
    JsonNode json = spend("--json").json();

    assertThat(byModel.out())
        .containsPattern("gpt-6-luna +2 +0\\.50 USD +0 +0")
        .containsPattern("my-own +1 +unpriced +1 +0")
        .contains("0.50 USD in all")
        .contains("triage: 250.00 USD a month at the declared 1000/month")
        .contains("0.40 EUR used, warns at 0.50 EUR, stops at 1.00 EUR");
    assertThat(json.get("groups").get("key").get(0).get("amount").asString()).isEqualTo("0.500000");
    assertThat(json.get("budgets").get(0).get("used").asString()).isEqualTo("0.400000");
  }

  @Test
  void daysThatAreNone_areRefused() {
    Cli refused = spend("--from", "2026-11-23", "--to", "2026-11-22");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("TL-244");
  }
}
