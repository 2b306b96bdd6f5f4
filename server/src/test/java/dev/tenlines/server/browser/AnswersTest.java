package dev.tenlines.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.tenlines.Request;
import dev.tenlines.review.Verdict;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers and summaries as people see and review them. */
@ExtendWith(Site.Shared.class)
class AnswersTest {

  @Test
  void aQuestion_isAnsweredInTheDocumentsWords_andAskedOn(Site site) {
    try (Person ada = asks(site, "help", "Question", Library.QUESTION)) {
      Locator result = ada.page.locator("#shown #result");
      assertThat(result.locator(".statements")).containsText("A voucher is valid for");
      assertThat(result.locator(".quotes li").first()).containsText("vouchers");

      assertThat(ada.page.locator("#before")).containsText(Library.QUESTION);
      ada.button("Begin anew").click();
      assertThat(ada.page.locator("#before")).isHidden();
    }
  }

  @Test
  void whatTheDocumentsLack_saysSo_andIsReported(Site site) {
    Team team = site.team();
    site.tenlines().ask("help", Request.of(Library.UNKNOWN).forTenant(team.tenant()));
    try (Person ada = team.signedIn(team.admin())) {
      ada.go("/features/help");
      ada.page.getByText("What people asked and they lack").click();
      ada.page.getByRole(AriaRole.LINK).getByText("dentist in Lisbon").click();

      assertThat(ada.page.locator("#result")).containsText("Not in these documents");
      assertThat(ada.page.locator("#result")).containsText("What comes nearest");
    }
  }

  @Test
  void aSentenceOfASummary_showsWhereItComesFrom(Site site) {
    try (Person ada = asks(site, "abstract", "Text", Library.REPORT)) {
      Locator sentence = ada.page.locator("#shown .summary a").first();
      String words = sentence.innerText();
      sentence.hover();

      assertThat(ada.page.locator("#source .now").first()).containsText(words.substring(0, 20));
      assertThat(ada.page.locator("#shown .facts")).containsText("1.9 million EUR");
    }
  }

  @Test
  void aReviewer_answersWithAnotherPassage(Site site) {
    Team team = site.team();
    String review = team.ask("desk", Library.QUESTION, Map.of());
    try (Person rob = takes(team, review)) {
      Locator passage = rob.page.locator(".quotes li").last();
      String words = passage.locator("blockquote").innerText().replaceFirst("^\\d+\\s*", "");
      passage.locator("button").click();
      rob.page.locator("#toast .toast").waitFor();

      assertThat(team.item(review).decided().verdict()).isInstanceOf(Verdict.Corrected.class);
      assertThat(String.valueOf(team.item(review).decided().value())).contains(words.strip());
    }
  }

  @Test
  void aReviewer_clicksSentencesOfASummaryInAndOut_alsoWithoutScript(Site site) {
    Team team = site.team();
    String review = team.ask("digest", Library.REPORT, Map.of());
    try (Person rob = Person.withoutScript(site, team.reviewer())) {
      rob.go("/reviews/" + review);
      rob.page.locator("button[data-key=t]").click();
      rob.page.locator("#source input:checked").first().uncheck(force());
      rob.page.locator("#source label").getByText("The mayor cut a ribbon").click();
      rob.button("Take the marked sentences").click();

      assertThat(String.valueOf(team.item(review).decided().value()))
          .contains("The mayor cut a ribbon");
    }
  }

  private static Locator.UncheckOptions force() {
    return new Locator.UncheckOptions().setForce(true);
  }

  private static Person asks(Site site, String feature, String label, String text) {
    Team team = site.team();
    Person ada = team.signedIn(team.admin());
    ada.go("/features/" + feature + "/ask");
    ada.page.getByLabel(label, new GetByLabelOptions().setExact(true)).fill(text);
    ada.page.locator("#ask button.primary").click();
    assertThat(ada.page.locator("#state")).hasText(Pattern.compile("^(answered|declined).*"));
    return ada;
  }

  private static Person takes(Team team, String review) {
    Person rob = team.signedIn(team.reviewer());
    rob.go("/reviews/" + review);
    rob.press("t");
    rob.page.locator("#decide").waitFor();
    return rob;
  }
}
