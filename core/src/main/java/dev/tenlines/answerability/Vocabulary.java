package dev.tenlines.answerability;

import dev.tenlines.TenlinesException;
import dev.tenlines.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words that mean little, deny, stand for others or mean the opposite of each other. */
final class Vocabulary {
  /** Say nothing of what is asked. */
  static final Set<String> LITTLE = new HashSet<>();

  static final Set<String> DENYING = new HashSet<>();

  /** Point to something said before. */
  static final Set<String> POINTING = new HashSet<>();

  /** Single one of many out: first, largest, only. */
  static final Set<String> SINGLING = new HashSet<>();

  static final Set<String> REASONS = new HashSet<>();
  static final Set<String> PLACES = new HashSet<>();

  private static final Map<String, Set<String>> OPPOSITES = new HashMap<>();

  static {
    for (String line : read().split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.charAt(0) != '#') {
        add(line.substring(0, colon), Words.of(line.substring(colon + 1)));
      }
    }
  }

  private Vocabulary() {}

  /** The opposites of a stem. */
  static Set<String> opposites(String stem) {
    return OPPOSITES.getOrDefault(stem, Set.of());
  }

  private static void add(String name, Words words) {
    switch (name) {
      case "little" -> words.all().forEach(w -> LITTLE.add(w.folded()));
      case "denying" -> words.all().forEach(w -> DENYING.add(w.folded()));
      case "pointing" -> words.all().forEach(w -> POINTING.add(w.folded()));
      case "singling" -> words.all().forEach(w -> SINGLING.add(w.folded()));
      case "reasons" -> words.all().forEach(w -> REASONS.add(w.folded()));
      case "places" -> words.all().forEach(w -> PLACES.add(w.folded()));
      case "opposites" -> {
        for (int i = 0; i + 1 < words.all().size(); i += 2) {
          String a = words.all().get(i).stem();
          String b = words.all().get(i + 1).stem();
          OPPOSITES.computeIfAbsent(a, s -> new HashSet<>()).add(b);
          OPPOSITES.computeIfAbsent(b, s -> new HashSet<>()).add(a);
        }
      }
      default -> throw new IllegalStateException("No such list: " + name);
    }
  }

  private static String read() {
    try (InputStream in = Vocabulary.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new TenlinesException("TL-999", "The word list (words.txt) is missing.", "");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TenlinesException("TL-999", "The word list (words.txt) cannot be read.", "");
    }
  }
}
