package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What reviewers do over HTTP. Every test works in a tenant of its own. */
class ReviewTest {
  private static final String CORRECTED = "{\"decision\": \"corrected\", \"value\": \"returns\"}";

  @TempDir static Path directory;
  private static ApiServer server;
  private static int tenants;

  private ApiServer.Caller shop;
  private ApiServer.Caller ann;
  private ApiServer.Caller bob;
  private ApiServer.Caller boss;

  @BeforeAll
  static void start() {
    server = ApiServer.start(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void newTenant() {
    String tenant = "t" + tenants++;
    shop = server.application(tenant);
    ann = server.reviewer("ann", tenant);
    bob = server.reviewer("bob", tenant);
    boss = server.admin(tenant);
  }

  private String deferred() {
    return shop.ask("triage", "What now?").text("review");
  }

  private static String lease(String id) {
    return "/v1/reviews/" + id + "/lease";
  }

  private static String verdict(String id) {
    return "/v1/reviews/" + id + "/verdict";
  }

  @Test
  void take_theFirstDue_isLeasedToOnePersonOnly() {
    String first = deferred();
    String second = deferred();

    Answer taken = ann.post("/v1/leases", "{}");

    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.header("location")).isEqualTo("/v1/reviews/" + first);
    assertThat(taken.text("id")).isEqualTo(first);
    assertThat(taken.json().get("lease").get("holder").asString()).isEqualTo("ann");
    assertThat(taken.text("cause")).isEqualTo("no_proposal");
    assertThat(taken.text("due")).startsWith("2026-11-23T1");
    assertThat(ann.post("/v1/leases", "").text("id")).as("what she holds already").isEqualTo(first);
    assertThat(
            bob.post(
                    "/v1/leases",
                    "{\"feature\": \"triage\", \"skipped\": false, \"escalated\": null}")
                .text("id"))
        .isEqualTo(second);
  }

  @Test
  void take_whenNothingWaits_hasNoContent() {
    Answer answer = ann.post("/v1/leases", "{\"feature\": \"hinted\"}");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(ann.post("/v1/leases", "{\"escalated\": true}").status()).isEqualTo(204);
  }

  @Test
  void take_withAWrongSeat_isRefused() {
    ann.post("/v1/leases", "{\"feature\": \"triag\"}").isProblem(404, "TL-160");
    ann.post("/v1/leases", "{\"feature\": 3}").isProblem(400, "TL-501");
    ann.post("/v1/leases", "{\"skipped\": \"yes\"}").isProblem(400, "TL-501");
    ann.post("/v1/leases", "{\"person\": \"bob\"}").isProblem(400, "TL-501");
    ann.post("/v1/leases", "{}", "Content-Type", "text/plain").isProblem(415, "TL-510");
  }

  @Test
  void hold_whatAnotherHolds_namesTheHolderAndTheEnd() {
    String id = deferred();
    Answer held = ann.put(lease(id));
    assertThat(held.status()).isEqualTo(200);

    Answer refused = bob.put(lease(id)).isProblem(409, "TL-507");

    assertThat(refused.text("holder")).isEqualTo("ann");
    assertThat(refused.text("until")).isEqualTo(held.json().get("lease").get("until").asString());
    bob.delete(lease(id)).isProblem(409, "TL-507");
    bob.decide(id, CORRECTED).isProblem(409, "TL-507");
  }

  @Test
  void hold_again_prolongs_andAnExpiredLeaseGoesToTheNext() {
    String id = deferred();
    String until = ann.put(lease(id)).json().get("lease").get("until").asString();
    server.clock.advance(Duration.ofMinutes(4));

    Answer longer = ann.put(lease(id));
    assertThat(longer.json().get("lease").get("until").asString()).isGreaterThan(until);
    server.clock.advance(Duration.ofMinutes(4));
    bob.put(lease(id)).isProblem(409, "TL-507");
    server.clock.advance(Duration.ofMinutes(2));

    assertThat(bob.put(lease(id)).status()).isEqualTo(200);
    ann.decide(id, "{\"decision\": \"rejected\", \"reason\": \"late\", \"version\": 1}")
        .isProblem(409, "TL-507");
  }

  @Test
  void release_givesTheItemBack() {
    String id = deferred();
    ann.put(lease(id));

    Answer released = ann.delete(lease(id));

    assertThat(released.status()).isEqualTo(204);
    assertThat(released.body()).isEmpty();
    assertThat(bob.post("/v1/leases", "{}").text("id")).isEqualTo(id);
  }

  @Test
  void decide_approved_takesTheProposal() {
    String id = shop.ask("hinted", "parcel?").text("review");
    Answer item = ann.put(lease(id));
    assertThat(item.text("proposal")).isEqualTo("delivery");
    assertThat(item.text("cause")).isEqualTo("policy");

    Answer decided =
        ann.decide(id, "{\"decision\": \"approved\", \"version\": " + item.text("version") + "}");

    JsonNode verdict = decided.json().get("verdict");
    assertThat(decided.status()).isEqualTo(200);
    assertThat(verdict.get("decision").asString()).isEqualTo("approved");
    assertThat(verdict.get("value").asString()).isEqualTo("delivery");
    assertThat(verdict.get("reviewer").asString()).isEqualTo("ann");
    assertThat(verdict.get("reason").isNull()).isTrue();
    assertThat(verdict.get("effective").asString()).isGreaterThan(verdict.get("at").asString());
    assertThat(decided.json().get("lease").isNull()).isTrue();
  }

  @Test
  void decide_theSameAgain_isDone_butNotForAnotherOrOtherwise() {
    String id = deferred();
    Answer first = ann.decide(id, CORRECTED);

    assertThat(ann.decide(id, CORRECTED).body()).isEqualTo(first.body());
    assertThat(
            ann.decide(id, "{\"decision\": \"corrected\", \"value\": \"returns\", \"version\": 0}")
                .body())
        .isEqualTo(first.body());
    Answer stale = bob.decide(id, CORRECTED).isProblem(409, "TL-508");
    assertThat(stale.text("version")).isEqualTo(first.text("version"));
    ann.decide(id, "{\"decision\": \"rejected\"}").isProblem(409, "TL-508");
    ann.put(lease(id)).isProblem(409, "TL-508");
    ann.delete(lease(id)).isProblem(409, "TL-508");
  }

  @Test
  void decide_onAVersionThatIsGone_saysTheOneThereIs() {
    String id = deferred();
    Answer item = ann.put(lease(id));

    Answer stale =
        ann.decide(id, "{\"decision\": \"corrected\", \"value\": \"returns\", \"version\": 0}")
            .isProblem(409, "TL-508");

    assertThat(stale.text("version")).isEqualTo(item.text("version"));
  }

  @Test
  void decide_whatIsNoVerdict_isRefused() {
    String id = deferred();
    String hinted = shop.ask("hinted", "parcel?").text("review");

    ann.decide(id, "{}").isProblem(400, "TL-170");
    ann.decide(id, "{\"decision\": \"maybe\"}").isProblem(400, "TL-170");
    ann.decide(id, "{\"decision\": \"corrected\"}").isProblem(400, "TL-170");
    ann.decide(id, "{\"decision\": \"corrected\", \"value\": \"Returns\"}")
        .isProblem(400, "TL-173");
    ann.decide(id, "{\"decision\": \"corrected\", \"value\": 3}").isProblem(400, "TL-501");
    ann.decide(id, "{\"decision\": \"approved\"}").isProblem(400, "TL-176");
    ann.decide(hinted, "{\"decision\": \"approved\", \"value\": \"returns\"}")
        .isProblem(400, "TL-501");
    ann.decide(id, "{\"decision\": \"rejected\", \"value\": \"returns\"}").isProblem(400, "TL-501");
    ann.decide(id, "{\"decision\": \"corrected\", \"value\": \"returns\", \"reason\": \"because\"}")
        .isProblem(400, "TL-501");
    ann.decide(id, "{\"decision\": \"rejected\", \"reason\": \"" + "x".repeat(2001) + "\"}")
        .isProblem(400, "TL-501");
    ann.decide(id, "{\"decision\": \"rejected\", \"reason\": \"\\u0000\"}")
        .isProblem(400, "TL-501");
    ann.decide(id, "{\"decision\": \"rejected\", \"version\": \"1\"}").isProblem(400, "TL-501");
    ann.decide(id, "{\"decision\": \"rejected\", \"reviewer\": \"bob\"}").isProblem(400, "TL-501");
    assertThat(ann.get("/v1/reviews/" + id).json().get("verdict").isNull()).isTrue();
  }

  @Test
  void undo_withinTenSeconds_givesTheItemBackToItsReviewer() {
    String id = deferred();
    ann.decide(id, CORRECTED);

    bob.delete(verdict(id)).isProblem(409, "TL-508");
    Answer undone = ann.delete(verdict(id));

    assertThat(undone.status()).isEqualTo(200);
    assertThat(undone.json().get("verdict").isNull()).isTrue();
    assertThat(undone.json().get("lease").get("holder").asString()).isEqualTo("ann");
    ann.delete(verdict(id)).isProblem(409, "TL-508");
  }

  @Test
  void undo_afterTenSeconds_isTooLate_andTheRequestShowsTheVerdict() {
    Answer asked = shop.ask("triage", "What now?");
    String request = "/v1/requests/" + asked.text("id");
    ann.decide(asked.text("review"), "{\"decision\": \"rejected\", \"reason\": \"spam <b>\"}");
    assertThat(shop.get(request).json().get("verdict").isNull()).as("not yet").isTrue();

    server.clock.advance(Duration.ofSeconds(11));

    ann.delete(verdict(asked.text("review"))).isProblem(409, "TL-175");
    JsonNode verdict = shop.get(request).json().get("verdict");
    assertThat(verdict.get("decision").asString()).isEqualTo("rejected");
    assertThat(verdict.get("reason").asString()).isEqualTo("spam <b>");
    assertThat(verdict.get("value").isNull()).isTrue();
  }

  @Test
  void audit_isBlind_andNamesItsRequestToAdministratorsOnly() {
    Answer answered = shop.ask("checked", "My parcel");
    shop.ask("checked", "What now?");
    assertThat(answered.text("outcome")).isEqualTo("answered");

    for (ApiServer.Caller caller : List.of(shop, ann, boss)) {
      JsonNode items = caller.get("/v1/reviews?feature=checked").json().get("items");
      assertThat(items).hasSize(2);
      for (JsonNode item : items) {
        assertThat(item.get("cause").asString()).isEqualTo("audit");
        assertThat(item.get("proposal").isNull()).isTrue();
        assertThat(item.get("evidence")).isEmpty();
        assertThat(item.get("request").isNull()).isEqualTo(caller != boss);
        assertThat(item.get("reason"))
            .as("the same for what was answered and what was not")
            .isEqualTo(items.get(0).get("reason"));
      }
    }
    JsonNode taken = ann.post("/v1/leases", "{}").json();
    assertThat(taken.get("request").isNull()).isTrue();
    String id = taken.get("id").asString();
    ann.decide(id, "{\"decision\": \"approved\"}").isProblem(400, "TL-176");
    assertThat(ann.decide(id, CORRECTED).json().get("request").isNull()).isTrue();
    assertThat(ann.delete(verdict(id)).json().get("request").isNull()).isTrue();
  }

  @Test
  void list_pages_showEveryItemOnce() {
    List<String> open = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      open.add(deferred());
    }

    assertThat(AskTest.ids(ann, "/v1/reviews?limit=2", "after")).isEqualTo(open);
    open.forEach(id -> ann.decide(id, CORRECTED));
    assertThat(AskTest.ids(ann, "/v1/reviews?limit=2", "after")).isEmpty();
    assertThat(AskTest.ids(ann, "/v1/reviews?state=decided&limit=3&feature=triage", "after"))
        .isEqualTo(open.reversed());
  }

  @Test
  void decide_byManyAtOnce_isDoneByOne() throws Exception {
    String id = deferred();
    List<ApiServer.Caller> people = List.of(ann, bob, boss, shop);
    AtomicInteger turn = new AtomicInteger();
    List<Answer> answers =
        AskTest.atOnce(20, () -> people.get(turn.getAndIncrement() % 4).decide(id, CORRECTED));

    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(5);
    assertThat(new HashSet<>(answers.stream().map(Answer::status).toList()))
        .containsExactlyInAnyOrder(200, 409);
  }
}
