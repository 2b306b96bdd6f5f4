package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.ladder.History;
import dev.tenlines.spring.console.Browser.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asking from the console, by a browser that has no script. */
class AskTest {
  private static final String PAGE = "/features/triage/ask";
  private static ConsoleServer server;

  @BeforeAll
  static void start() {
    server = new ConsoleServer("/ai");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatIsAsked_isARequest_andItsPageSaysWhatCameOfIt() {
    Browser ada = server.signedIn("ada");
    ada.get(PAGE);

    Page sent =
        ada.post(PAGE, "input", "Where is the <b>box</b>?", "fields", "{\"country\": \"NZ\"}");

    assertThat(sent.location(server)).startsWith("/requests/r_");
    assertThat(ada.follow(sent).body())
        .contains("Where is the &lt;b&gt;box&lt;/b&gt;?", "country", "NZ");
  }

  @Test
  void fieldsThatAreNoJson_areNamed_andNothingIsAsked() {
    Browser ada = server.signedIn("ada");
    ada.get(PAGE);
    int before = asked();

    Page refused = ada.post(PAGE, "input", "a", "fields", "country = NZ");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.words()).contains("TL-518", "country = NZ");
    assertThat(asked()).isEqualTo(before);
  }

  private static int asked() {
    return server
        .tenlines
        .history()
        .list(new History.Filter("default", null, null, null, 100))
        .size();
  }

  @Test
  void aFeatureThatIsNot_isNotFound_andReviewersDoNotAsk() {
    assertThat(server.signedIn("ada").get("/features/nothing/ask").status()).isEqualTo(404);
    assertThat(server.signedIn("ann").get(PAGE).status()).isEqualTo(403);
  }
}
