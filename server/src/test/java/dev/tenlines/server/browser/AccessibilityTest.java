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

/** Every page in both themes and on narrow, middling and wide screens. */
@ExtendWith(Site.Shared.class)
class AccessibilityTest {
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Map<String, Object> EVERYTHING = Map.of("type", "tag", "values", STANDARDS);

  /** The dark theme is the same page in other colours. */
  private static final Map<String, Object> COLOURS =
      Map.of("type", "rule", "values", List.of("color-contrast"));

  private static final List<Integer> WIDTHS = List.of(360, 768, 1440);

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

  @Test
  void everyPage_hasNoViolation(Site site) {
    List<String> violations = new ArrayList<>();
    Tour.of(site).walk((name, person) -> violations.addAll(violations(name, person.page)));
    assertThat(violations).isEmpty();
  }

  private static List<String> violations(String name, Page page) {
    List<String> violations = new ArrayList<>();
    page.evaluate(AxeBuilder.getAxeScript());
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(theme));
      for (int width : WIDTHS) {
        page.setViewportSize(width, 900);
        String where = name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        found(page, FIND, theme == ColorScheme.LIGHT ? EVERYTHING : COLOURS)
            .forEach(one -> violations.add(where + " " + one));
        found(page, WIDER, null).forEach(one -> violations.add(where + " " + one));
        if (PICTURES != null && width != 768) {
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
