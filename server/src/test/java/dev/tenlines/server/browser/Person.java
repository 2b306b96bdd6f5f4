package dev.tenlines.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody before a browser of their own. */
final class Person implements AutoCloseable {
  private static final int MOST_TABS = 60;

  final Page page;
  private final BrowserContext context;
  private final String address;
  private int keys;

  private Person(Site site, boolean scripts) {
    context =
        site.chrome()
            .browser()
            .newContext(
                new NewContextOptions()
                    .setJavaScriptEnabled(scripts)
                    .setViewportSize(1280, 900)
                    .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(10_000);
    page = context.newPage();
    address = site.server().address();
  }

  static Person stranger(Site site) {
    return new Person(site, true);
  }

  static Person signedIn(Site site, String name) {
    return new Person(site, true).enter(site, name);
  }

  static Person withoutScript(Site site, String name) {
    return new Person(site, false).enter(site, name);
  }

  private Person enter(Site site, String name) {
    String token = site.tenlines().access().startSession(name, Duration.ofHours(1));
    context.addCookies(
        List.of(new Cookie("tenlines_session", token).setUrl(address).setHttpOnly(true)));
    return this;
  }

  void go(String path) {
    page.navigate(address + path);
  }

  void press(String... pressed) {
    for (String key : pressed) {
      page.keyboard().press(key);
      keys++;
    }
  }

  void type(String text) {
    page.keyboard().type(text);
    keys += text.length();
  }

  /** Goes on with the Tab key until something has the focus. */
  void tabTo(Locator target) {
    for (int i = 0; i < MOST_TABS; i++) {
      if ((boolean) target.evaluate("element => element === document.activeElement")) {
        return;
      }
      press("Tab");
    }
    throw new AssertionError("The Tab key does not reach " + target);
  }

  /** How many keys were pressed since this was asked last. */
  int keys() {
    int pressed = keys;
    keys = 0;
    return pressed;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  Locator link(String name) {
    return page.getByRole(
        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  /** The text to judge. */
  Locator text() {
    return page.locator(".text");
  }

  /** What a screen reader is told without being asked. */
  Locator status() {
    return page.locator("#toast[role=status][aria-live=polite]");
  }

  /** Another item is on the page, and the focus stands at its beginning. */
  void sees(String text) {
    assertThat(text()).hasText(text);
    assertThat(heading()).isFocused();
  }

  void hears(String words) {
    assertThat(status()).containsText(words);
  }

  @Override
  public void close() {
    context.close();
  }
}
