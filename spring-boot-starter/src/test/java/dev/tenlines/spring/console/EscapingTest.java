package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EscapingTest {
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'><svg/onload=alert(1)>",
          "</textarea></title></mark><script>alert(1)</script>",
          "javascript:alert(1)",
          "${7*7} #{7*7} {{7*7}} @if(true)x@endif",
          "<a href=//evil.example>parcel</a>");

  private static ConsoleServer server;

  @BeforeAll
  static void start() {
    server = new ConsoleServer("");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void textFromOutside_isShownAsTextEverywhere() {
    Browser ada = server.signedIn("ada");
    for (String hostile : HOSTILE) {
      Request request =
          Request.of(hostile + " parcel").withFields(Map.of(hostile, hostile, "name", hostile));
      Outcome<?> outcome = server.tenlines.ask("triage", request);
      String review = "/reviews/v" + outcome.id().substring(1);
      ada.get("/reviews");
      for (String page : List.of("/reviews", "/requests", "/requests/" + outcome.id(), review)) {
        harmless(ada.get(page).body());
      }
      harmless(ada.post(review + "/lease", "words", hostile, "value", hostile).body());
      harmless(ada.get("/advise?task=language&wrong=" + encoded(hostile)).body());
      harmless(ada.get("/requests?feature=" + encoded(hostile)).body());
      harmless(ada.post("/keys", "name", hostile, "role", "admin").body());
      harmless(new Browser(server).get("/login?back=" + encoded(hostile)).body());
      harmless(ada.get("/reviews?feature=" + encoded(hostile)).body());
    }
  }

  private static void harmless(String body) {
    assertThat(body)
        .doesNotContain("<script>alert", "<img", "<svg/", "<a href=//evil")
        .doesNotContainPattern("href=\"javascript:")
        .doesNotContain("49 49");
  }

  @Test
  void invisibleCharacters_areSpelledOut() {
    String text = "pay\u200B \u202Eevil\u202C \uDB40\uDC41 \u2066x\u2069 \u2060 \u0007";
    String id = server.ask(text);
    Browser ada = server.signedIn("ada");

    String body = ada.get("/reviews/" + id).body();

    assertThat(body)
        .contains(
            "⟨U+200B⟩", "⟨U+202E⟩", "⟨U+202C⟩", "⟨U+E0041⟩", "⟨U+2066⟩", "⟨U+2060⟩", "⟨U+0007⟩")
        .doesNotContain("\u200B", "\u202E", "\uDB40\uDC41", "\u0007");
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
