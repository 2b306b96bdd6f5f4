package dev.tenlines.figures;

import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The number words of a language, read from a file of this package. */
final class Lexicon {
  private static final Set<String> KNOWN = Set.of("en", "de", "fr", "es", "nl", "it");
  private static final Map<String, Lexicon> READ = new ConcurrentHashMap<>();

  /** "two", "twenty", "doscientos". */
  final Phrases<Integer> small = new Phrases<>();

  /** "hundred", "million"; they can stand alone. */
  final Phrases<BigDecimal> scales = new Phrases<>();

  /** "millions": a number only after a number. */
  final Phrases<BigDecimal> plurals = new Phrases<>();

  /** "k", "bn" after digits, as they are spelled. */
  final Map<String, BigDecimal> shorts = new HashMap<>();

  final Phrases<BigDecimal> ordinals = new Phrases<>();

  /** "fifths", "half": what comes after a number of parts. */
  final Phrases<BigDecimal> parts = new Phrases<>();

  /** "half": a part that needs no number before it. */
  final Phrases<BigDecimal> alone = new Phrases<>();

  /** "einhalb": what makes a number before it greater. */
  final Phrases<BigDecimal> extras = new Phrases<>();

  /** "fifths", "twenty-firsts": ordinals as parts. */
  final Phrases<BigDecimal> manyths = new Phrases<>();

  final Phrases<BigDecimal> dozens = new Phrases<>();

  /** Words by what they do: and, point, minus, article, over, of, percent, suffix, pronoun. */
  private final Map<String, Phrases<String>> particles = new HashMap<>();

  final Set<Integer> vigesimal = new HashSet<>();
  final String language;
  final Compounds compounds;
  private final Map<String, String> flags = new HashMap<>();

  private Lexicon(String language) {
    this.language = language;
    Map<String, Yaml> yaml = entries("numbers-" + language + ".yaml");
    Set<String> glue = new HashSet<>();
    each(yaml, "small", (words, value) -> put(words, glue, small, Integer.parseInt(value)));
    each(yaml, "scales", (words, value) -> put(words, glue, scales, new BigDecimal(value)));
    each(yaml, "plurals", (words, value) -> put(words, null, plurals, new BigDecimal(value)));
    each(yaml, "shorts", (words, value) -> shorts(words, new BigDecimal(value)));
    each(yaml, "ordinals", (words, value) -> ordinals(yaml, words, glue, new BigDecimal(value)));
    each(yaml, "parts", (words, value) -> put(words, glue, parts, new BigDecimal(value)));
    each(yaml, "alone", (words, value) -> put(words, null, alone, new BigDecimal(value)));
    each(yaml, "extras", (words, value) -> put(words, glue, extras, new BigDecimal(value)));
    each(yaml, "dozens", (words, value) -> put(words, null, dozens, new BigDecimal(value)));
    each(yaml, "flags", flags::put);
    each(
        yaml,
        "particles",
        (name, words) -> {
          Phrases<String> phrases = particles.computeIfAbsent(name, n -> new Phrases<>());
          put(
              words.replace(", ", "|"),
              name.equals("and") || name.equals("nths") ? glue : null,
              phrases,
              name);
        });
    for (String base : flag("vigesimal").split(" ")) {
      if (!base.isEmpty()) {
        vigesimal.add(Integer.parseInt(base));
      }
    }
    Map<String, String> elided = new HashMap<>();
    each(yaml, "elided", elided::put);
    glue.addAll(elided.keySet());
    this.compounds = new Compounds(glue, elided);
  }

  /** The words of the language; those of English for one that is not known. */
  static Lexicon of(Locale locale) {
    String language = KNOWN.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
    return READ.computeIfAbsent(language, Lexicon::new);
  }

  /** A setting of the language; empty where it has none. */
  String flag(String name) {
    return flags.getOrDefault(name, "");
  }

  /** Whether such a word begins with this token, and where it ends. */
  Phrases.@Nullable Match<String> particle(String name, Tokens tokens, int i) {
    Phrases<String> phrases = particles.get(name);
    return phrases == null ? null : phrases.at(tokens, i);
  }

  boolean has(String particle) {
    return particles.containsKey(particle);
  }

  boolean isParticle(String name, Tokens tokens, int i) {
    return particle(name, tokens, i) != null;
  }

  static Map<String, Yaml> entries(String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      Yaml yaml =
          in == null
              ? null
              : Yaml.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (yaml == null) {
        throw new IllegalStateException("No such resource: " + file);
      }
      return yaml.entries();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void each(Map<String, Yaml> yaml, String key, BiConsumer<String, String> entry) {
    Yaml section = yaml.get(key);
    if (section != null) {
      section.entries().forEach((words, value) -> entry.accept(words, value.text()));
    }
  }

  /** Spellings stand beside each other; umlauts may be written out. */
  static <T> void put(String words, @Nullable Set<String> glue, Phrases<T> into, T meaning) {
    for (String word : words.split("\\|")) {
      for (String spelling : List.of(word, spelledOut(word))) {
        into.put(spelling, meaning);
        if (glue != null && spelling.indexOf(' ') < 0) {
          glue.add(Tokens.fold(spelling));
        }
      }
    }
  }

  private static String spelledOut(String word) {
    return word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
  }

  private void shorts(String words, BigDecimal value) {
    for (String word : words.split("\\|")) {
      shorts.put(word, value);
    }
  }

  /** An ordinal is a stem with one of the endings; with a plural one it names a part as well. */
  private void ordinals(Map<String, Yaml> yaml, String stems, Set<String> glue, BigDecimal value) {
    for (String stem : stems.split("\\|")) {
      each(
          yaml,
          "endings",
          (kind, endings) -> {
            for (String ending : endings.split("\\|", -1)) {
              String word =
                  stem.endsWith("!") ? stem.substring(0, stem.length() - 1) : stem + ending;
              if (kind.equals("part")) {
                put(word, glue, manyths, value);
              } else {
                put(word, glue, ordinals, value);
              }
            }
          });
    }
  }
}
