package dev.tenlines.labels;

import dev.tenlines.text.Words;
import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The small words around labels and values, read from a file of this package. */
final class Vocabulary {
  private static final Map<String, Yaml> FILE = file("words.yaml");

  /** Currencies stand between the words of a label: {@code Total EUR incl. VAT}. */
  private static final Set<String> CURRENCIES =
      Set.of(
          "eur", "usd", "gbp", "chf", "pln", "sek", "dkk", "nok", "inr", "cad", "aud", "czk",
          "euro", "euros", "rs");

  /** The words that every text of a language has, by language. */
  static final Map<String, Set<String>> TONGUES = tongues();

  private static final Set<String> COMMON =
      TONGUES.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> PARTICLES = compacts("particles");
  private static final Set<String> TITLES = compacts("titles");

  /** Parts of addresses of the web that name no company of their own. */
  static final Set<String> DOMAINS = compacts("domains");

  /** A legal form behind a name. */
  static final Pattern LEGAL = legal();

  private Vocabulary() {}

  static Map<String, Yaml> file(String name) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      Yaml yaml =
          in == null
              ? null
              : Yaml.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (yaml == null) {
        throw new IllegalStateException("No " + name);
      }
      return yaml.entries();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a list with bars. */
  static List<String> parts(Yaml list) {
    return List.of(list.text().strip().split("\\s*\\|\\s*"));
  }

  static Yaml entry(String name) {
    Yaml entry = FILE.get(name);
    if (entry == null) {
      throw new IllegalStateException("No " + name);
    }
    return entry;
  }

  /** One spelling for labels that differ in case, accents, blanks and marks only. */
  static String compact(String text) {
    return compact(Words.of(text).all());
  }

  static String compact(List<Words.Word> words) {
    StringBuilder all = new StringBuilder();
    for (Words.Word word : words) {
      if (!isCurrency(word.folded()) || words.size() == 1) {
        all.append(word.folded());
      }
    }
    return all.toString();
  }

  static boolean isCurrency(String folded) {
    return CURRENCIES.contains(folded);
  }

  /** Whether a word may stand between a label and its value. */
  static boolean isParticle(String folded) {
    return PARTICLES.contains(folded);
  }

  /** Whether a word is too common to be a label without a sign behind it. */
  static boolean isCommon(String folded) {
    return COMMON.contains(folded);
  }

  /** Whether a line says what kind of document this is, and nothing else. */
  static boolean isTitle(String line) {
    return TITLES.contains(compact(line));
  }

  private static Set<String> compacts(String name) {
    Set<String> all = new HashSet<>();
    parts(entry(name)).forEach(part -> all.add(compact(part)));
    return Set.copyOf(all);
  }

  private static Map<String, Set<String>> tongues() {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    entry("tongues")
        .entries()
        .forEach((language, words) ->
            all.put(
                language,
                parts(words).stream()
                    .map(Vocabulary::compact)
                    .collect(Collectors.toUnmodifiableSet())));
    return all;
  }

  private static Pattern legal() {
    List<String> forms = new ArrayList<>(parts(entry("legal")));
    forms.sort((a, b) -> b.length() - a.length());
    String all =
        forms.stream()
            .map(form -> form.endsWith(".") ? form.substring(0, form.length() - 1) : form)
            .map(form -> Pattern.quote(form).replace(" ", "\\E\\h?\\Q"))
            .collect(Collectors.joining("|"));
    return Pattern.compile("(?<=[\\p{L}\\d).,&] ?)(?:,? ?)\\b(?:" + all + ")(?![\\p{L}\\d])\\.?");
  }
}
