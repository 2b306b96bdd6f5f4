package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Stage;
import dev.tenlines.spring.ShopFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Searches over HTTP: chips, plans that go back, rows page by page and as CSV. */
class SearchTest {
  @TempDir static Path directory;
  private static ApiServer server;
  private static ApiServer.Caller shop;

  @BeforeAll
  static void start() {
    server =
        ApiServer.start(
            directory,
            ApiLimits.DEFAULT,
            builder -> builder.feature(ShopFiles.in(directory).withStage(Stage.AUTO)),
            ApiServer.Plain.class);
    shop = server.application("default");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void question_isAnsweredInTheScopeOfTheKey() {
    JsonNode mine = shop.ask("orders", "orders over 100").json().get("value");
    Answer theirs = server.application("elsewhere").ask("orders", "orders over 100");

    assertThat(mine.get("rows").toString()).contains("A-1", "120.5").doesNotContain("R-1");
    assertThat(mine.get("chips").toString()).contains("100");
    assertThat(theirs.json().get("value").get("rows").toString()).contains("R-1");
  }

  @Test
  void changedPlan_isExecuted_andWhatIsNoneIsRefused() {
    ObjectNode plan =
        (ObjectNode) shop.ask("orders", "open orders").json().get("value").get("plan");
    plan.put("limit", 1);

    JsonNode answer = asked("open orders", plan).json();
    assertThat(answer.get("rung").asString()).isEqualTo("asker@1");
    assertThat(answer.get("value").get("rows")).hasSize(1);
    plan.put("sql", "DROP TABLE orders");
    asked("open orders", plan).isProblem(400, "TL-420");
  }

  @Test
  void idempotencyKey_ofAnotherPlan_isRefused() {
    ObjectNode plan = (ObjectNode) shop.ask("orders", "orders").json().get("value").get("plan");
    assertThat(asked("orders", plan, "Idempotency-Key", "k").status()).isEqualTo(200);
    plan.put("limit", 3);

    asked("orders", plan, "Idempotency-Key", "k").isProblem(422, "TL-506");
  }

  @Test
  void unknownZone_isRefused() {
    shop.post(
            "/v1/features/orders/requests",
            "{\"input\": \"orders\", \"context\": {\"zone\": \"Mars/Base\"}}")
        .isProblem(400, "TL-421");
  }

  @Test
  void furtherRows_areReadPageByPage_orAllAsCsv() {
    Answer asked = shop.ask("orders", "orders");
    String rows = "/v1/requests/" + asked.text("id") + "/rows";

    assertThat(asked.json().get("value").get("more").asBoolean()).isTrue();
    JsonNode page = shop.get(rows + "?offset=60&limit=10").json();
    assertThat(page.get("rows")).hasSize(2);
    assertThat(page.get("more").asBoolean()).isFalse();
    Answer csv = shop.get(rows, "Accept", "text/csv");
    assertThat(csv.header("content-type")).startsWith("text/csv");
    assertThat(csv.body().lines()).hasSize(63).anyMatch(line -> line.startsWith("'=A-2"));
    shop.get(rows + "?offset=x").isProblem(400, "TL-501");
    server.application("elsewhere").get(rows).isProblem(404, "TL-504");
  }

  @Test
  void unknownWord_isDeclinedWithIt() {
    Answer declined = shop.ask("orders", "orders with gluten");

    assertThat(declined.status()).isEqualTo(200);
    assertThat(declined.text("outcome")).isEqualTo("declined");
    assertThat(declined.json().get("proposal").get("lacking").get("why").asString()).isNotEmpty();
  }

  private static Answer asked(String question, JsonNode plan, String... headers) {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("input", question);
    body.putObject("options").set("plan", plan);
    return shop.post("/v1/features/orders/requests", body.toString(), headers);
  }
}
