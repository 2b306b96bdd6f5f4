package dev.tenlines.project;

import dev.tenlines.TenlinesException;
import dev.tenlines.webhook.Webhook;
import dev.tenlines.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tenlines.yaml} says beside features.
 *
 * @param database where the database is, or null for the SQLite file of the project
 */
public record Settings(@Nullable DatabaseAddress database, List<Webhook> webhooks) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  public Settings {
    webhooks = List.copyOf(webhooks);
  }

  static final Settings NONE = new Settings(null, List.of());

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

  static Settings read(Map<String, Yaml> root) {
    Yaml database = root.get("database");
    List<Webhook> webhooks = new ArrayList<>();
    if (root.containsKey("webhooks")) {
      root.get("webhooks").items().forEach(yaml -> webhooks.add(webhook(yaml)));
    }
    return new Settings(database == null ? null : database(database), webhooks);
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

  /**
   * A text with {@code ${NAME}} replaced by environment variables: secrets do not stand in files.
   */
  private static @Nullable String text(@Nullable Yaml yaml) {
    if (yaml == null || yaml.isNull()) {
      return null;
    }
    Matcher variables = VARIABLE.matcher(yaml.text());
    return variables.replaceAll(found -> {
      String value = System.getenv(found.group(1));
      if (value == null) {
        throw new TenlinesException(
            "TL-193",
            "The environment variable (" + found.group(1) + ") at " + yaml.place() + " is not set.",
            "Maybe set it before the start.");
      }
      return Matcher.quoteReplacement(value);
    });
  }
}
