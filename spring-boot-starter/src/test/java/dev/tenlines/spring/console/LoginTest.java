package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.access.Role;
import dev.tenlines.spring.console.Browser.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {
  private static ConsoleServer server;
  private Browser browser;

  @BeforeAll
  static void start() {
    server = new ConsoleServer("/tenlines");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Whatever a test before did wrong is forgiven by then. */
  @BeforeEach
  void wait_untilFailuresAreForgotten() {
    server.clock.turn(Duration.ofHours(1));
    browser = new Browser(server);
  }

  @Test
  void login_rightPassword_opensASessionInACookieOfItsOwn() {
    browser.get("/login");

    Page in = browser.post("/login", "name", "ann", "password", ConsoleServer.PASSWORD);

    assertThat(in.status()).isEqualTo(303);
    assertThat(in.response().headers().allValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("tenlines_session=ts_")
                .contains("HttpOnly", "SameSite=Lax", "Path=/tenlines", "Max-Age=43200")
                .doesNotContain("Secure"))
        .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    assertThat(browser.follow(in).words()).contains("Reviews", "ann");
  }

  @Test
  void login_wrongPasswordOrUnknownName_saysTheSame() {
    browser.get("/login");

    Page wrong = browser.post("/login", "name", "ann", "password", "guessed");
    Page unknown = browser.post("/login", "name", "nobody at all", "password", "guessed");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(wrong.words()).contains("TL-513 The name or the password is wrong.");
    assertThat(unknown.words()).isEqualTo(wrong.words());
    assertThat(browser.cookies).doesNotContainKey("tenlines_session");
  }

  @Test
  void login_withoutTheFormsToken_isRefused() {
    browser.get("/login");

    Page refused = browser.postWithout("/login", "name", "ann", "password", ConsoleServer.PASSWORD);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.words()).contains("TL-512");
    assertThat(browser.cookies).doesNotContainKey("tenlines_session");
  }

  @Test
  void login_fiveFailuresInFiveMinutes_closesTheNameForAWhile() {
    browser.get("/login");
    for (int i = 0; i < 5; i++) {
      browser.post("/login", "name", "ann", "password", "guess " + i);
    }

    Page closed = browser.post("/login", "name", "ann", "password", ConsoleServer.PASSWORD);

    assertThat(closed.status()).isEqualTo(429);
    assertThat(closed.words()).contains("TL-509 Too many logins failed (ann).", "Maybe wait 5");
    assertThat(Integer.parseInt(closed.header("Retry-After"))).isBetween(290, 301);

    server.clock.turn(Duration.ofMinutes(5));

    assertThat(browser.post("/login", "name", "ann", "password", ConsoleServer.PASSWORD).status())
        .isEqualTo(303);
  }

  @Test
  void login_failuresUnderManyNames_closeTheAddress() {
    browser.get("/login");
    for (int i = 0; i < 5; i++) {
      browser.post("/login", "name", "name" + i, "password", "guess");
    }

    assertThat(browser.post("/login", "name", "ann", "password", ConsoleServer.PASSWORD).status())
        .isEqualTo(429);
  }

  @Test
  void session_endsAfterTwelveHours() {
    Browser ann = server.signedIn("ann");
    server.clock.turn(Duration.ofHours(12).minusSeconds(1));
    assertThat(ann.get("/reviews").status()).isEqualTo(200);

    server.clock.turn(Duration.ofSeconds(1));
    Page over = ann.get("/reviews?feature=triage");

    assertThat(over.status()).isEqualTo(303);
    assertThat(over.location(server)).isEqualTo("/login?back=%2Freviews");
  }

  @Test
  void logout_endsTheSessionOnTheServerToo() {
    Browser ann = server.signedIn("ann");
    String token = ann.cookies.get("tenlines_session");
    ann.get("/reviews");

    assertThat(ann.post("/logout").location(server)).isEqualTo("/login");

    ann.cookies.put("tenlines_session", token);
    assertThat(ann.get("/reviews").status()).isEqualTo(303);
  }

  @Test
  void login_back_leadsInsideTheConsoleAlone() {
    browser.get("/login");
    Page inside =
        browser.post(
            "/login", "name", "ann", "password", ConsoleServer.PASSWORD, "back", "/account");
    assertThat(inside.location(server)).isEqualTo("/account");

    for (String elsewhere :
        new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y"}) {
      Browser other = new Browser(server);
      other.get("/login");
      Page in =
          other.post(
              "/login", "name", "bob", "password", ConsoleServer.PASSWORD, "back", elsewhere);
      assertThat(in.location(server)).as(elsewhere).isEqualTo("/");
    }
  }

  @Test
  void password_changedByItsOwner_endsEveryOtherSession() {
    server
        .tenlines
        .access()
        .createUser("cleo", "default", Role.REVIEWER, Passwords.hash(ConsoleServer.PASSWORD));
    Browser cleo = server.signedIn("cleo");
    Browser elsewhere = server.signedIn("cleo");
    cleo.get("/account");

    Page wrong = cleo.post("/account/password", "old", "guess", "new", "four other words do");
    Page shorter = cleo.post("/account/password", "old", ConsoleServer.PASSWORD, "new", "short");
    Page changed =
        cleo.post("/account/password", "old", ConsoleServer.PASSWORD, "new", "four other words do");

    assertThat(wrong.words()).contains("TL-513");
    assertThat(shorter.words()).contains("TL-516");
    assertThat(cleo.follow(changed).words()).contains("Your password was changed.");
    assertThat(elsewhere.get("/reviews").status()).isEqualTo(303);
  }
}
