package dev.tenlines.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people before one queue. */
@ExtendWith(Site.Shared.class)
class TwoPeopleTest {
  private final Site site;

  TwoPeopleTest(Site site) {
    this.site = site;
  }

  @Test
  void heldItem_saysWhoHoldsIt() {
    Team team = site.team();
    String review = team.ask("banking", "My card was declined.");
    team.ask("banking", "Where is my transfer?");
    try (Person rob = team.signedIn(team.reviewer());
        Person ada = team.signedIn(team.admin())) {
      rob.go("/reviews");
      rob.press("n");
      rob.sees("My card was declined.");

      ada.go("/reviews/" + review);
      assertThat(ada.page.locator("main")).containsText(team.reviewer() + " holds this item until");
      assertThat(ada.button("Approve")).hasCount(0);
      ada.press("n");
      ada.sees("Where is my transfer?");
    }
  }

  @Test
  void itemTakenByAnother_isSaidAndTypedTextStays() {
    Team team = site.team();
    String review = team.ask("banking", "My card was declined.");
    try (Person rob = team.signedIn(team.reviewer())) {
      rob.go("/reviews");
      rob.press("n");
      rob.sees("My card was declined.");
      rob.press("r");
      rob.page.getByLabel("In your own words").click();
      rob.type("nobody was ever declined here");

      team.queue().release(team.tenant(), review, team.reviewer());
      team.queue().open(team.tenant(), review, team.admin());
      rob.press("Enter");

      assertThat(rob.page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
          .containsText(team.admin() + " holds this item until");
      assertThat(rob.page.getByLabel("In your own words"))
          .hasValue("nobody was ever declined here");
      assertThat(team.item(review).decided()).isNull();
    }
  }

  @Test
  void itemDecidedByAnother_isSaidWithTheVerdict() {
    Team team = site.team();
    String review = team.ask("banking", "My card was declined.");
    try (Person rob = team.signedIn(team.reviewer());
        Person ada = team.signedIn(team.admin())) {
      rob.go("/reviews");
      rob.press("n");
      rob.sees("My card was declined.");
      team.queue().release(team.tenant(), review, team.reviewer());
      ada.go("/reviews/" + review);
      ada.press("t");
      assertThat(ada.button("Approve")).isVisible();
      ada.press("a");
      ada.hears("Approved as card_declined.");

      rob.press("e");
      rob.type("cash li");
      rob.press("Enter");
      assertThat(rob.page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
          .containsText(team.admin() + " decided this before you. Approved as card_declined.");
      assertThat(team.item(review).decided().value()).isEqualTo("card_declined");
    }
  }

  /** The page asks once a minute whether the item is still the reader's. */
  @Test
  void lostLease_isSaidWhileTyping() {
    Team team = site.team();
    String review = team.ask("banking", "My card was declined.");
    try (Person rob = team.signedIn(team.reviewer())) {
      rob.page.clock().install();
      rob.go("/reviews");
      rob.button("Take next").click();
      rob.sees("My card was declined.");
      rob.press("r");
      rob.page.getByLabel("In your own words").click();
      rob.type("half a sen");

      team.queue().release(team.tenant(), review, team.reviewer());
      team.queue().open(team.tenant(), review, team.admin());
      rob.page.clock().fastForward(61_000);

      assertThat(rob.page.locator("#lease[role=status]"))
          .containsText(team.admin() + " holds it now, until");
      assertThat(rob.page.getByLabel("In your own words")).hasValue("half a sen");
      assertThat(rob.page.getByLabel("In your own words")).isFocused();
    }
  }
}
