package dev.tenlines.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tenlines.Request;
import dev.tenlines.document.SourceFile;
import dev.tenlines.review.Verdict;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People correct fields beside the document they stand in. */
@ExtendWith(Site.Shared.class)
class PaperTest {
  private final Site site;

  PaperTest(Site site) {
    this.site = site;
  }

  private String invoice(Team team) {
    return team.ask(
        "invoices", Request.of(site.tenlines().documents().file("a.pdf", Papers.invoice())));
  }

  private String mail(Team team) {
    return team.ask(
        "invoices",
        Request.of(site.tenlines().documents().file("a.eml", Papers.MAIL.getBytes(UTF_8))));
  }

  private static void take(Person rob, String review) {
    rob.go("/reviews/" + review);
    rob.button("Take it").click();
    rob.page.locator("#decide").waitFor();
  }

  private static Locator field(Person rob, String label) {
    return rob.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator word(Person rob, String place, String text) {
    return rob.page.locator(place + " [data-text=\"" + text + "\"]").first();
  }

  private Map<?, ?> verdict(Team team, String review) {
    Verdict verdict = team.item(review).decided().verdict();
    assertThat(verdict).isInstanceOf(Verdict.Corrected.class);
    return (Map<?, ?>) ((Verdict.Corrected) verdict).value();
  }

  private static Object part(Map<?, ?> verdict, String field, String part) {
    return ((Map<?, ?>) verdict.get(field)).get(part);
  }

  @Test
  void pages_areShownAsPictures_withWhatWasReadMarked() {
    Team team = site.team();
    String review = invoice(team);
    try (Person rob = team.signedIn(team.reviewer())) {
      rob.go("/reviews/" + review);

      Locator picture = rob.page.getByAltText("Page 1 of a.pdf");
      assertThat(picture).isVisible();
      rob.page.waitForCondition(() -> (int) picture.evaluate("one => one.naturalWidth") > 900);
      assertThat(rob.heading()).hasText("Are the fields right?");
      assertThat(rob.page.locator(".spot").first()).isVisible();
      assertThat(rob.page.locator(".spot.good[data-fields='1']")).hasCount(1);
      assertThat(rob.page.locator(".spot.wait[data-fields='3']")).hasCount(2);
    }
  }

  @Test
  void wordsThatAreClicked_areTheField() {
    Team team = site.team();
    String review = invoice(team);
    try (Person rob = team.signedIn(team.reviewer())) {
      take(rob, review);
      assertThat(rob.button("Save corrections")).isVisible();
      rob.press("e");
      assertThat(field(rob, "Total")).isFocused();
      assertThat(rob.page.locator(".spot.now")).hasCount(2);
      rob.press("2");
      assertThat(field(rob, "Total")).not().hasValue("");

      field(rob, "Customer").click();
      word(rob, "svg", "Moss").click();
      word(rob, "svg", "&").click();
      word(rob, "svg", "Stone").click();
      assertThat(field(rob, "Customer")).hasValue("Moss & Stone");
      assertThat(field(rob, "Customer")).isFocused();
      field(rob, "Invoice date").click();
      word(rob, "svg", "3").hover();
      rob.page.mouse().down();
      word(rob, "svg", "2026").hover();
      rob.page.mouse().up();
      assertThat(field(rob, "Invoice date")).hasValue("3 March 2026");
      rob.press("Escape", "a");
      rob.hears("Decided as invoice_number: MS-2026-17");
    }
    Map<?, ?> verdict = verdict(team, review);
    String text = team.item(review).input();
    int at = text.indexOf("Moss & Stone");
    assertThat(part(verdict, "customer", "value")).isEqualTo("Moss & Stone");
    assertThat(part(verdict, "customer", "raw")).isEqualTo("Moss & Stone");
    assertThat(part(verdict, "customer", "evidence"))
        .isEqualTo(
            List.of(
                Map.of(
                    "kind",
                    "span",
                    "source",
                    "input",
                    "start",
                    at,
                    "end",
                    at + 12,
                    "text",
                    "Moss & Stone")));
    assertThat(part(verdict, "invoice_date", "value")).isEqualTo("2026-03-03");
    assertThat(part(verdict, "invoice_date", "raw")).isEqualTo("3 March 2026");
    assertThat(part(verdict, "total", "value")).asString().matches("118.80?|120(.00?)?");
  }

  @Test
  void whatCannotBeRead_isSaidAtItsField_andNothingIsLost() {
    Team team = site.team();
    String review = mail(team);
    try (Person rob = team.signedIn(team.reviewer())) {
      take(rob, review);
      field(rob, "Invoice date").fill("some day");
      field(rob, "Customer").fill("Olive");
      field(rob, "Total").fill("49.90");
      rob.button("Save corrections").click();

      assertThat(rob.page.getByText("“some day” cannot be read as one day.")).isVisible();
      assertThat(field(rob, "Invoice date")).isFocused();
      assertThat(field(rob, "Customer")).hasValue("Olive");
      assertThat(team.item(review).decided()).isNull();
      field(rob, "Invoice date").fill("5 March 2026");
      rob.button("Save corrections").click();
      rob.hears("Decided as");
    }
    Map<?, ?> verdict = verdict(team, review);
    assertThat(verdict.get("invoice_date")).isEqualTo(Map.of("value", "2026-03-05"));
    assertThat(verdict.get("customer")).isEqualTo(Map.of("value", "Olive"));
  }

  @Test
  void wordsOfAMail_areTakenByClick() {
    Team team = site.team();
    String review = mail(team);
    Witness witness = new Witness();
    try (Person rob = team.signedIn(team.reviewer())) {
      witness.watch(rob.page, site.server().address());
      take(rob, review);
      assertThat(rob.text()).containsText("<script>window.__xss = 1</script>");
      field(rob, "Customer").click();
      Locator words = rob.page.locator(".text .w");
      words.getByText("Olive", new Locator.GetByTextOptions().setExact(true)).click();
      words.getByText("Tree", new Locator.GetByTextOptions().setExact(true)).click();
      field(rob, "Invoice number").fill("KM-4712");
      field(rob, "Invoice date").fill("2026-03-03");
      field(rob, "Total").fill("49.90");
      witness.inspect("a mail", rob.page);
      rob.button("Save corrections").click();
      rob.hears("Decided as invoice_number: KM-4712");
    }
    Map<?, ?> verdict = verdict(team, review);
    int at = team.item(review).input().indexOf("Olive Tree");
    assertThat(part(verdict, "customer", "raw")).isEqualTo("Olive Tree");
    assertThat(part(verdict, "customer", "evidence")).asString().contains("start=" + at);
    assertThat(verdict.get("invoice_number")).isEqualTo(Map.of("value", "KM-4712"));
    assertThat(witness.seen()).isEmpty();
  }

  @Test
  void fieldsAreWorked_byKeysAlone() {
    Team team = site.team();
    String review = invoice(team);
    try (Person rob = team.signedIn(team.reviewer())) {
      take(rob, review);
      rob.press("e");
      assertThat(field(rob, "Total")).isFocused();
      rob.press("1", "ArrowDown");
      assertThat(field(rob, "Customer")).isFocused();
      rob.press("ControlOrMeta+a");
      rob.type("Olive Tree Ltd.");
      rob.press("ArrowUp", "ArrowUp");
      assertThat(field(rob, "Invoice date")).isFocused();
      rob.press("Escape", "a");
      rob.hears("Decided as");
    }
    assertThat(verdict(team, review).get("customer")).isNotNull();
  }

  @Test
  void withoutScript_theFormSaysTheSame() {
    Team team = site.team();
    String review = invoice(team);
    try (Person rob = Person.withoutScript(site, team.reviewer())) {
      take(rob, review);
      rob.page.getByRole(AriaRole.RADIO).first().check();
      field(rob, "Customer").fill("Olive Tree");
      rob.button("Save corrections").click();
      assertThat(rob.status()).containsText("Decided as");
    }
    Map<?, ?> verdict = verdict(team, review);
    assertThat(verdict.get("customer")).isEqualTo(Map.of("value", "Olive Tree"));
    assertThat(part(verdict, "total", "evidence")).isNotNull();
    assertThat(part(verdict, "invoice_number", "evidence")).isNotNull();
  }

  @Test
  void whatIsRight_isAccepted_andWhatIsChanged_isNot() {
    Team team = site.team();
    String review = mail(team);
    try (Person rob = team.signedIn(team.reviewer())) {
      take(rob, review);
      assertThat(rob.button("Accept")).isVisible();
      field(rob, "Customer").fill("Olive");
      assertThat(rob.button("Save corrections")).isVisible();
      field(rob, "Customer").fill("");
      rob.button("Accept").click();
      rob.hears("Approved as invoice_number: KM-4711");
    }
    assertThat(team.item(review).decided().verdict()).isEqualTo(new Verdict.Approved());
  }

  @Test
  void documentInWhichNothingWasFound_isFilledIn() {
    Team team = site.team();
    String review = team.ask("invoices", "Hello from the olive grove.");
    try (Person rob = team.signedIn(team.reviewer())) {
      take(rob, review);
      assertThat(rob.heading()).hasText("What are the fields?");
      rob.press("a");
      assertThat(rob.page.getByText("No field has a value.")).isVisible();
      field(rob, "Customer").click();
      rob.page.locator(".text .w").last().click();
      assertThat(field(rob, "Customer")).hasValue("grove.");
      rob.button("Save corrections").click();
      rob.hears("Decided as customer: grove.");
      rob.go("/reviews/" + review);
      assertThat(rob.heading()).hasText("Decided");
      assertThat(rob.page.locator(".filled")).containsText("grove.");
    }
  }

  @Test
  void pictures_areOfThePeopleWhoseDocumentItIs() {
    Team team = site.team();
    String path = "/reviews/" + invoice(team) + "/pages/";
    Team strangers = site.team();
    try (Person rob = team.signedIn(team.reviewer());
        Person eve = strangers.signedIn(strangers.admin());
        Person nobody = Person.stranger(site)) {
      APIResponse own = get(rob, path + "1.png");
      assertThat(own.status()).isEqualTo(200);
      assertThat(own.headers()).containsEntry("content-type", "image/png");
      assertThat(own.headers()).containsEntry("x-content-type-options", "nosniff");
      assertThat(own.headers().get("cache-control")).startsWith("private");
      assertThat(get(rob, path + "3.png").status()).isEqualTo(404);
      assertThat(get(rob, path + "0.png").status()).isEqualTo(404);
      assertThat(get(eve, path + "1.png").status()).isEqualTo(404);
      assertThat(get(nobody, path + "1.png").headers().get("content-type")).contains("text/html");
    }
  }

  private APIResponse get(Person person, String path) {
    return person.page.request().get(site.server().address() + path);
  }

  @Test
  void pageThatCannotBeDrawn_isShownAsText() {
    Team team = site.team();
    SourceFile good = site.tenlines().documents().file("a.pdf", Papers.invoice());
    SourceFile broken = new SourceFile("%PDF-1.7 and no more".getBytes(UTF_8), good.document());
    String review = team.ask("invoices", Request.of(broken));
    try (Person rob = team.signedIn(team.reviewer())) {
      take(rob, review);
      assertThat(rob.page.getByText("Page 1 cannot be drawn. Its text stands here instead."))
          .isVisible();
      assertThat(rob.page.locator(".sheet .text").first()).containsText("MS-2026-17");
      field(rob, "Customer").click();
      rob.page.locator(".sheet .text .w").getByText(Pattern.compile("^Olive$")).click();
      assertThat(field(rob, "Customer")).hasValue("Olive");
    }
  }

  @Test
  void request_showsWhatWasRead_andWhere() {
    Team team = site.team();
    String request = team.item(invoice(team)).request();
    try (Person ada = team.signedIn(team.admin())) {
      ada.go("/requests/" + request);
      Locator table =
          ada.page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("What was read"));
      assertThat(table).containsText("MS-2026-17");
      assertThat(table).containsText("page 1");
      assertThat(ada.page.getByAltText("Page 1 of a.pdf")).isVisible();
    }
  }
}
