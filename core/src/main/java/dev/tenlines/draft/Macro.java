package dev.tenlines.draft;

import dev.tenlines.Request;
import dev.tenlines.TenlinesException;
import dev.tenlines.rules.Condition;
import dev.tenlines.yaml.Yaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reply that people wrote for a kind of ticket.
 *
 * @param name its file inside the project, {@code macros/late.md}
 * @param asked how people ask for it, in their words
 * @param when when it may be used, or null for always
 * @param body the reply, with {@code {{field}}} for what the application knows
 */
record Macro(String name, String title, List<String> asked, @Nullable Condition when, String body) {
  private static final Pattern FILE = Pattern.compile("(---\\R.*?\\R)---\\R(.*)", Pattern.DOTALL);
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{\\s*([\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*)\\s*}}");

  /**
   * Reads a macro's file.
   *
   * @throws TenlinesException TL-251 when it has no title or no text
   */
  static Macro read(String name, String file) {
    Matcher parts = FILE.matcher(file);
    Yaml header = parts.matches() ? Yaml.parse(name, parts.group(1)) : null;
    if (header == null) {
      throw wrong(name, "does not begin with a title between two lines of ---");
    }
    Map<String, Yaml> keys = header.entries(List.of("title", "asked", "when"));
    String body = parts.group(2).strip();
    if (!keys.containsKey("title") || body.isEmpty()) {
      throw wrong(name, keys.containsKey("title") ? "has no text" : "has no title");
    }
    if (PLACEHOLDER.matcher(body).replaceAll("").contains("{{")) {
      throw wrong(name, "has a placeholder that is not closed or names no field");
    }
    Yaml when = keys.get("when");
    Yaml asked = keys.get("asked");
    return new Macro(
        name,
        keys.get("title").text(),
        asked == null ? List.of() : asked.items().stream().map(Yaml::text).toList(),
        when == null ? null : Condition.of(when),
        body);
  }

  /** The reply to a request, or null when a placeholder has no value. */
  @Nullable String filled(Request request) {
    Matcher places = PLACEHOLDER.matcher(body);
    StringBuilder out = new StringBuilder();
    while (places.find()) {
      String value = value(request.fields(), places.group(1));
      if (value == null) {
        return null;
      }
      places.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return places.appendTail(out).toString();
  }

  boolean mayServe(Request request) {
    return when == null || when.holds(request);
  }

  /** What tells for which tickets it is. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(title, title + "\n" + fixed()));
    texts.addAll(asked);
    return texts;
  }

  /** What it says whoever asks. */
  String fixed() {
    return PLACEHOLDER.matcher(body).replaceAll(" ");
  }

  /** A field's value as people write it; parts of a field are named with a point. */
  private static @Nullable String value(Map<?, ?> fields, String path) {
    Object value = fields.get(path);
    int point = path.indexOf('.');
    if (value == null
        && point > 0
        && fields.get(path.substring(0, point)) instanceof Map<?, ?> in) {
      return value(in, path.substring(point + 1));
    }
    return switch (value) {
      case null -> null;
      case BigDecimal number -> number.toPlainString();
      case List<?> list ->
          list.isEmpty() ? null : String.join(", ", list.stream().map(String::valueOf).toList());
      case Map<?, ?> map -> null;
      default -> value.toString().isBlank() ? null : value.toString().strip();
    };
  }

  private static TenlinesException wrong(String name, String what) {
    return new TenlinesException(
        "TL-251",
        "The macro (" + name + ") " + what + ".",
        "Maybe begin it with the lines ---, title: …, --- and write the reply below.");
  }
}
