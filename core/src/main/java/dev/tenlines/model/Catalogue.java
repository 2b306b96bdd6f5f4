package dev.tenlines.model;

import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What models can take, by the start of their names. A project's own {@code capabilities.yaml}
 * speaks before the built-in rows. Of an unknown model of a hosted provider nothing is assumed, and
 * the least is sent.
 */
public final class Catalogue {
  private static final long LEAST_CONTEXT = 8_000;
  private static final Capabilities LEAST =
      new Capabilities(false, List.of(), false, false, LEAST_CONTEXT);

  /** A server of one's own: open models take a temperature, and their servers a grammar. */
  private static final Capabilities OWN_SERVER =
      new Capabilities(true, List.of(), true, false, Long.MAX_VALUE);

  private static final List<String> KEYS =
      List.of("provider", "model", "temperature", "effort", "schema", "caching", "context");

  /** What was known when this program was built. */
  public static final Catalogue BUILT_IN = new Catalogue(builtIn());

  private final List<Row> rows;

  private Catalogue(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** A model by its dialect and its name, or the start of it before an asterisk. */
  private record Row(Dialect dialect, String match, Capabilities can) {

    private boolean covers(Dialect asked, String model) {
      return dialect == asked
          && (match.endsWith("*")
              ? model.startsWith(match.substring(0, match.length() - 1))
              : model.equals(match));
    }
  }

  /**
   * The same with rows that speak before these.
   *
   * @param file what messages call the text
   * @throws dev.tenlines.TenlinesException when the text cannot be understood
   */
  public Catalogue with(String file, String text) {
    List<Row> own = read(file, text);
    Stream<Row> others =
        rows.stream()
            .filter(row ->
                own.stream()
                    .noneMatch(mine ->
                        mine.dialect() == row.dialect() && mine.match().equals(row.match())));
    return new Catalogue(Stream.concat(own.stream(), others).toList());
  }

  /**
   * What this model can take: the longest name that fits speaks.
   *
   * @param hosted whether it stands at its provider, not on a server of one's own
   */
  public Capabilities of(Dialect dialect, String model, boolean hosted) {
    Row best = null;
    for (Row row : rows) {
      if (row.covers(dialect, model)
          && (best == null || row.match().length() > best.match().length())) {
        best = row;
      }
    }
    if (best != null) {
      return best.can();
    }
    return hosted && dialect != Dialect.OLLAMA ? LEAST : OWN_SERVER;
  }

  private static List<Row> builtIn() {
    try (InputStream in = Catalogue.class.getResourceAsStream("capabilities.yaml")) {
      if (in == null) {
        throw new IllegalStateException("capabilities.yaml is not in the jar");
      }
      return read("capabilities.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> read(String file, String text) {
    Yaml root = Yaml.parse(file, text);
    List<Row> rows = new ArrayList<>();
    if (root != null) {
      root.items().forEach(row -> rows.add(row(row)));
    }
    return rows;
  }

  private static Row row(Yaml yaml) {
    Map<String, Yaml> keys = yaml.entries(KEYS);
    Yaml model = keys.get("model");
    if (model == null) {
      throw yaml.wrong("must have a model");
    }
    Yaml context = keys.get("context");
    return new Row(
        Dialect.of(yaml, keys.get("provider")),
        model.text(),
        new Capabilities(
            truth(keys.get("temperature")),
            keys.containsKey("effort")
                ? keys.get("effort").items().stream().map(Yaml::text).toList()
                : List.of(),
            truth(keys.get("schema")),
            truth(keys.get("caching")),
            context == null ? LEAST_CONTEXT : (long) context.number()));
  }

  private static boolean truth(@Nullable Yaml yaml) {
    return switch (yaml == null ? "false" : yaml.text().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw java.util.Objects.requireNonNull(yaml).wrong("must be true or false");
    };
  }
}
