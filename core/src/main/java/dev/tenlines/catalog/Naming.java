package dev.tenlines.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people call the things that programmers name. */
public final class Naming {
  private static final Map<String, String> ODD =
      Map.of(
          "people", "person",
          "men", "man",
          "women", "woman",
          "children", "child",
          "feet", "foot",
          "statuses", "status",
          "addresses", "address",
          "movies", "movie",
          "series", "series",
          "analyses", "analysis");

  /** Inflections that no ending tells. */
  private static final Map<String, List<String>> PAST =
      Map.of(
          "write", List.of("wrote", "written"),
          "teach", List.of("taught"),
          "take", List.of("took", "taken"),
          "buy", List.of("bought"),
          "sell", List.of("sold"),
          "make", List.of("made"),
          "give", List.of("gave", "given"),
          "send", List.of("sent"),
          "hold", List.of("held"),
          "win", List.of("won"));

  private Naming() {}

  /**
   * What people say of something that a table calls by a verb: {@code wrote} for {@code writes}.
   */
  public static List<String> past(String phrase) {
    return PAST.getOrDefault(singular(phrase), List.of());
  }

  /** The words in a name: {@code created at} for {@code created_at} and {@code createdAt}. */
  public static String phrase(String name) {
    return name.replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
        .replaceAll("[\\s_.-]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** A phrase for one of the things: {@code order line} for {@code order lines}. */
  public static String singular(String phrase) {
    int last = phrase.lastIndexOf(' ') + 1;
    return phrase.substring(0, last) + one(phrase.substring(last));
  }

  private static String one(String word) {
    String odd = ODD.get(word);
    if (odd != null) {
      return odd;
    }
    if (word.length() < 4 || !word.endsWith("s") || ends(word, "ss", "us", "is", "news")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.length() == 4 ? cut(word, 1) : cut(word, 3) + "y";
    }
    return ends(word, "sses", "xes", "ches", "shes", "zzes") ? cut(word, 2) : cut(word, 1);
  }

  private static boolean ends(String word, String... endings) {
    return List.of(endings).stream().anyMatch(word::endsWith);
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
