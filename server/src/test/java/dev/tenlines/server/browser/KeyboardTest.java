package dev.tenlines.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tenlines.review.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever has no mouse, or no sight, does the whole work by keys. */
@ExtendWith(Site.Shared.class)
class KeyboardTest {
  private final Site site;

  KeyboardTest(Site site) {
    this.site = site;
  }

  @Test
  void login_byKeys() {
    Team team = site.team();
    team.ask("banking", "My card was declined.");
    try (Person rob = Person.stranger(site)) {
      rob.go("/reviews");
      rob.tabTo(rob.page.getByLabel("Name"));
      rob.type(team.reviewer());
      rob.tabTo(rob.page.getByLabel("Password"));
      rob.type(Site.PASSWORD);
      rob.press("Enter");
      assertThat(rob.heading()).hasText("Reviews");

      rob.press("n");
      rob.sees("My card was declined.");
      assertThat(rob.heading()).hasText("Does the proposal fit?");
    }
  }

  @Test
  void everyVerdict_byKeys() {
    Team team = site.team();
    String approved = team.ask("banking", "My card was declined.");
    String corrected = team.ask("banking", "My transfer was sent to nobody.");
    String rejected = team.ask("banking", "Why is the transfer blue?");
    String skipped = team.ask("banking", "A transfer, or two.");
    String handedOn = team.ask("banking", "They declined everything.");
    try (Person rob = team.signedIn(team.reviewer())) {
      rob.go("/reviews");
      rob.press("n");

      rob.sees("My card was declined.");
      rob.press("a");
      rob.hears("Approved as card_declined.");

      rob.sees("My transfer was sent to nobody.");
      rob.press("e");
      Locator choice = rob.page.getByRole(AriaRole.COMBOBOX);
      assertThat(choice).isFocused();
      assertThat(choice).hasAccessibleName(java.util.regex.Pattern.compile("Or another label"));
      assertThat(choice).hasAttribute("aria-expanded", "true");
      assertThat(rob.page.getByRole(AriaRole.OPTION)).hasCount(Features.INTENTS.length);
      rob.type("refund lo");
      assertThat(rob.page.getByRole(AriaRole.OPTION)).hasCount(1);
      Locator best =
          rob.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setSelected(true));
      assertThat(best).hasText("refund_lost");
      assertThat(choice).hasAttribute("aria-activedescendant", best.getAttribute("id"));
      rob.press("Enter");
      rob.hears("Decided as refund_lost.");

      rob.sees("Why is the transfer blue?");
      rob.press("r");
      assertThat(rob.button("2 not understandable")).isVisible();
      rob.press("2");
      rob.hears("Rejected: not understandable.");

      rob.sees("A transfer, or two.");
      rob.press("s");
      rob.hears("Put aside for you.");

      rob.sees("They declined everything.");
      rob.press("x");
      rob.hears("Handed on to an administrator.");

      assertThat(rob.heading()).hasText("Reviews");
      assertThat(rob.heading()).isFocused();
      rob.tabTo(rob.button("Come back to them"));
      rob.press("Enter");
      assertThat(rob.text()).hasText("A transfer, or two.");
      rob.press("a");
      rob.hears("Approved as transfer_pending.");
    }
    assertThat(team.item(approved).decided().verdict()).isEqualTo(new Verdict.Approved());
    assertThat(team.item(corrected).decided().value()).isEqualTo("refund_lost");
    assertThat(team.item(rejected).decided().verdict())
        .isEqualTo(new Verdict.Rejected("not understandable"));
    assertThat(team.item(skipped).decided().value()).isEqualTo("transfer_pending");
    assertThat(team.item(handedOn).escalated()).isTrue();
  }

  @Test
  void undo_givesTheItemBack() {
    Team team = site.team();
    String first = team.ask("banking", "My card was declined.");
    team.ask("banking", "Where is my transfer?");
    try (Person rob = team.signedIn(team.reviewer())) {
      rob.go("/reviews");
      rob.press("n");
      rob.sees("My card was declined.");
      rob.press("a");
      rob.sees("Where is my transfer?");
      rob.press("u");
      rob.hears("Undone. It is yours again.");
      rob.sees("My card was declined.");
      assertThat(team.item(first).decided()).isNull();

      rob.press("a");
      rob.sees("Where is my transfer?");
      rob.press("b");
      assertThat(rob.heading()).hasText("Decided");
      assertThat(rob.text()).hasText("My card was declined.");
      rob.press("n");
      rob.sees("Where is my transfer?");
    }
  }

  @Test
  void keys_canBeSwitchedOffAndOn() {
    Team team = site.team();
    String review = team.ask("banking", "My card was declined.");
    try (Person rob = team.signedIn(team.reviewer())) {
      rob.go("/reviews");
      rob.press("n");
      rob.sees("My card was declined.");
      rob.press("?");
      assertThat(rob.page.getByText("approve the proposal")).isVisible();
      rob.press("Escape");
      assertThat(rob.page.getByText("approve the proposal")).isHidden();

      rob.press("?");
      rob.tabTo(rob.button("Switch single keys off"));
      rob.press("Enter");
      assertThat(rob.page.locator("html")).hasAttribute("data-keys", "off");
      assertThat(rob.text()).hasText("My card was declined.");
      rob.press("a");
      rob.press("s");
      assertThat(rob.text()).hasText("My card was declined.");
      assertThat(team.item(review).decided()).isNull();

      rob.tabTo(rob.page.locator("#keys summary"));
      rob.press("Enter");
      rob.tabTo(rob.button("Switch them on"));
      rob.press("Enter");
      assertThat(rob.page.locator("html")).hasAttribute("data-keys", "on");
      rob.press("a");
      rob.hears("Approved as card_declined.");
    }
  }

  @Test
  void verdicts_takeFewKeys() {
    int decisions = 20;
    Team team = site.team();
    for (int i = 0; i < decisions; i++) {
      team.ask("banking", i % 10 < 7 ? "Declined, number " + i : "A transfer, number " + i);
    }
    try (Person rob = team.signedIn(team.reviewer())) {
      rob.go("/reviews");
      rob.press("n");
      rob.keys();
      int approvals = 0;
      int corrections = 0;
      for (int i = 0; i < decisions; i++) {
        boolean right = i % 10 < 7;
        rob.sees(right ? "Declined, number " + i : "A transfer, number " + i);
        if (right) {
          rob.press("a");
          approvals += rob.keys();
        } else {
          rob.press("e");
          rob.type(i % 2 == 0 ? "refund l" : "fee de");
          rob.press("Enter");
          corrections += rob.keys();
        }
      }
      rob.hears("Decided as");
      System.out.printf(
          "keys per decision: %.2f (approvals %.2f, corrections among 77 labels %.2f)%n",
          (approvals + corrections) / (double) decisions, approvals / 14.0, corrections / 6.0);
      assertThat(approvals).isEqualTo(14);
      assertThat(corrections).isLessThan(6 * 12);
    }
  }
}
