package dev.tenlines.identifiers;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Universally unique identifiers, with the brackets and prefixes that belong to them. */
final class Guids implements Finder {
  private static final String BODY =
      "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{32}";
  private static final Pattern GUID =
      Pattern.compile(
          "(?<![\\w-])(?:\\{(?<braced>"
              + BODY
              + ")\\}|%7[Bb](?<escaped>"
              + BODY
              + ")%7[Dd]|[Xx]'(?<quoted>"
              + BODY
              + ")'|(?:urn:uuid:)?(?<plain>"
              + BODY
              + "))(?![\\w-])");

  @Override
  public List<Found> find(String text, Setting setting) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = GUID.matcher(text);
    while (matcher.find()) {
      String body = "";
      for (String form : List.of("braced", "escaped", "quoted", "plain")) {
        body = matcher.group(form) == null ? body : matcher.group(form);
      }
      String normal = body.replace("-", "").toLowerCase(Locale.ROOT);
      found.add(Finder.found(text, matcher.start(), matcher.end(), "guid", dashed(normal), false));
    }
    return found;
  }

  private static String dashed(String hex) {
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
  }
}
