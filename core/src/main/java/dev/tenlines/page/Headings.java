package dev.tenlines.page;

import dev.tenlines.document.Block.Heading;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The headings of an HTML page: how deep they are, and how a link reaches them. */
final class Headings {
  private static final Pattern NAME = Pattern.compile("h[1-6]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Set<String> AROUND = Set.of("section", "div", "article", "li", "header");
  private static final int HIGHEST = 3;

  private Headings() {}

  static boolean isHeading(Element element) {
    return NAME.matcher(element.normalName()).matches();
  }

  static Heading of(Element heading) {
    return new Heading(heading.normalName().charAt(1) - '0', anchor(heading));
  }

  /** A sign beside a heading, such as ¶, that links to the heading itself. */
  static boolean isPermalink(Element element) {
    return element.normalName().equals("a")
        && element.attr("href").startsWith("#")
        && !WORD.matcher(element.text()).find()
        && element.parents().stream().limit(HIGHEST).anyMatch(Headings::isHeading);
  }

  /** Its own, else one inside or right before it, else that of the section that it opens. */
  private static @Nullable String anchor(Element heading) {
    if (!heading.id().isBlank()) {
      return heading.id();
    }
    for (Element inside : heading.select("[id], a[name]")) {
      return name(inside);
    }
    Element before = heading.previousElementSibling();
    if (before != null && isBare(before)) {
      return name(before);
    }
    Element at = heading;
    for (int i = 0; i < HIGHEST; i++) {
      Element around = at.parent();
      if (around == null || !AROUND.contains(around.normalName()) || !isFirst(at)) {
        return null;
      }
      if (!around.id().isBlank()) {
        return around.id();
      }
      at = around;
    }
    return null;
  }

  private static boolean isFirst(Element element) {
    Element before = element.previousElementSibling();
    while (before != null && isBare(before)) {
      before = before.previousElementSibling();
    }
    return before == null;
  }

  private static boolean isBare(Element element) {
    return element.text().isBlank() && name(element) != null;
  }

  private static @Nullable String name(Element element) {
    String name = element.id().isBlank() ? element.attr("name") : element.id();
    return name.isBlank() ? null : name;
  }
}
