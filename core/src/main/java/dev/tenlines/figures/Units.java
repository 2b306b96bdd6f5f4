package dev.tenlines.figures;

import dev.tenlines.yaml.Yaml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The units of measure as a language writes them. */
final class Units {
  private static final Map<String, Yaml> FILE = Lexicon.entries("units.yaml");
  private static final Set<String> CAREFUL = careful();

  private final Phrases<String> names = new Phrases<>();
  private final Phrases<Map<String, String>> signs = new Phrases<>();
  private final Phrases<String> per = new Phrases<>();
  private final Phrases<String> times = new Phrases<>();
  private final String language;

  /**
   * A unit in a text.
   *
   * @param end the token after its last
   * @param symbol such as {@code km/h}
   * @param careful whether it is also a word or a letter
   */
  record Match(int end, String symbol, boolean careful) {}

  Units(String language) {
    this.language = language;
    Lexicon.each(FILE, "signs", (spellings, symbol) -> sign(symbol, spellings.split("\\|")));
    own("per", (key, words) -> Lexicon.put(words.replace(", ", "|"), null, per, key));
    named("times", (symbol, words) -> Lexicon.put(words, null, times, symbol));
    named("plain", (symbol, words) -> unit(symbol, words));
    named("prefixed", this::prefixed);
  }

  private void prefixed(String symbol, String words) {
    unit(symbol, words);
    Lexicon.each(
        FILE,
        "prefixes",
        (prefix, spellings) -> {
          for (String spelling : spellings.split("\\|")) {
            for (String word : words.split("\\|")) {
              unit(prefix + symbol, spelling + word);
            }
          }
        });
  }

  /** A unit with its squares and cubes where it is one of length. */
  private void unit(String symbol, String words) {
    Lexicon.put(words, null, names, symbol);
    if (symbol.matches("[A-Za-zµ]{1,4}")) {
      sign(symbol, symbol);
    }
    if (symbol.endsWith("m") || List.of("in", "ft", "yd", "mi").contains(symbol)) {
      sign(symbol + "²", symbol + "²", symbol + "2", symbol + "^2", "sq " + symbol);
      sign(symbol + "³", symbol + "³", symbol + "3", symbol + "^3", "cu " + symbol);
      power("square", symbol + "²", words);
      power("cubic", symbol + "³", words);
    }
  }

  private void power(String key, String symbol, String words) {
    own(
        key,
        (unused, frames) -> {
          for (String frame : frames.split("\\|")) {
            for (String word : words.split("\\|")) {
              Lexicon.put(frame.replace("*", word), null, names, symbol);
            }
          }
        });
  }

  /** Signs keep their case: Mb are bits, MB bytes. */
  private void sign(String symbol, String... spellings) {
    for (String spelling : spellings) {
      Phrases.Match<Map<String, String>> known =
          signs.at(Tokens.of(spelling, Marks.PLAIN, Compounds.NONE), 0);
      Map<String, String> byCase =
          known != null && known.end() == Tokens.of(spelling, Marks.PLAIN, Compounds.NONE).size()
              ? known.meaning()
              : new HashMap<>();
      byCase.putIfAbsent(spelling, symbol);
      signs.put(spelling, byCase);
    }
  }

  /** The longest unit that begins with this token, with what it is counted per; or null. */
  @Nullable Match at(Tokens tokens, int i) {
    Match unit = simple(tokens, i);
    if (unit == null) {
      return null;
    }
    int at = unit.end();
    boolean slash = tokens.is(at, "/") && tokens.touches(at);
    Phrases.Match<String> word = tokens.joined(at) ? per.at(tokens, at) : null;
    int next = slash ? at + 1 : word == null ? -1 : word.end();
    Phrases.Match<String> time = next > 0 && tokens.joined(next) ? times.at(tokens, next) : null;
    return time == null ? unit : new Match(time.end(), unit.symbol() + "/" + time.meaning(), false);
  }

  private @Nullable Match simple(Tokens tokens, int i) {
    Phrases.Match<String> name = names.at(tokens, i);
    Phrases.Match<Map<String, String>> sign = signs.at(tokens, i);
    if (sign == null || name != null && name.end() >= sign.end()) {
      return name == null ? null : new Match(name.end(), name.meaning(), false);
    }
    String said = tokens.text().substring(tokens.get(i).start(), tokens.get(sign.end() - 1).end());
    String symbol = sign.meaning().get(said);
    if (symbol == null && sign.meaning().size() == 1 && said.length() > 1) {
      symbol = sign.meaning().values().iterator().next();
    }
    return symbol == null ? null : new Match(sign.end(), symbol, CAREFUL.contains(said));
  }

  private static Set<String> careful() {
    Yaml yaml = FILE.get("careful");
    return yaml == null ? Set.of() : Set.copyOf(List.of(yaml.text().split(" ")));
  }

  /** The words of this language in a section that has one line for each. */
  private void own(String key, BiConsumer<String, String> use) {
    Lexicon.each(
        FILE,
        key,
        (spoken, words) -> {
          if (spoken.equals(language)) {
            use.accept(key, words);
          }
        });
  }

  /** The same for a section of units with their names by language. */
  private void named(String key, BiConsumer<String, String> use) {
    Yaml section = FILE.get(key);
    if (section != null) {
      section
          .entries()
          .forEach((symbol, names) -> {
            Yaml own = names.entries().get(language);
            if (own != null) {
              use.accept(symbol, own.text());
            }
          });
    }
  }
}
