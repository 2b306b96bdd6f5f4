package dev.tenlines.page;

import java.util.Set;
import org.jsoup.nodes.Element;

/** What a site shows around every page: it is on the page, but the page is not about it. */
final class SiteParts {
  private static final Set<String> ROLES =
      Set.of("navigation", "banner", "contentinfo", "search", "menu", "menubar");

  private SiteParts() {}

  static boolean isNavigation(Element element) {
    return switch (element.normalName()) {
      case "nav" -> true;
      case "header", "footer" -> element.selectFirst("h1") == null && ofTheSite(element);
      default ->
          ROLES.contains(element.attr("role"))
              && element.selectFirst("h1, main, [role=main]") == null;
    };
  }

  /** The head or foot of an article, a section or a quote belongs to that. */
  private static boolean ofTheSite(Element element) {
    return element.closest("main, article, section, blockquote, aside, td, li") == null;
  }
}
