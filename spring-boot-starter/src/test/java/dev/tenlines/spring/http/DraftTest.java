package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts over HTTP. */
class DraftTest {
  @TempDir static Path directory;
  private static ApiServer server;
  private static int tenants;

  private ApiServer.Caller shop;
  private ApiServer.Caller ann;

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
    String tenant = "drafts" + tenants++;
    shop = server.application(tenant);
    ann = server.reviewer("ann", tenant);
  }

  @Test
  void aDraft_isDeferred_withItsSentencesAndTheirSources() {
    Answer answer = ask();

    assertThat(answer.status()).isEqualTo(202);
    var draft = answer.json().get("proposal");
    assertThat(draft.get("text").asString()).isEqualTo("Hi Noor, it comes soon.");
    var from = draft.get("sentences").get(0).get("from").get(0);
    assertThat(from.get("kind").asString()).isEqualTo("span");
    assertThat(from.get("source").asString()).isEqualTo("customer");
    assertThat(from.get("text").asString()).isEqualTo("Noor");
  }

  @Test
  void aSum_isDeclined_andTheTraceSaysWhatDoesIt() {
    Answer answer = shop.ask("reply", "what is 3 * 249 plus 21 % VAT");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("reason")).isEqualTo("NOT_A_LANGUAGE_TASK");
    assertThat(answer.json().get("trace").get(0).get("reason").asString())
        .contains("compute it in code");
  }

  @Test
  void aVerdict_takesTheTextOrAnObjectWithIt_andRepeatsItself() {
    String text = "{\"decision\": \"corrected\", \"value\": \"Hi Noor, sorry.\"}";
    String object = "{\"decision\": \"corrected\", \"value\": {\"text\": \"Hi Noor, sorry.\"}}";
    String id = ask().text("review");

    assertThat(ann.decide(id, text).status()).isEqualTo(200);
    Answer again = ann.decide(id, object);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("verdict").get("value").get("text").asString())
        .isEqualTo("Hi Noor, sorry.");
  }

  @Test
  void anApproval_mayNameTheTextThatIsApproved() {
    String id = ask().text("review");

    ann.decide(id, "{\"decision\": \"approved\", \"value\": \"Something else\"}")
        .isProblem(400, "TL-501");
    assertThat(
            ann.decide(id, "{\"decision\": \"approved\", \"value\": \"Hi Noor, it comes soon.\"}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aVerdictWithoutText_isRefused() {
    String id = ask().text("review");

    ann.decide(id, "{\"decision\": \"corrected\", \"value\": {\"text\": \" \"}}")
        .isProblem(400, "TL-173");
    ann.decide(id, "{\"decision\": \"corrected\", \"value\": 5}").isProblem(400, "TL-501");
  }

  private Answer ask() {
    return shop.post(
        "/v1/features/reply/requests",
        "{\"input\": \"Where is my parcel, is it late?\", \"fields\": {\"customer\": \"Noor\"}}");
  }
}
