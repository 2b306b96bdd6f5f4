package dev.tenlines.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Which parts of an HTML page nobody sees: not shown, without size, or in the colour behind it. */
final class Visibility {
  private static final Pattern HIDING =
      Pattern.compile(
          "(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)|opacity\\s*:\\s*0?(?:\\.0+)?\\s*(?:;|!|$)"
              + "|font-size\\s*:\\s*[01](?:\\.\\d+)?\\s*(?:px|pt|em|rem|%)?\\s*(?:;|!|$)"
              + "|text-indent\\s*:\\s*-\\d{3,}|(?:left|top)\\s*:\\s*-\\d{4,}|mso-hide\\s*:\\s*all"
              + "|clip\\s*:\\s*rect\\(\\s*0)");
  private static final Pattern NO_HEIGHT =
      Pattern.compile("(?:^|;)\\s*(?:max-)?(?:height|width)\\s*:\\s*0(?:px|pt|em|%)?\\s*(?:;|!|$)");
  private static final Pattern CLIPPED = Pattern.compile("overflow\\s*:\\s*hidden");
  private static final Pattern COLOUR = Pattern.compile("(?:^|;)\\s*color\\s*:\\s*([^;!]{1,40})");
  private static final Pattern BACKGROUND =
      Pattern.compile("(?:^|;)\\s*background(?:-color)?\\s*:\\s*([^;!]{1,80})");
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{6}|[0-9a-f]{3})\\b");
  private static final Pattern RGB = Pattern.compile("rgba?\\(\\s*(\\d+)\\D+(\\d+)\\D+(\\d+)");
  private static final Map<String, Integer> NAMES =
      Map.of(
          "white", 0xffffff, "black", 0, "red", 0xff0000, "yellow", 0xffff00, "blue", 0xff, "green",
          0x8000, "gray", 0x808080, "grey", 0x808080, "silver", 0xc0c0c0);
  private static final Pattern RULE = Pattern.compile("([^{}]{1,300})\\{([^{}]{0,2000})\\}");
  private static final Pattern SIMPLE = Pattern.compile("^(?:\\w+)?([.#][\\w-]+)$");
  private static final int ALIKE = 24;

  private final Set<String> hidden = new HashSet<>();

  /** The colours of an element's text and of what is behind it. */
  record Colours(int text, int behind) {
    static final Colours USUAL = new Colours(0, 0xffffff);
  }

  /** Learns the style rules of a page that hide classes and ids outright. */
  Visibility(Document page) {
    for (Element style : page.select("style")) {
      String css = style.data().toLowerCase(Locale.ROOT);
      // What stands under a condition, such as a small screen, holds for other readers.
      Matcher rule =
          RULE.matcher(
              css.substring(0, Math.min(css.length(), 200_000))
                  .replaceAll("@[^{}]*\\{(?:[^{}]*\\{[^{}]*\\})*[^{}]*\\}", ""));
      while (rule.find()) {
        if (HIDING.matcher(rule.group(2)).find()) {
          for (String selector : rule.group(1).split(",")) {
            Matcher simple = SIMPLE.matcher(selector.strip());
            if (simple.matches()) {
              hidden.add(simple.group(1));
            }
          }
        }
      }
    }
  }

  boolean hides(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT);
    return element.hasAttr("hidden")
        || HIDING.matcher(style).find()
        || NO_HEIGHT.matcher(style).find() && CLIPPED.matcher(style).find()
        || element.normalName().equals("font") && element.attr("size").equals("0")
        || named(element);
  }

  private boolean named(Element element) {
    return !hidden.isEmpty()
        && (hidden.contains("#" + element.id().toLowerCase(Locale.ROOT))
            || element.classNames().stream()
                .anyMatch(name -> hidden.contains("." + name.toLowerCase(Locale.ROOT))));
  }

  /** The colours inside an element. */
  static Colours colours(Element element, Colours outside) {
    String style = element.attr("style").toLowerCase(Locale.ROOT);
    Integer text = first(style(COLOUR, style), colour(attribute(element, "color", "text")));
    Integer behind = first(style(BACKGROUND, style), colour(attribute(element, "bgcolor")));
    // A picture may lie behind: nobody knows its colour.
    boolean picture = style.contains("url(") || element.hasAttr("background");
    int back = picture ? 0x7f7f7f : behind == null ? outside.behind() : behind;
    return new Colours(text == null ? outside.text() : text, back);
  }

  static boolean readable(Colours colours) {
    int apart = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      apart += Math.abs((colours.text() >> shift & 255) - (colours.behind() >> shift & 255));
    }
    return apart > ALIKE;
  }

  private static @Nullable Integer style(Pattern property, String style) {
    Matcher value = property.matcher(style);
    @Nullable Integer last = null;
    while (value.find()) {
      Integer colour = colour(value.group(1).strip());
      last = colour == null ? last : colour;
    }
    return last;
  }

  private static String attribute(Element element, String... names) {
    for (String name : names) {
      if (element.hasAttr(name)) {
        return element.attr(name).toLowerCase(Locale.ROOT).strip();
      }
    }
    return "";
  }

  private static @Nullable Integer first(@Nullable Integer a, @Nullable Integer b) {
    return a == null ? b : a;
  }

  private static @Nullable Integer colour(String said) {
    Matcher hex = HEX.matcher(said);
    if (hex.find()) {
      String digits = hex.group(1);
      String full = digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
      return Integer.parseInt(full, 16);
    }
    Matcher rgb = RGB.matcher(said);
    if (rgb.find()) {
      return Math.min(255, number(rgb.group(1))) << 16
          | Math.min(255, number(rgb.group(2))) << 8
          | Math.min(255, number(rgb.group(3)));
    }
    return NAMES.get(said.split("\\s+")[0]);
  }

  private static int number(String digits) {
    return digits.length() > 4 ? 255 : Integer.parseInt(digits);
  }
}
