package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import dev.tenlines.access.Role;
import dev.tenlines.spring.console.Browser.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Path SAMPLE = Path.of("..", "examples", "sample", "tickets.csv");

  private static ConsoleServer server;
  private static Browser ada;

  @BeforeAll
  static void start() {
    server = new ConsoleServer("");
    ada = server.signedIn("ada");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void features_sayPlanPromiseAndWhoAnswered() {
    server.ask("Where is my parcel?");

    Page all = ada.get("/");
    Page one = ada.get("/features/triage");

    assertThat(all.words())
        .contains("triage", "At most 2% of the answers", "auto")
        .containsPattern("\\d+ reviews? waits?")
        .contains("Who ended the requests", "people 100 %");
    assertThat(one.words())
        .contains("model:guess", "climbed only where the rungs below are not sure")
        .contains("No certificate yet", "No model yet", "No rule lines", "lost_card");
    assertThat(one.body()).contains("<rect class=\"bar person\"");
  }

  @Test
  void request_showsHowItWentRungByRung() {
    Outcomes outcome = ask("Where is my parcel?", Map.of("country", "DE"));

    Page page = ada.get("/requests/" + outcome.id());

    assertThat(page.body()).contains("Where is my <mark>parcel</mark>?");
    assertThat(page.words())
        .contains("deferred", "Best guess: delivery", "country DE")
        .contains("model:guess@1 proposed no certificate 0.400", "0.0012 USD", "Its review");
  }

  /** An outcome's id. */
  private record Outcomes(String id) {}

  private static Outcomes ask(String text, Map<String, Object> fields) {
    return new Outcomes(server.tenlines.ask("triage", Request.of(text).withFields(fields)).id());
  }

  @Test
  void requests_arePagedAndFiltered() {
    for (int i = 0; i < 60; i++) {
      server.clock.turn(Duration.ofMillis(5));
      ask("paged " + i, Map.of());
    }

    Page first = ada.get("/requests?outcome=deferred&feature=triage");
    assertThat(first.words()).contains("paged 59", "paged 10 ").doesNotContain("paged 9 ");
    Matcher more = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(first.body());
    assertThat(more.find()).isTrue();
    Page second = ada.get(more.group(1).replace("&amp;", "&"));
    assertThat(second.words()).contains("paged 9 ", "Back to the first").doesNotContain("paged 59");
    assertThat(ada.get("/requests?outcome=answered&feature=triage").words())
        .contains("No request matches.");
  }

  @Test
  void spend_sumsToTheLedgerAndComesAsCsv() {
    ask("this costs", Map.of());

    Page page = ada.get("/spend");
    Page csv = ada.get("/spend.csv");

    assertThat(page.words()).contains("USD in all", "model:guess@1");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition")).startsWith("attachment");
    assertThat(csv.body())
        .startsWith("day,feature,rung,charges,amount,currency\r\n")
        .contains("2026-11-23,triage,model:guess@1,");
    assertThat(ada.get("/spend?from=yesterday").words())
        .contains("TL-518 The field from (yesterday) is not readable. Maybe write 2026-11-23.");
  }

  @Test
  void key_isShownOnceAndCanBeRevoked() {
    ada.get("/keys");

    Page made = ada.post("/keys", "name", "shop", "role", "application");
    Matcher secret = Pattern.compile("<code>(tl_[^<]+)</code>").matcher(made.body());

    assertThat(made.status()).isEqualTo(201);
    assertThat(secret.find()).isTrue();
    assertThat(server.tenlines.access().caller(secret.group(1)).role()).isEqualTo(Role.APPLICATION);
    Page list = ada.get("/keys");
    assertThat(list.body()).contains("shop").doesNotContain(secret.group(1));
    Matcher revoke = Pattern.compile("action=\"(/keys/[^\"]+/revocation)\"").matcher(list.body());
    assertThat(revoke.find()).isTrue();
    assertThat(ada.follow(ada.post(revoke.group(1))).words()).contains("The key is revoked.");
    assertThat(server.tenlines.access().caller(secret.group(1))).isNull();
  }

  @Test
  void user_isAddedSignsInAndIsRemoved() {
    ada.get("/keys");
    Page made = ada.post("/users", "name", "carl", "role", "reviewer", "password", "");
    Matcher secret = Pattern.compile("<code>([a-z0-9]{20})</code>").matcher(made.body());
    assertThat(secret.find()).isTrue();
    Browser carl = new Browser(server);
    carl.get("/login");
    carl.post("/login", "name", "carl", "password", secret.group(1));
    assertThat(carl.get("/reviews").status()).isEqualTo(200);

    assertThat(ada.post("/users", "name", "carl", "role", "reviewer").words()).contains("TL-172");
    assertThat(ada.post("/users", "name", "dora", "role", "application").words())
        .contains("TL-518");
    assertThat(ada.post("/users/ada/removal").words()).contains("TL-517");
    assertThat(ada.follow(ada.post("/users/carl/removal")).words()).contains("is removed");
    assertThat(carl.get("/reviews").status()).isEqualTo(303);
  }

  @Test
  void advise_answersTheFiveQuestions() {
    Page advice =
        ada.get(
            "/advise?task=language&rule=partial&wrong=2.50+EUR&review=0.40+EUR&volume=50000/month");
    Page sums = ada.get("/advise?task=arithmetic");

    assertThat(advice.words()).contains("Start with rules and a small model", "answered alone");
    assertThat(sums.words()).contains("No: this is arithmetic.");
    assertThat(ada.get("/advise?task=language&wrong=much").words()).contains("TL-104");
  }

  @Test
  void theme_isKeptInACookie() {
    ada.get("/spend");

    Page dark = ada.post("/preferences", "theme", "dark", "back", "/spend");

    assertThat(dark.location(server)).isEqualTo("/spend");
    assertThat(ada.follow(dark).body()).contains("data-theme=\"dark\"");
    ada.post("/preferences", "theme", "auto", "back", "/spend");
  }

  @Test
  void trial_ofAnUploadedFile_isRunAndReported() throws Exception {
    ada.get("/trial");

    Page started =
        ada.upload(
            "/trial", "tickets.csv", Files.readAllBytes(SAMPLE), "text", "body", "label", "queue");
    assertThat(started.status()).isEqualTo(303);
    Page page = ada.get("/trial");
    while (page.words().contains("tickets.csv: ")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      page = ada.get("/trial");
    }

    assertThat(page.words())
        .contains("On ", "rows neither saw", "Small model alone", "Certificates")
        .contains("./tenlines trial tickets.csv --text body --label queue");
    Browser eve = server.signedIn("eve");
    assertThat(eve.get("/trial").words()).doesNotContain("tickets.csv");
  }

  @Test
  void trial_ofAnUnusableFile_saysWhatHelps() {
    ada.get("/trial");
    Page unnamed = ada.upload("/trial", "a.csv", "a,b\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8));
    Page nothing = ada.upload("/trial", "a.csv", new byte[0], "text", "a", "label", "b");

    assertThat(unnamed.words()).contains("TL-302");
    assertThat(nothing.words()).contains("TL-514");
  }

  @Test
  void trial_ofAFileThatIsTooLarge_isRefusedInWords() {
    ada.get("/trial");

    Page large = ada.upload("/trial", "a.csv", new byte[22 << 20], "text", "a", "label", "b");

    assertThat(large.status()).isEqualTo(413);
    assertThat(large.words()).contains("TL-514");
  }

  @Test
  void deliveries_listWhoWasTold() {
    assertThat(ada.get("/deliveries").words()).contains("Nothing was to be told yet.");
  }
}
