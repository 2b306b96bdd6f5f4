package dev.tenlines.model;

import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model can take. Of an unknown model of a hosted provider nothing is assumed, and the least
 * is sent.
 *
 * @param temperature whether a temperature may be sent at all
 * @param effort the levels of thinking it knows, weakest first; empty for none
 * @param schema whether it keeps a JSON schema natively
 * @param caching whether its prompts can be cached on request
 * @param context how many tokens a prompt and its answer may have together
 */
public record Capabilities(
    boolean temperature, List<String> effort, boolean schema, boolean caching, long context) {

  static final Capabilities LEAST = new Capabilities(false, List.of(), false, false, 8_000);

  /** A server of one's own: open models take a temperature, and their servers a grammar. */
  static final Capabilities OWN_SERVER =
      new Capabilities(true, List.of(), true, false, Long.MAX_VALUE);

  public Capabilities {
    effort = List.copyOf(effort);
  }

  /** A model by its dialect and the start of its name. */
  private record Known(Dialect dialect, String match, Capabilities can) {

    private boolean covers(ModelSettings model) {
      return dialect == model.dialect()
          && (match.endsWith("*")
              ? model.model().startsWith(match.substring(0, match.length() - 1))
              : model.model().equals(match));
    }
  }

  private static final List<Known> KNOWN = builtIn();

  /** What this model can take: the longest name that fits speaks. */
  public static Capabilities of(ModelSettings model) {
    Known best = null;
    for (Known known : KNOWN) {
      if (known.covers(model) && (best == null || known.match().length() > best.match().length())) {
        best = known;
      }
    }
    if (best != null) {
      return best.can();
    }
    boolean hosted = model.dialect().home().equals(model.baseUrl());
    return hosted && model.dialect() != Dialect.OLLAMA ? LEAST : OWN_SERVER;
  }

  private static List<Known> builtIn() {
    try (InputStream in = Capabilities.class.getResourceAsStream("capabilities.yaml")) {
      if (in == null) {
        throw new IllegalStateException("capabilities.yaml is not in the jar");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return read("capabilities.yaml", text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Known> read(String file, String text) {
    List<Known> known = new ArrayList<>();
    Yaml root = Yaml.parse(file, text);
    if (root == null) {
      return known;
    }
    for (Yaml one : root.items()) {
      Map<String, Yaml> keys =
          one.entries(
              List.of("dialect", "model", "temperature", "effort", "schema", "caching", "context"));
      known.add(
          new Known(
              Dialect.valueOf(text(keys, "dialect").toUpperCase(java.util.Locale.ROOT)),
              text(keys, "model"),
              new Capabilities(
                  truth(keys, "temperature"),
                  keys.containsKey("effort")
                      ? keys.get("effort").items().stream().map(Yaml::text).toList()
                      : List.of(),
                  truth(keys, "schema"),
                  truth(keys, "caching"),
                  keys.containsKey("context") ? (long) keys.get("context").number() : 8_000)));
    }
    return known;
  }

  private static String text(Map<String, Yaml> keys, String key) {
    Yaml value = keys.get(key);
    if (value == null) {
      throw new IllegalStateException("capabilities.yaml lacks " + key);
    }
    return value.text();
  }

  private static boolean truth(Map<String, Yaml> keys, String key) {
    @Nullable Yaml value = keys.get(key);
    return value != null && value.text().equals("true");
  }
}
