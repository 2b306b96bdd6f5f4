package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.ladder.Transcripts.Transcript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What models were told and said, as the console shows it. */
class GeneratedTest {
  private static final String SENT =
      """
      {"system": "Be <b>brief</b>.", "turns": [{"role": "user", "text": "<script>alert(1)</script>"}],
       "schema": "{\\"type\\": \\"string\\"}"}
      """;
  private static final String SAID =
      """
      {"model": "m", "text": "Hi <img>", "tokens": [
       {"token": "Hi", "chance": 0.95},
       {"token": " <img>", "chance": 0.052, "others": [{"token": "<script>alert(2)</script>", "chance": 0.9}]}]}
      """;

  private static ConsoleServer server;
  private static String request;

  @BeforeAll
  static void start() {
    server = new ConsoleServer("");
    request = "r" + server.ask("a parcel").substring(1);
    server
        .tenlines
        .transcripts()
        .keep(new Transcript(request + "/x/0.1", request, "default", "pen-1", SENT, SAID, null));
    server
        .tenlines
        .transcripts()
        .keep(
            new Transcript(
                request + "/x/0.2", request, "default", "pen-1", SENT, null, "TIMEOUT: too slow"));
    server.ask("another, so that the calls are kept");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aRequest_showsWhatWasSentAndSaid_asText() {
    String body = server.signedIn("ada").get("/requests/" + request).body();

    assertThat(body)
        .contains("Be &lt;b&gt;brief&lt;/b&gt;.", "&lt;script&gt;alert(1)", "Hi &lt;img&gt;")
        .contains("TIMEOUT: too slow", "/generated")
        .doesNotContain("<script>alert", "<img>", "<b>brief");
  }

  @Test
  void everyToken_hasItsProbability_andWhatElseCouldHaveStoodThere() {
    Browser.Page page = server.signedIn("ada").get("/requests/" + request + "/generated");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("token sure", "token rare", "95.0 %", "5.2 %")
        .contains("&lt;script&gt;alert(2)")
        .doesNotContain("<script>alert", "<img>");
  }

  @Test
  void prompts_areShownWithTheirTextAndVersion() {
    String words = server.signedIn("ada").get("/prompts").words();

    assertThat(words).contains("classify built in", "draft built in", "model:guess@1", "version");
  }

  @Test
  void anotherTenant_seesNothing_andReviewersMayNot() {
    assertThat(server.signedIn("eve").get("/requests/" + request + "/generated").status())
        .isEqualTo(404);
    assertThat(server.signedIn("ann").get("/prompts").status()).isEqualTo(403);
  }
}
