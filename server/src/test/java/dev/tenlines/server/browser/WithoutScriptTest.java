package dev.tenlines.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser that runs no script does the same work with plain forms. */
@ExtendWith(Site.Shared.class)
class WithoutScriptTest {

  @Test
  void everyVerdict_worksWithoutScript(Site site) {
    Team team = site.team();
    String first = team.ask("banking", "My card was declined.");
    String second = team.ask("banking", "A transfer that is none.");
    String third = team.ask("banking", "The transfer said hello.");
    String fourth = team.ask("banking", "Declined once more.");
    try (Person rob = Person.withoutScript(site, team.reviewer())) {
      rob.go("/reviews");
      rob.button("Take next").click();
      assertThat(rob.text()).hasText("My card was declined.");
      rob.button("Approve").click();
      assertThat(rob.text()).hasText("A transfer that is none.");
      assertThat(rob.status()).containsText("Approved as card_declined.");

      rob.button("Undo").click();
      assertThat(rob.text()).hasText("My card was declined.");
      assertThat(rob.status()).containsText("Undone.");
      assertThat(team.item(first).decided()).isNull();
      rob.button("Approve").click();

      assertThat(rob.text()).hasText("A transfer that is none.");
      rob.page.getByLabel("Or another label").selectOption("cash_question");
      rob.button("Correct").click();
      assertThat(rob.status()).containsText("Decided as cash_question.");

      assertThat(rob.text()).hasText("The transfer said hello.");
      rob.page.locator("#reject summary").click();
      rob.page.getByLabel("In your own words").fill("it only greets");
      rob.page.locator("#reject-words").click();
      assertThat(rob.status()).containsText("Rejected: it only greets.");

      assertThat(rob.text()).hasText("Declined once more.");
      rob.page.locator("#reject summary").click();
      rob.button("3 not for us").click();
      assertThat(rob.heading()).hasText("Reviews");
    }
    assertThat(team.item(first).decided().value()).isEqualTo("card_declined");
    assertThat(team.item(second).decided().value()).isEqualTo("cash_question");
    assertThat(team.item(third).decided().verdict().decision()).isEqualTo("rejected");
    assertThat(team.item(fourth).decided().verdict().decision()).isEqualTo("rejected");
  }
}
