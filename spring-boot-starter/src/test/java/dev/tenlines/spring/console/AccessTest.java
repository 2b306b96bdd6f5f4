package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import dev.tenlines.spring.console.Browser.Page;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static ConsoleServer server;

  @BeforeAll
  static void start() {
    server = new ConsoleServer("/tenlines");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static final List<String> ADMINISTRATION =
      List.of(
          "/features",
          "/features/triage",
          "/requests",
          "/spend",
          "/spend.csv",
          "/trial",
          "/advise",
          "/keys",
          "/deliveries");

  @Test
  void reviewer_seesReviewsAlone() {
    Browser ann = server.signedIn("ann");

    assertThat(ann.follow(ann.get("/")).words()).contains("Take next");
    for (String page : ADMINISTRATION) {
      Page refused = ann.get(page);
      assertThat(refused.status()).as(page).isEqualTo(403);
      assertThat(refused.words()).as(page).contains("TL-503");
    }
  }

  @Test
  void reviewer_cannotOpenTheRequestOfAReview() {
    String review = server.ask("Where is my parcel?");
    Browser ann = server.signedIn("ann");

    assertThat(ann.get("/requests/r" + review.substring(1)).status()).isEqualTo(403);
    assertThat(ann.get("/reviews/" + review).body()).doesNotContain("/requests/");
  }

  @Test
  void application_hasNoPageAtAll() {
    Browser robot = server.signedIn("robot");

    assertThat(robot.get("/reviews").status()).isEqualTo(403);
    assertThat(robot.get("/features").status()).isEqualTo(403);
  }

  @Test
  void admin_seesEveryPage() {
    Browser ada = server.signedIn("ada");

    for (String page : ADMINISTRATION) {
      assertThat(ada.get(page).status()).as(page).isEqualTo(200);
    }
  }

  @Test
  void foreignIds_lookLikeIdsThatNeverWere() {
    String review = server.ask("Where is my parcel?");
    Outcome<?> request = server.tenlines.ask("triage", Request.of("mine"));
    Browser eve = server.signedIn("eve");

    Page never = eve.get("/reviews/v_never");
    Page foreign = eve.get("/reviews/" + review);

    assertThat(never.status()).isEqualTo(404);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(same(foreign)).isEqualTo(same(never)).contains("TL-504");
    assertThat(same(eve.get("/requests/" + request.id()))).isEqualTo(same(never));
    assertThat(same(eve.get("/requests?id=" + request.id()))).isEqualTo(same(never));
    assertThat(same(eve.get("/features/never"))).isEqualTo(same(never));
    assertThat(same(eve.get("/reviews/a/b/c"))).isEqualTo(same(never));
    for (String deed : List.of("lease", "return", "verdict", "withdrawal", "skip", "escalation")) {
      Page posted =
          eve.post("/reviews/" + review + "/" + deed, "version", "0", "decision", "approved");
      assertThat(posted.status()).as(deed).isEqualTo(404);
    }
    assertThat(eve.post("/users/ann/password").status()).isEqualTo(404);
    assertThat(eve.post("/users/ann/removal").status()).isEqualTo(404);
    assertThat(eve.post("/features/triage/versions/77/serving").status()).isEqualTo(404);
  }

  /** A page without what changes with every call: its address and the form's token. */
  private static String same(Page page) {
    return page.body()
        .replaceAll("name=\"(_csrf|back)\" value=\"[^\"]*\"", "")
        .replaceAll(" aria-current=\"page\"", "");
  }

  @Test
  void tenants_listsAreTheirOwn() {
    server.ask("Only for the default tenant");
    Browser eve = server.signedIn("eve");

    assertThat(eve.get("/reviews").words()).contains("Nothing waits").doesNotContain("Only for");
    assertThat(eve.get("/requests").words()).contains("No request matches.");
    assertThat(eve.get("/keys").words()).contains("eve").doesNotContain("ann");
  }

  @Test
  void everyPage_carriesTheHeadersThatKeepItsContentHarmless() {
    String review = server.ask("Where is my parcel?");
    Browser ada = server.signedIn("ada");
    Browser guest = new Browser(server);
    List<Page> pages =
        List.of(
            guest.get("/login"),
            ada.get("/"),
            ada.get("/reviews"),
            ada.get("/reviews/" + review),
            ada.get("/reviews/v_never"),
            ada.get("/features/triage"),
            ada.get("/requests"),
            ada.get("/requests/r" + review.substring(1)),
            ada.get("/spend"),
            ada.get("/spend.csv"),
            ada.get("/trial"),
            ada.get("/advise"),
            ada.get("/keys"),
            ada.get("/deliveries"),
            ada.get("/account"),
            ada.postWithout("/keys"));

    for (Page page : pages) {
      String at = page.response().uri().getPath();
      assertThat(page.header("Content-Security-Policy"))
          .as(at)
          .contains(
              "default-src 'none'",
              "script-src 'self'",
              "style-src 'self'",
              "form-action 'self'",
              "base-uri 'none'",
              "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(page.header("X-Content-Type-Options")).as(at).isEqualTo("nosniff");
      assertThat(page.header("Referrer-Policy")).as(at).isEqualTo("no-referrer");
      assertThat(page.header("Cache-Control")).as(at).contains("no-store");
      assertThat(page.body()).as(at).doesNotContainPattern("(?i)<[^>]+\\s(style|on\\w+)\\s*=");
      assertThat(page.body()).as(at).doesNotContainPattern("<script(?![^>]*\\ssrc=)");
      assertThat(page.response().headers().allValues("Set-Cookie"))
          .as(at)
          .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }
  }

  @Test
  void everyPost_withoutTheFormsToken_isRefused() {
    Browser ada = server.signedIn("ada");
    String review = server.ask("Where is my parcel?");
    for (String page :
        List.of(
            "/logout",
            "/preferences",
            "/account/password",
            "/reviews/next",
            "/reviews/" + review + "/verdict",
            "/features/triage/training",
            "/trial",
            "/keys",
            "/users",
            "/users/ann/removal")) {
      assertThat(ada.postWithout(page).status()).as(page).isEqualTo(403);
    }
  }

  @Test
  void staticFiles_areKeptByBrowsersUnderTheirContentsName() {
    Browser guest = new Browser(server);
    String login = guest.get("/login").body();
    for (String name : List.of("console.css", "console.js", "htmx.js", "icon.svg")) {
      Matcher found =
          Pattern.compile("\"/tenlines(/assets/[0-9a-f]{12}/" + name + ")\"").matcher(login);
      assertThat(found.find()).as(name).isTrue();
      Page file = guest.get(found.group(1));
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.header("Cache-Control")).contains("max-age=31536000", "immutable");
    }
    assertThat(guest.get("/assets/000000000000/console.css").status()).isEqualTo(404);
  }

  @Test
  void applicationsOwnPages_keepTheChainTheyHad() {
    Page shop = new Browser(server).outside("/shop");

    assertThat(shop.header("Content-Security-Policy")).isEmpty();
    assertThat(shop.status()).as("Spring Boot's own chain still guards it").isEqualTo(401);
  }
}
