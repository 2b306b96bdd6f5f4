package dev.tenlines.support;

import dev.tenlines.TenlinesException;
import dev.tenlines.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The English words that change what a sentence says. */
final class Lexicon {
  private static final Lexicon ENGLISH = new Lexicon("english.txt");

  private final Set<String> small = new HashSet<>();
  private final Set<String> units = new HashSet<>();
  private final Map<String, String> synonyms = new HashMap<>();
  private final Map<String, Set<String>> opposites = new HashMap<>();
  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  /** Words in a row that put a mark on what follows. */
  record Phrase(List<String> words, Mark mark) {}

  private Lexicon(String name) {
    List<List<String>> sides = new ArrayList<>();
    for (String line : read(name).split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("#")) {
        String kind = line.substring(0, colon);
        String words = line.substring(colon + 1);
        switch (kind) {
          case "small" -> each(words).forEach(word -> small.add(word.folded()));
          case "unit" -> each(words).forEach(word -> units.add(word.stem()));
          case "synonym" -> synonym(each(words));
          case "opposite" -> sides.add(List.of(words.split("\\|")));
          default -> phrases(Mark.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), words);
        }
      }
    }
    // Longer phrases first: "no more than" is no negation.
    phrases.values().forEach(all -> all.sort((a, b) -> b.words().size() - a.words().size()));
    sides.forEach(pair -> opposite(pair.getFirst(), pair.getLast()));
  }

  static Lexicon english() {
    return ENGLISH;
  }

  boolean isSmall(Words.Word word) {
    return small.contains(word.folded());
  }

  boolean isUnit(String stem) {
    return units.contains(stem);
  }

  /** Whether a word alone denies what follows. */
  boolean denies(String word) {
    return phrases.getOrDefault(word, List.of()).stream()
        .anyMatch(phrase -> phrase.words().size() == 1 && phrase.mark() == Mark.NEGATION);
  }

  /** The spelling that stands for all words of its meaning. */
  String key(String stem) {
    return synonyms.getOrDefault(stem, stem);
  }

  /** The stems of the words that say the opposite; opposites of synonyms are not followed. */
  boolean areOpposite(String stem, String other) {
    return opposites.getOrDefault(stem, Set.of()).contains(other);
  }

  Set<String> opposites(String stem) {
    return opposites.getOrDefault(stem, Set.of());
  }

  /** The longest phrase that begins with a word, or null. */
  @Nullable Phrase phrase(List<Words.Word> words, int at) {
    for (Phrase phrase : phrases.getOrDefault(words.get(at).folded(), List.of())) {
      if (stands(phrase.words(), words, at)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean stands(List<String> phrase, List<Words.Word> words, int at) {
    if (at + phrase.size() > words.size()) {
      return false;
    }
    for (int i = 1; i < phrase.size(); i++) {
      if (!words.get(at + i).folded().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void phrases(Mark mark, String line) {
    for (String phrase : line.split(",")) {
      List<String> words = each(phrase).stream().map(Words.Word::folded).toList();
      phrases
          .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
          .add(new Phrase(words, mark));
    }
  }

  private void synonym(List<Words.Word> words) {
    for (Words.Word word : words) {
      synonyms.putIfAbsent(
          word.stem(), synonyms.getOrDefault(words.getFirst().stem(), words.getFirst().stem()));
    }
  }

  private void opposite(String one, String other) {
    for (Words.Word a : each(one)) {
      for (Words.Word b : each(other)) {
        if (!a.stem().equals(b.stem())) {
          opposites.computeIfAbsent(a.stem(), s -> new HashSet<>()).add(b.stem());
          opposites.computeIfAbsent(b.stem(), s -> new HashSet<>()).add(a.stem());
        }
      }
    }
  }

  private static List<Words.Word> each(String words) {
    return Words.of(words).all();
  }

  private static String read(String name) {
    try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new TenlinesException("TL-999", "The word list (" + name + ") is missing.", "");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TenlinesException("TL-999", "The word list (" + name + ") cannot be read.", "");
    }
  }
}
