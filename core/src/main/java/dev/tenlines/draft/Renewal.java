package dev.tenlines.draft;

import dev.tenlines.Request;
import dev.tenlines.verify.Source;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An old reply for a new request: each old field's value gives way to the new one's. */
final class Renewal {
  private Renewal() {}

  /** The reply with the new values, or null when one is missing or two may be meant. */
  static @Nullable String of(Past.Reply reply, Request request) {
    Map<String, String> old = values(reply.asked());
    Map<String, String> now = values(request);
    Map<String, String> renewed = new HashMap<>();
    Set<String> unclear = new HashSet<>();
    old.forEach((field, value) -> {
      String other = now.get(field);
      if (other == null || renewed.containsKey(value) && !other.equals(renewed.get(value))) {
        unclear.add(value);
      }
      renewed.put(value, other == null ? value : other);
    });
    if (renewed.isEmpty()) {
      return reply.text();
    }
    Matcher places = pattern(renewed.keySet()).matcher(reply.text());
    StringBuilder out = new StringBuilder();
    while (places.find()) {
      if (unclear.contains(places.group())) {
        return null;
      }
      String value = renewed.getOrDefault(places.group(), places.group());
      places.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return places.appendTail(out).toString();
  }

  /** Longer values first; a value is only one between borders of words. */
  private static Pattern pattern(Set<String> values) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:"
            + String.join(
                "|",
                values.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .toList())
            + ")(?![\\p{L}\\p{N}])");
  }

  private static Map<String, String> values(Request request) {
    Map<String, String> values = new HashMap<>();
    request
        .fields()
        .forEach((name, value) ->
            Source.of(name, value).stream()
                .filter(part -> !part.text().isBlank())
                .forEach(part -> values.put(part.name(), part.text().strip())));
    return values;
  }
}
