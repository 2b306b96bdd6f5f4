package dev.tenlines.project;

import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Exchange;
import dev.tenlines.cost.Money;
import dev.tenlines.model.Catalogue;
import dev.tenlines.webhook.Webhook;
import dev.tenlines.yaml.Yaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tenlines.yaml} says beside features.
 *
 * @param database where the database is, or null for the SQLite file of the project
 */
public record Settings(
    @Nullable DatabaseAddress database,
    List<Webhook> webhooks,
    List<Budget> budgets,
    Exchange exchange,
    ModelYaml models) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  public Settings {
    webhooks = List.copyOf(webhooks);
    budgets = List.copyOf(budgets);
    Budget.check(budgets, exchange);
  }

  /** The same with a database declared elsewhere, where there is one, and further webhooks. */
  public Settings with(@Nullable DatabaseAddress other, List<Webhook> more) {
    List<Webhook> told = new ArrayList<>(webhooks);
    told.addAll(more);
    return new Settings(other == null ? database : other, told, budgets, exchange, models);
  }

  /** The addresses that are told of a feature's decisions. */
  public List<String> targets(String feature) {
    return webhooks.stream()
        .filter(webhook -> webhook.wants(feature))
        .map(Webhook::url)
        .distinct()
        .toList();
  }

  /** A PostgreSQL database; the password stays out of logs. */
  public record DatabaseAddress(String url, @Nullable String user, @Nullable String password) {
    public DatabaseAddress {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new TenlinesException(
            "TL-192",
            "The database (" + url + ") is not one that Tenlines can use.",
            "Maybe write jdbc:postgresql://host/name, or leave it out for SQLite.");
      }
    }

    @Override
    public String toString() {
      return url;
    }
  }

  static Settings read(Map<String, Yaml> root, Catalogue catalogue) {
    Yaml database = root.get("database");
    List<Webhook> webhooks = new ArrayList<>();
    if (root.containsKey("webhooks")) {
      root.get("webhooks").items().forEach(yaml -> webhooks.add(webhook(yaml)));
    }
    Yaml budgets = root.get("budgets");
    return new Settings(
        database == null ? null : database(database),
        webhooks,
        budgets == null ? List.of() : budgets.items().stream().map(Settings::budget).toList(),
        exchange(root.get("exchange")),
        ModelYaml.read(root.get("models"), catalogue, System::getenv));
  }

  private static Budget budget(Yaml yaml) {
    Map<String, Yaml> keys =
        yaml.entries(List.of("tenant", "feature", "key", "window", "warn", "stop"));
    return new Budget(
        text(keys.get("tenant")),
        text(keys.get("feature")),
        text(keys.get("key")),
        window(keys.get("window"), required(yaml, keys, "window")),
        money(keys.get("warn")),
        money(keys.get("stop")));
  }

  private static Budget.Window window(@Nullable Yaml yaml, String name) {
    for (Budget.Window window : Budget.Window.values()) {
      if (window.name().toLowerCase(Locale.ROOT).equals(name)) {
        return window;
      }
    }
    throw Objects.requireNonNull(yaml).wrong("must be hour, day, month or total");
  }

  private static @Nullable Money money(@Nullable Yaml yaml) {
    String text = text(yaml);
    return text == null ? null : Money.parse(text);
  }

  private static Exchange exchange(@Nullable Yaml yaml) {
    if (yaml == null || yaml.isNull()) {
      return Exchange.NONE;
    }
    Map<String, BigDecimal> rates = new HashMap<>();
    yaml.entries()
        .forEach((currency, rate) -> rates.put(currency, Exchange.rate(currency, rate.text())));
    return new Exchange(rates);
  }

  private static DatabaseAddress database(Yaml yaml) {
    Map<String, Yaml> keys = yaml.entries(List.of("url", "user", "password"));
    return new DatabaseAddress(
        required(yaml, keys, "url"), text(keys.get("user")), text(keys.get("password")));
  }

  private static Webhook webhook(Yaml yaml) {
    Map<String, Yaml> keys = yaml.entries(List.of("url", "secret", "features"));
    List<String> features =
        keys.containsKey("features")
            ? keys.get("features").items().stream().map(Yaml::text).toList()
            : List.of();
    return new Webhook(required(yaml, keys, "url"), required(yaml, keys, "secret"), features);
  }

  private static String required(Yaml yaml, Map<String, Yaml> keys, String key) {
    String text = text(keys.get(key));
    if (text == null) {
      throw yaml.wrong("must have a " + key);
    }
    return text;
  }

  /** A text that must be there, with its environment variables. */
  private static @Nullable String text(@Nullable Yaml yaml) {
    if (yaml == null || yaml.isNull()) {
      return null;
    }
    Secret secret = secret(yaml, System::getenv);
    if (secret.missing() != null) {
      throw new TenlinesException(
          "TL-193",
          "The environment variable (" + secret.missing() + ") at " + yaml.place() + " is not set.",
          "Maybe set it before the start.");
    }
    return secret.text();
  }

  /**
   * A text with {@code ${NAME}} replaced by environment variables: secrets do not stand in files.
   *
   * @param text null where a variable is missing
   * @param missing the first variable that is not set, or null
   */
  record Secret(@Nullable String text, @Nullable String missing) {}

  static Secret secret(Yaml yaml, UnaryOperator<@Nullable String> environment) {
    StringBuilder out = new StringBuilder();
    Matcher variables = VARIABLE.matcher(yaml.text());
    while (variables.find()) {
      String value = environment.apply(variables.group(1));
      if (value == null) {
        return new Secret(null, variables.group(1));
      }
      variables.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    variables.appendTail(out);
    return new Secret(out.toString(), null);
  }
}
