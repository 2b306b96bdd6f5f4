package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asking, and reading back what was asked. */
class AskTest {
  @TempDir static Path directory;
  private static ApiServer server;
  private static ApiServer.Caller shop;

  @BeforeAll
  static void start() {
    server = ApiServer.start(directory);
    shop = server.application("a");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void ask_whatARuleKnows_isAnsweredWithItsTrace() {
    Answer answer = shop.ask("triage", "My parcel never came");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("outcome")).isEqualTo("answered");
    assertThat(answer.text("value")).isEqualTo("delivery");
    assertThat(answer.text("basis")).isEqualTo("construction");
    assertThat(answer.json().get("evidence").get(0).get("kind").asString()).isEqualTo("rule");
    assertThat(answer.json().get("trace")).hasSize(1);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void ask_whatNobodyKnows_isDeferredToAReviewThatCanBeRead() {
    Answer answer = shop.ask("triage", "What are your opening hours?");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("outcome")).isEqualTo("deferred");
    assertThat(answer.header("location")).isEqualTo("/v1/reviews/" + answer.text("review"));
    assertThat(shop.get(answer.header("location")).text("request")).isEqualTo(answer.text("id"));
  }

  @Test
  void ask_whereNobodyReviews_isDeclined() {
    Answer answer = shop.ask("unmanned", "What are your opening hours?");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("outcome")).isEqualTo("declined");
    assertThat(answer.text("reason")).isEqualTo("NO_ANSWER");
  }

  @Test
  void ask_withFields_rulesReadThem() {
    Answer answer =
        shop.post(
            "/v1/features/triage/requests",
            """
            {"input": "", "fields": {"vip": true, "orders": 3, "sum": 1.5, "country": "DE", "note": null},
             "conversation": [], "options": {"words": 200},
             "context": {"locale": "en-GB", "zone": "Europe/Berlin", "now": null}}
            """);

    assertThat(answer.text("value")).isEqualTo("returns");
    JsonNode kept = shop.get("/v1/requests/" + answer.text("id")).json();
    assertThat(kept.get("fields").toString())
        .isEqualTo("{\"country\":\"DE\",\"orders\":3,\"sum\":1.5,\"vip\":true}");
  }

  @Test
  void find_aRequest_isTheOutcomeWithWhatWasAsked() {
    Answer asked = shop.ask("triage", "Füße 😀 parcel <b>");

    JsonNode kept = shop.get("/v1/requests/" + asked.text("id")).json();

    assertThat(kept.get("input").asString()).isEqualTo("Füße 😀 parcel <b>");
    assertThat(kept.get("created").asString()).startsWith("2026-11-23T10:");
    assertThat(kept.get("verdict").isNull()).isTrue();
    asked
        .json()
        .properties()
        .forEach(name ->
            assertThat(kept.get(name.getKey())).as(name.getKey()).isEqualTo(name.getValue()));
  }

  @Test
  void list_pages_showEveryRequestOnceNewestFirst() {
    ApiServer.Caller other = server.application("pages");
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      asked.addFirst(other.ask(i % 2 == 0 ? "triage" : "unmanned", "parcel " + i).text("id"));
    }

    assertThat(ids(other, "/v1/requests?limit=3", "before")).isEqualTo(asked);
    assertThat(ids(other, "/v1/requests?feature=triage&limit=2", "before")).hasSize(4);
    assertThat(other.get("/v1/requests?outcome=deferred").json().get("items")).isEmpty();
    assertThat(
            other.get("/v1/requests?outcome=answered&feature=&before=&limit=").json().get("items"))
        .hasSize(7);
  }

  @Test
  void ask_asAStream_endsWithTheOutcome() {
    Answer stream = shop.ask("triage", "parcel?", "Accept", "text/event-stream");

    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.header("content-type")).startsWith("text/event-stream");
    assertThat(stream.body()).startsWith("event: outcome\ndata: {").endsWith("}\n\n");
    assertThat(event(stream).get("value").asString()).isEqualTo("delivery");
    assertThat(
            event(shop.ask("triage", "hm", "Accept", "text/event-stream, */*;q=0.1"))
                .get("outcome")
                .asString())
        .isEqualTo("deferred");
    assertThat(shop.ask("triage", "parcel?", "Accept", "*/*").header("content-type"))
        .startsWith("application/json");
    assertThat(
            shop.ask("triage", "parcel?", "Accept", "application/json, text/event-stream;q=0.5")
                .header("content-type"))
        .startsWith("application/json");
  }

  @Test
  void ask_asAStream_mistakesOfTheCallKeepTheirStatus() {
    shop.post("/v1/features/triage/requests", "{}", "Accept", "text/event-stream")
        .isProblem(400, "TL-501");
    shop.ask("nothing", "x", "Accept", "text/event-stream").isProblem(404, "TL-160");
  }

  @Test
  void ask_theSameKeyAgain_getsTheFirstOutcomeAndSaysSo() {
    String[] key = {"Idempotency-Key", "order 7"};
    Answer first = shop.ask("triage", "What now?", key);
    Answer second = shop.ask("triage", "What now?", key);

    assertThat(first.header("idempotency-replayed")).isEmpty();
    assertThat(second.header("idempotency-replayed")).isEqualTo("true");
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.header("location")).isEqualTo(first.header("location"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(shop.ask("unmanned", "What now?", key).text("id"))
        .as("a key counts for its feature")
        .isNotEqualTo(first.text("id"));
    assertThat(server.application("b").ask("triage", "What now?", key).text("id"))
        .as("and for its tenant")
        .isNotEqualTo(first.text("id"));
  }

  @Test
  void ask_theSameKeyForAnotherRequest_isRefused() {
    String[] key = {"Idempotency-Key", "order 8"};
    shop.ask("triage", "parcel", key);

    shop.ask("triage", "another parcel", key).isProblem(422, "TL-506");
    shop.post(
            "/v1/features/triage/requests", "{\"input\": \"parcel\", \"fields\": {\"a\": 1}}", key)
        .isProblem(422, "TL-506");
    shop.ask(
            "triage", "another parcel", "Idempotency-Key", "order 8", "Accept", "text/event-stream")
        .isProblem(422, "TL-506");
    assertThat(shop.ask("triage", "parcel", key).status()).isEqualTo(200);
  }

  @Test
  void ask_theSameKeyWithFieldsAndANul_isARepetition() {
    String body =
        "{\"input\": \"par\\u0000cel\", \"fields\": {\"n\": 1, \"x\": 1.0, \"s\": \"\\u0000\", \"b\": 9007199254740993}}";
    String[] key = {"Idempotency-Key", "order 9"};
    Answer first = shop.post("/v1/features/triage/requests", body, key);

    assertThat(shop.post("/v1/features/triage/requests", body, key).text("id"))
        .isEqualTo(first.text("id"));
    assertThat(shop.get("/v1/requests/" + first.text("id")).json().get("input").asString())
        .isEqualTo("par\0cel");
  }

  @Test
  void ask_theSameKeyTwentyTimesAtOnce_isOneRequest() throws Exception {
    ApiServer.Caller other = server.application("twenty");
    List<Answer> answers =
        atOnce(20, () -> other.ask("triage", "What now?", "Idempotency-Key", "one"));

    Set<String> ids = new HashSet<>();
    answers.forEach(answer -> ids.add(answer.text("id")));
    assertThat(ids).hasSize(1);
    assertThat(answers).filteredOn(a -> a.header("idempotency-replayed").isEmpty()).hasSize(1);
    assertThat(other.get("/v1/requests").json().get("items")).hasSize(1);
    assertThat(other.get("/v1/reviews").json().get("items")).hasSize(1);
  }

  @Test
  void ask_withAKeyThatIsNone_isRefused() {
    for (String key : List.of("", "x".repeat(201), "tab\tbed")) {
      shop.ask("triage", "parcel", "Idempotency-Key", key).isProblem(400, "TL-501");
    }
    shop.ask("triage", "parcel", "Idempotency-Key", "a", "Idempotency-Key", "b")
        .isProblem(400, "TL-501");
    assertThat(shop.ask("triage", "parcel", "Idempotency-Key", "x".repeat(200)).status())
        .isEqualTo(200);
  }

  static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> done : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
        answers.add(done.get());
      }
      return answers;
    }
  }

  /** The ids of a list, page by page. */
  static List<String> ids(ApiServer.Caller caller, String path, String cursor) {
    List<String> ids = new ArrayList<>();
    String next = "null";
    do {
      Answer page = caller.get(next.equals("null") ? path : path + "&" + cursor + "=" + next);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      page.json().get("items").forEach(item -> ids.add(item.get("id").asString()));
      next = page.text("next");
    } while (!next.equals("null"));
    return ids;
  }

  private static JsonNode event(Answer stream) {
    return JsonMapper.shared().readTree(stream.body().split("data: ", 2)[1]);
  }
}
