package dev.tenlines.cost;

import dev.tenlines.TenlinesException;
import dev.tenlines.yaml.Yaml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a price catalogue. */
final class PriceYaml {
  private static final List<String> RATES =
      List.of("input", "output", "cache-read", "cache-write", "cache-write-hour");
  private static final List<String> KEYS =
      List.of(
          "provider",
          "model",
          "from",
          "until",
          "free",
          "input",
          "output",
          "cache-read",
          "cache-write",
          "cache-write-hour",
          "above",
          "batch",
          "tiers",
          "geo",
          "source",
          "checked",
          "uncertain");

  private PriceYaml() {}

  static List<Price> read(Yaml root) {
    Yaml rows = root.entries(List.of("prices")).get("prices");
    return rows == null || rows.isNull()
        ? List.of()
        : rows.items().stream().map(PriceYaml::price).toList();
  }

  private static Price price(Yaml row) {
    Map<String, Yaml> keys = row.entries(KEYS);
    LocalDate from = day(keys.get("from"));
    LocalDate until = day(keys.get("until"));
    if (from != null && until != null && until.isBefore(from)) {
      throw new TenlinesException(
          "TL-232",
          "The price at " + row.place() + " ends (" + until + ") before it begins.",
          "Maybe exchange from and until; both days count.");
    }
    return new Price(
        text(row, keys, "provider"),
        text(row, keys, "model"),
        from,
        until,
        bands(row, keys),
        tiers(keys),
        factors(keys.get("geo")),
        keys.containsKey("source") ? keys.get("source").text() : "",
        day(keys.get("checked")),
        flag(keys.get("uncertain")));
  }

  private static NavigableMap<Long, Rates> bands(Yaml row, Map<String, Yaml> keys) {
    NavigableMap<Long, Rates> bands = new TreeMap<>();
    if (flag(keys.get("free"))) {
      bands.put(0L, Rates.FREE);
      return bands;
    }
    bands.put(0L, rates(row, keys));
    Yaml above = keys.get("above");
    if (above != null) {
      above.entries().forEach((tokens, yaml) -> bands.put(tokens(yaml, tokens), rates(yaml)));
    }
    return bands;
  }

  private static Map<String, Price.Tier> tiers(Map<String, Yaml> keys) {
    Map<String, Price.Tier> tiers = new HashMap<>();
    if (keys.containsKey("batch")) {
      tiers.put("batch", new Price.Tier.Times(amount(keys.get("batch"))));
    }
    Yaml declared = keys.get("tiers");
    if (declared != null) {
      declared
          .entries()
          .forEach((name, yaml) ->
              tiers.put(
                  name,
                  yaml.isMapping()
                      ? new Price.Tier.Own(rates(yaml))
                      : new Price.Tier.Times(amount(yaml))));
    }
    return tiers;
  }

  private static Rates rates(Yaml yaml) {
    return rates(yaml, yaml.entries(RATES));
  }

  private static Rates rates(Yaml yaml, Map<String, Yaml> keys) {
    if (!keys.containsKey("input") || !keys.containsKey("output")) {
      throw new TenlinesException(
          "TL-231",
          "The price at " + yaml.place() + " names no input and output.",
          "Maybe write USD for a million tokens, or free: true for a server of your own.");
    }
    BigDecimal input = amount(keys.get("input"));
    return new Rates(
        input,
        amount(keys.get("output")),
        amount(keys.get("cache-read"), input),
        amount(keys.get("cache-write"), input),
        amount(keys.get("cache-write-hour"), amount(keys.get("cache-write"), input)));
  }

  private static Map<String, BigDecimal> factors(@Nullable Yaml yaml) {
    Map<String, BigDecimal> factors = new HashMap<>();
    if (yaml != null) {
      yaml.entries().forEach((name, factor) -> factors.put(name, amount(factor)));
    }
    return factors;
  }

  private static BigDecimal amount(@Nullable Yaml yaml, BigDecimal otherwise) {
    return yaml == null ? otherwise : amount(yaml);
  }

  private static BigDecimal amount(Yaml yaml) {
    try {
      BigDecimal amount = new BigDecimal(yaml.text());
      if (amount.signum() >= 0) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // Told below, as any other text that is no price.
    }
    throw new TenlinesException(
        "TL-230",
        "The price (" + yaml.text() + ") at " + yaml.place() + " is not an amount.",
        "Maybe write a decimal such as 2.50, in USD for a million tokens.");
  }

  private static long tokens(Yaml yaml, String key) {
    if (!key.matches("[1-9][0-9]{0,14}")) {
      throw yaml.wrong("must stand under a number of tokens");
    }
    return Long.parseLong(key);
  }

  private static @Nullable LocalDate day(@Nullable Yaml yaml) {
    try {
      return yaml == null || yaml.isNull() ? null : LocalDate.parse(yaml.text());
    } catch (DateTimeParseException e) {
      throw new TenlinesException(
          "TL-232",
          "The day (" + yaml.text() + ") at " + yaml.place() + " is not readable.",
          "Maybe write 2026-11-23.");
    }
  }

  private static boolean flag(@Nullable Yaml yaml) {
    if (yaml == null) {
      return false;
    }
    return switch (yaml.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw yaml.wrong("must be true or false");
    };
  }

  private static String text(Yaml row, Map<String, Yaml> keys, String key) {
    Yaml yaml = keys.get(key);
    if (yaml == null || yaml.text().isBlank()) {
      throw new TenlinesException(
          "TL-231",
          "The price at " + row.place() + " names no " + key + ".",
          "Maybe write provider: openai and model: gpt-6-luna.");
    }
    return yaml.text();
  }
}
