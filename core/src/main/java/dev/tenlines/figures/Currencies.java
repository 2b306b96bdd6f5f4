package dev.tenlines.figures;

import dev.tenlines.yaml.Yaml;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The signs, codes and names of currencies as a language writes them. */
final class Currencies {
  private static final Map<String, Yaml> FILE = Lexicon.entries("money.yaml");
  private static final Set<String> COMMON = words("common");
  private static final Set<String> WORDS = words("words");

  private final Phrases<Money> names = new Phrases<>();
  private final String country;

  /**
   * What an amount is counted in.
   *
   * @param code the ISO 4217 code
   * @param per how many make one unit of the currency: 100 for cents, 1 for the unit itself
   */
  record Money(String code, int per, Place place) {
    /** On which side of a number it can stand. */
    enum Place {
      ANY,
      AFTER
    }

    boolean isPart() {
      return per > 1;
    }

    BigDecimal worth(BigDecimal count) {
      return per == 1 ? count : count.divide(BigDecimal.valueOf(per), MathContext.DECIMAL128);
    }
  }

  Currencies(Locale locale, String language) {
    this.country = locale.getCountry();
    Lexicon.each(FILE, "signs", (signs, code) -> put(signs, own(signs, code), 1));
    Yaml section = FILE.get("languages");
    Yaml own = section == null ? null : section.entries().get(language);
    if (own == null) {
      throw new IllegalStateException("No currencies of " + language);
    }
    Map<String, Yaml> yaml = own.entries();
    Lexicon.each(yaml, "parts", this::part);
    Lexicon.each(yaml, "codes", (words, code) -> put(words, code, 1));
    Lexicon.each(yaml, "nouns", (words, codes) -> noun(yaml, words, List.of(codes.split(" "))));
    for (Currency currency : Currency.getAvailableCurrencies()) {
      String name = currency.getDisplayName(Locale.forLanguageTag(language));
      if (name.indexOf('(') < 0 && name.length() > 3) {
        put(name, currency.getCurrencyCode(), 1);
        put(name + "s", currency.getCurrencyCode(), 1);
      }
    }
  }

  /** The longest name, sign or code that begins with this token, or null. */
  Phrases.@Nullable Match<Money> at(Tokens tokens, int i) {
    if (i < 0 || i >= tokens.size()) {
      return null;
    }
    Phrases.Match<Money> name = names.at(tokens, i);
    String raw = tokens.get(i).raw();
    String code = raw.toUpperCase(Locale.ROOT);
    boolean spelled = raw.equals(code) || COMMON.contains(raw.toLowerCase(Locale.ROOT));
    if (name != null && name.end() > i + 1 || raw.length() != 3 || !spelled || !exists(code)) {
      return name;
    }
    return new Phrases.Match<>(
        i + 1, new Money(code, 1, WORDS.contains(code) ? Money.Place.AFTER : Money.Place.ANY));
  }

  /** "MUSD" and "MEUR" count millions. */
  @Nullable Money millions(Token token) {
    String raw = token.raw();
    return raw.length() == 4 && raw.charAt(0) == 'M' && exists(raw.substring(1))
        ? new Money(raw.substring(1), 1, Money.Place.ANY)
        : null;
  }

  private static boolean exists(String code) {
    return Names.CODES.contains(code);
  }

  /** Every noun by itself, and with the adjectives of the countries that have such a currency. */
  private void noun(Map<String, Yaml> yaml, String words, List<String> codes) {
    put(words, own(words.startsWith("dollar") ? "$" : words, codes.getFirst(), codes), 1);
    Yaml endings = yaml.get("endings");
    Lexicon.each(
        yaml,
        "adjectives",
        (adjectives, land) -> {
          for (String code : codes) {
            if (code.startsWith(land)) {
              for (String adjective :
                  inflected(adjectives, endings == null ? "" : endings.text())) {
                for (String word : words.split("\\|")) {
                  put(adjective + " " + word, code, 1);
                  put(word + " " + adjective, code, 1);
                }
              }
            }
          }
        });
  }

  private static List<String> inflected(String adjectives, String endings) {
    List<String> all = new ArrayList<>();
    for (String adjective : adjectives.split("\\|")) {
      String stem = adjective.replace("*", "");
      all.add(stem);
      if (adjective.endsWith("*")) {
        for (String ending : endings.split(" ")) {
          all.add(stem + ending);
        }
      }
    }
    return all;
  }

  private void part(String words, String worth) {
    String[] both = worth.split(" ");
    put(words, both[0].equals("USD") ? own("$", "USD") : both[0], Integer.parseInt(both[1]));
  }

  private void put(String words, String code, int per) {
    Lexicon.put(words, null, names, new Money(code, per, Money.Place.ANY));
  }

  /** The currency of the reader's country where the sign may mean it. */
  private String own(String sign, String code) {
    Yaml families = FILE.get("families");
    Yaml family = families == null ? null : families.entries().get(sign);
    return family == null ? code : own(sign, code, List.of(family.text().split(" ")));
  }

  private String own(String sign, String code, List<String> family) {
    if (country.isEmpty() || sign.isEmpty()) {
      return code;
    }
    try {
      Currency ours = Currency.getInstance(Locale.of("", country));
      return ours != null && family.contains(ours.getCurrencyCode())
          ? ours.getCurrencyCode()
          : code;
    } catch (IllegalArgumentException e) {
      // A region without a currency, such as that of a language for the whole world.
      return code;
    }
  }

  private static Set<String> words(String key) {
    Yaml yaml = FILE.get(key);
    return yaml == null ? Set.of() : Set.copyOf(List.of(yaml.text().split(" ")));
  }

  /** Read when first needed. */
  private static final class Names {
    private static final Set<String> CODES = codes();

    private static Set<String> codes() {
      Set<String> codes = new HashSet<>();
      Currency.getAvailableCurrencies().forEach(c -> codes.add(c.getCurrencyCode()));
      codes.add("BTC");
      return codes;
    }
  }
}
