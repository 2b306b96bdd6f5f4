package dev.tenlines.tagging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What words mean to anybody: months, titles, rooms, given names, and what is a common word. */
final class Vocabulary {
  private static final Map<String, List<String>> CLASSES = classes();
  private static final Set<String> GIVEN = words("given-names.txt");
  private static final Set<String> COMMON = words("common-words.txt");
  private static final int LONGEST_RUN = 5;

  private Vocabulary() {}

  static void add(Clues clues) {
    List<Token> tokens = clues.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isWord()) {
        word(clues, i, tokens.get(i));
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      i = people(clues, i);
    }
    for (int i = 0; i < tokens.size(); ) {
      int end = run(tokens, i);
      names(clues, i, end);
      i = Math.max(end, i + 1);
    }
  }

  private static final Set<String> COUNTED = Set.of("people", "kin");
  private static final Set<String> JOINING =
      Set.of(
          "and", "&", ",", "+", "plus", "my", "our", "a", "an", "the", "other", "others", "me", "i",
          "more");

  /** Marks people that are counted one after the other: me, my wife and 2 kids. */
  private static int people(Clues clues, int from) {
    List<Token> tokens = clues.tokens();
    int end = from;
    boolean some = false;
    int at = from;
    while (at < tokens.size() && tokens.get(at).gap() != Token.Gap.BLANK_LINE || at == from) {
      Token token = tokens.get(at);
      List<String> kinds = CLASSES.getOrDefault(token.lower(), List.of());
      boolean counted = kinds.stream().anyMatch(COUNTED::contains);
      boolean number = token.isDigits() && token.text().length() <= 3 || kinds.contains("number");
      boolean self = token.lower().equals("me") || token.lower().equals("others");
      boolean joining = JOINING.contains(token.lower()) && !(at == from && !self);
      if (!counted && !number && !joining && !self) {
        break;
      }
      some |= counted || number && end > from;
      at++;
      end = counted || number || self ? at : end;
    }
    if (!some) {
      return from;
    }
    for (int i = from; i < end; i++) {
      clues.meant(i, Meaning.PEOPLE);
      clues.here(i, "people " + Tokens.place(i, from, end));
      clues.nature(i, "people " + Tokens.place(i, from, end));
    }
    return end - 1;
  }

  private static void word(Clues clues, int i, Token token) {
    for (String kind : CLASSES.getOrDefault(token.lower(), List.of())) {
      clues.near(i, "class=" + kind);
      clues.nature(i, kind);
      switch (kind) {
        case "place" -> clues.meant(i, Meaning.PLACE);
        case "month", "weekday", "day" -> clues.meant(i, Meaning.DAY);
        default -> {}
      }
    }
    boolean common = COMMON.contains(token.lower());
    if (token.isCapital() && GIVEN.contains(token.lower())) {
      clues.near(i, "class=given" + (common ? "?" : ""));
      clues.nature(i, "given");
    }
    if (!common && !CLASSES.containsKey(token.lower())) {
      clues.near(i, token.isCapital() ? "rare name" : "rare word");
      clues.nature(i, token.isCapital() ? "rare name" : "rare word");
    }
  }

  /** The end of a run of words that could be one name, with initials and points between. */
  private static int run(List<Token> tokens, int from) {
    int at = from;
    int end = from;
    while (at < tokens.size() && (at == from || tokens.get(at).gap() != Token.Gap.BLANK_LINE)) {
      Token token = tokens.get(at);
      boolean name =
          token.isCapital() && (at == from || !token.isFirst() || end > from && end == at);
      boolean inside =
          at > from
              && token.gap() == Token.Gap.NONE
              && (token.text().equals(".") && isShort(tokens.get(at - 1))
                  || token.text().equals("-")
                  || token.text().equals("'"));
      if (!name && !inside) {
        break;
      }
      at++;
      end = name ? at : end;
    }
    return end;
  }

  private static boolean mayBeName(Token token) {
    return GIVEN.contains(token.lower())
        || !COMMON.contains(token.lower()) && !CLASSES.containsKey(token.lower());
  }

  private static boolean isShort(Token token) {
    return token.isWord() && token.text().length() <= 4;
  }

  private static void names(Clues clues, int from, int end) {
    int length = Math.min(end - from, LONGEST_RUN);
    boolean given = false;
    int first = from;
    while (first < end && !mayBeName(clues.tokens().get(first))) {
      first++;
    }
    for (int i = first; i < end; i++) {
      clues.meant(i, Meaning.NAME);
      clues.meant(i, i == end - 1 && i > first ? Meaning.SURNAME : Meaning.GIVEN);
    }
    if (first == end - 1) {
      clues.meant(first, Meaning.SURNAME);
    }
    for (int i = from; i < end; i++) {
      given |= GIVEN.contains(clues.tokens().get(i).lower());
    }
    for (int i = from; i < end; i++) {
      String place = i == from ? i == end - 1 ? "alone" : "first" : i == end - 1 ? "last" : "inner";
      clues.here(i, "run=" + place + length);
      clues.here(i, "run=" + place + (given ? " given" : ""));
    }
  }

  private static Map<String, List<String>> classes() {
    Map<String, List<String>> classes = new HashMap<>();
    for (String line : lines("classes.txt")) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        List<String> kinds = classes.computeIfAbsent(words[i], w -> new ArrayList<>(1));
        if (!kinds.contains(words[0])) {
          kinds.add(words[0]);
        }
      }
    }
    return classes;
  }

  private static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    lines(name).forEach(line -> words.addAll(Arrays.asList(line.split(" "))));
    return words;
  }

  private static List<String> lines(String name) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing: " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
