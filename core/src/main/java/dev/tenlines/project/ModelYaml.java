package dev.tenlines.project;

import dev.tenlines.TenlinesException;
import dev.tenlines.model.Catalogue;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.model.ModelSettings.Limits;
import dev.tenlines.yaml.Yaml;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code models:} of {@code tenlines.yaml}. A rung may also name a model as its provider
 * does, {@code model:claude-haiku-4-5}: then the environment says the rest.
 *
 * @param ready models that can be asked
 * @param lacking why others cannot, by name
 * @param catalogue what models can take
 */
public record ModelYaml(
    Map<String, ModelSettings> ready, Map<String, String> lacking, Catalogue catalogue) {
  private static final List<String> KEYS =
      List.of(
          "provider",
          "model",
          "base-url",
          "key",
          "effort",
          "price",
          "personal-data",
          "samples",
          "limits");
  private static final List<String> LIMITS =
      List.of("connect", "first-byte", "idle", "total", "requests", "tokens");

  private static final int MOST_SAMPLES = 9;

  public ModelYaml {
    ready = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(ready));
    lacking = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lacking));
  }

  /** Nothing declared. */
  public static final ModelYaml NONE = new ModelYaml(Map.of(), Map.of(), Catalogue.BUILT_IN);

  /**
   * Reads all that are declared.
   *
   * @param environment what an environment variable says, or null
   */
  static ModelYaml read(
      @Nullable Yaml yaml, Catalogue catalogue, UnaryOperator<@Nullable String> environment) {
    Map<String, ModelSettings> ready = new LinkedHashMap<>();
    Map<String, String> lacking = new LinkedHashMap<>();
    if (yaml != null && !yaml.isNull()) {
      yaml.entries()
          .forEach((name, one) -> read(name, one, catalogue, environment, ready, lacking));
    }
    return new ModelYaml(ready, lacking, catalogue);
  }

  /** The same with models that rungs name as their provider does. */
  public ModelYaml with(Set<String> named, UnaryOperator<@Nullable String> environment) {
    Map<String, ModelSettings> all = new LinkedHashMap<>(ready);
    Map<String, String> missing = new LinkedHashMap<>(lacking);
    for (String name : named) {
      Dialect dialect =
          all.containsKey(name) || missing.containsKey(name) ? null : guess(name, environment);
      if (dialect != null) {
        add(settings(name, dialect, name, catalogue, environment), all, missing);
      }
    }
    return new ModelYaml(all, missing, catalogue);
  }

  private static @Nullable Dialect guess(String name, UnaryOperator<@Nullable String> environment) {
    if (name.startsWith("claude-")) {
      return Dialect.ANTHROPIC;
    }
    if (name.startsWith("gpt-")) {
      return Dialect.OPENAI;
    }
    if (name.startsWith("gemini-")) {
      return Dialect.GEMINI;
    }
    boolean bean = name.startsWith("bean:");
    return !bean && environment.apply(Dialect.OLLAMA.urlVariable()) != null ? Dialect.OLLAMA : null;
  }

  private static ModelSettings settings(
      String name,
      Dialect dialect,
      String model,
      Catalogue catalogue,
      UnaryOperator<@Nullable String> environment) {
    String url = environment.apply(dialect.urlVariable());
    URI base = url == null ? dialect.home() : URI.create(stripped(url));
    String keyVariable = dialect.keyVariable();
    return new ModelSettings(
        name,
        dialect,
        base,
        model,
        keyVariable == null ? null : environment.apply(keyVariable),
        null,
        dialect == Dialect.OLLAMA,
        false,
        1,
        Limits.USUAL,
        catalogue.of(dialect, model, dialect.home().equals(base)));
  }

  private static void read(
      String name,
      Yaml yaml,
      Catalogue catalogue,
      UnaryOperator<@Nullable String> environment,
      Map<String, ModelSettings> ready,
      Map<String, String> lacking) {
    Map<String, Yaml> keys = yaml.entries(KEYS);
    if (!keys.containsKey("model")) {
      throw yaml.wrong("must have a model");
    }
    Dialect dialect = Dialect.of(yaml, keys.get("provider"));
    String called = keys.get("model").text();
    ModelSettings usual = settings(name, dialect, called, catalogue, environment);
    String key = usual.key();
    if (keys.containsKey("key")) {
      Settings.Secret secret = Settings.secret(keys.get("key"), environment);
      if (secret.missing() != null) {
        lacking.put(name, "the environment variable " + secret.missing() + " is not set");
        return;
      }
      key = secret.text();
    }
    Yaml url = keys.get("base-url");
    URI base = url == null ? usual.baseUrl() : url(url, environment);
    ModelSettings model =
        new ModelSettings(
            name,
            dialect,
            base,
            called,
            key,
            keys.containsKey("effort") ? keys.get("effort").text() : null,
            keys.containsKey("price") ? free(keys.get("price")) : usual.free(),
            keys.containsKey("personal-data") && hidden(keys.get("personal-data")),
            samples(keys.get("samples")),
            limits(keys.get("limits")),
            catalogue.of(dialect, called, dialect.home().equals(base)));
    effort(model, keys.get("effort"));
    add(model, ready, lacking);
  }

  /** A provider of its own home wants its key; a server of one's own may want none. */
  private static void add(
      ModelSettings model, Map<String, ModelSettings> ready, Map<String, String> lacking) {
    String variable = model.dialect().keyVariable();
    if (model.key() == null && variable != null && model.dialect().home().equals(model.baseUrl())) {
      lacking.put(model.name(), "the environment variable " + variable + " is not set");
    } else {
      ready.put(model.name(), model);
    }
  }

  private static URI url(Yaml yaml, UnaryOperator<@Nullable String> environment) {
    Settings.Secret text = Settings.secret(yaml, environment);
    try {
      URI url = URI.create(stripped(text.text() == null ? "" : text.text()));
      if (url.getHost() != null
          && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Said below, with its place.
    }
    throw yaml.wrong("must be an address such as https://host/v1");
  }

  private static String stripped(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static boolean free(Yaml yaml) {
    if (!yaml.text().equals("free")) {
      throw yaml.wrong("must be free; prices stand in prices.yaml");
    }
    return true;
  }

  private static boolean hidden(Yaml yaml) {
    return switch (yaml.text()) {
      case "hide" -> true;
      case "send" -> false;
      default -> throw yaml.wrong("must be hide or send");
    };
  }

  private static int samples(@Nullable Yaml yaml) {
    double said = yaml == null ? 1 : yaml.number();
    if (yaml != null && (said != Math.rint(said) || said < 1 || said > MOST_SAMPLES)) {
      throw yaml.wrong("must be a whole number from 1 to " + MOST_SAMPLES);
    }
    return (int) said;
  }

  private static void effort(ModelSettings model, @Nullable Yaml yaml) {
    List<String> known = model.can().effort();
    if (yaml != null && !known.isEmpty() && !known.contains(yaml.text())) {
      throw new TenlinesException(
          "TL-262",
          "The effort ("
              + yaml.text()
              + ") at "
              + yaml.place()
              + " is none of "
              + model.model()
              + ".",
          "Maybe it is one of: " + String.join(", ", known) + ".");
    }
  }

  private static Limits limits(@Nullable Yaml yaml) {
    Limits usual = Limits.USUAL;
    if (yaml == null) {
      return usual;
    }
    Map<String, Yaml> keys = yaml.entries(LIMITS);
    return new Limits(
        duration(keys.get("connect"), usual.connect()),
        duration(keys.get("first-byte"), usual.firstByte()),
        duration(keys.get("idle"), usual.idle()),
        duration(keys.get("total"), usual.total()),
        perMinute(keys.get("requests")),
        perMinute(keys.get("tokens")));
  }

  private static Duration duration(@Nullable Yaml yaml, Duration usual) {
    return yaml == null ? usual : FeatureYaml.duration(yaml);
  }

  private static @Nullable Integer perMinute(@Nullable Yaml yaml) {
    if (yaml == null) {
      return null;
    }
    String text = yaml.text().replace("_", "");
    if (!text.matches("[1-9][0-9]{0,8}/min")) {
      throw yaml.wrong("must be a number such as 50/min");
    }
    return Integer.valueOf(text.substring(0, text.indexOf('/')));
  }
}
