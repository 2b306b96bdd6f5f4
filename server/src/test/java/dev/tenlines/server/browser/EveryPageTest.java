package dev.tenlines.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page needs nothing that its content security policy forbids, and can be used by everybody:
 * in both themes, on narrow and wide screens.
 */
@ExtendWith(Site.Shared.class)
class EveryPageTest {
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Map<String, Object> EVERYTHING = Map.of("type", "tag", "values", STANDARDS);

  /** The dark theme is the same page in other colours. */
  private static final Map<String, Object> COLOURS =
      Map.of("type", "rule", "values", List.of("color-contrast"));

  private static final List<Integer> WIDTHS = List.of(360, 1440);

  /** Where pictures of all pages go, to be looked at; nowhere unless asked for. */
  private static final String PICTURES = System.getProperty("tenlines.pictures");

  private static final String FIND =
      """
      async only => (await axe.run(document, {
        runOnly: only, resultTypes: ['violations']
      })).violations.flatMap(found => found.nodes.map(node =>
        found.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary.replace(/\\s+/g, ' ')))
      """;

  private static final String WIDER =
      """
      () => document.documentElement.scrollWidth > window.innerWidth
        ? ['wider than the screen: ' + document.documentElement.scrollWidth] : []
      """;

  /** What the browser has to say of a check, it has said after that. */
  private static final String DRAWN =
      "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))";

  private final Witness witness = new Witness();
  private final List<String> refused = new ArrayList<>();

  @Test
  void everyPage_hasNoViolation_andNeedsNothingThatIsForbidden(Site site) {
    List<String> violations = new ArrayList<>();
    Tour.of(site)
        .walk(
            person -> watch(person.page, site.server().address()),
            (name, person) -> {
              witness.inspect(name, person.page);
              // From here on the checking itself may be refused something.
              violations.addAll(refused);
              violations.addAll(violations(name, person.page));
              person.page.evaluate(DRAWN);
              refused.clear();
            });
    assertThat(violations).isEmpty();
    assertThat(witness.seen()).isEmpty();
  }

  private void watch(Page page, String address) {
    witness.watch(page, address);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && message.text().contains("Content Security")) {
        refused.add(message.text());
      }
    });
  }

  private static List<String> violations(String name, Page page) {
    List<String> violations = new ArrayList<>();
    page.evaluate(AxeBuilder.getAxeScript());
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(theme));
      for (int width : WIDTHS) {
        page.setViewportSize(width, 900);
        String where = name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        // Colours are the same on every screen.
        if (theme == ColorScheme.LIGHT || width == WIDTHS.getLast()) {
          found(page, FIND, theme == ColorScheme.LIGHT ? EVERYTHING : COLOURS)
              .forEach(one -> violations.add(where + " " + one));
        }
        found(page, WIDER, null).forEach(one -> violations.add(where + " " + one));
        if (PICTURES != null) {
          page.screenshot(
              new ScreenshotOptions().setPath(Path.of(PICTURES, where + ".png")).setFullPage(true));
        }
      }
    }
    page.setViewportSize(1280, 900);
    return violations;
  }

  private static List<String> found(Page page, String script, Object argument) {
    return ((List<?>) page.evaluate(script, argument)).stream().map(String::valueOf).toList();
  }
}
