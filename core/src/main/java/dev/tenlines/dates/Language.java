package dev.tenlines.dates;

import dev.tenlines.dates.Chart.Node;
import dev.tenlines.dates.Sense.Count;
import dev.tenlines.dates.Sense.Word;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of a language, and what its people are used to. */
final class Language {
  private static final Set<String> KNOWN = Set.of("en", "de", "fr", "es", "nl", "it");

  /** Countries whose English differs from that of the others in feasts or in dates. */
  private static final Set<String> COUNTRIES = Set.of("", "US", "PH", "GB", "CA");

  private static final Set<String> MONTH_FIRST = Set.of("", "US", "PH");
  private static final Map<String, Language> READ = new ConcurrentHashMap<>();
  private static final int LONGEST_NUMBER = 9;
  private static final int LONGEST_COMPOUND = 40;

  /** What a doubtful word costs; it is never found alone. */
  static final int DOUBTFUL = 40;

  private final Place root = new Place();
  private final Set<String> habits = new HashSet<>();
  private final Set<String> heads = new HashSet<>();
  private final Set<String> tails = new HashSet<>();
  private final boolean monthFirst;

  /** A place in the tree of phrases. */
  private static final class Place {
    private final Map<String, Place> next = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
  }

  private record Entry(Meaning meaning, boolean weak, int cost) {}

  /** What a phrase means, which may depend on the day it is said. */
  @FunctionalInterface
  interface Meaning {
    Sense at(LocalDateTime now);
  }

  private Language(String code, String country) {
    monthFirst = code.equals("en") && MONTH_FIRST.contains(country);
    new Lexicon(this, country).read(code);
  }

  /** That of a locale; English where it is none of ours. */
  static Language of(Locale locale) {
    String code = KNOWN.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
    String own = COUNTRIES.contains(locale.getCountry()) ? locale.getCountry() : "other";
    String country = code.equals("en") ? own : "";
    return READ.computeIfAbsent(code + country, c -> new Language(code, country));
  }

  /** Whether 3/4 is the fourth of March. */
  boolean monthFirst() {
    return monthFirst;
  }

  /** Whether people do something that others do not. */
  boolean has(String habit) {
    return habits.contains(habit);
  }

  /** What begins at a token and is known without a rule. */
  List<Node> at(List<Token> tokens, int at, LocalDateTime now) {
    Token first = tokens.get(at);
    List<Node> nodes = new ArrayList<>();
    if (first.isDigits()) {
      if (first.text().length() <= LONGEST_NUMBER) {
        Count count = Count.of(Integer.parseInt(first.text()), first.text().length());
        nodes.add(new Node(at, at + 1, at, count, 0));
      }
    } else if (!first.isWord() && !first.text().equals(Token.BREAK)) {
      nodes.add(new Node(at, at + 1, at, new Word(first.text()), 0));
    }
    Place place = root;
    for (int end = at; end < tokens.size() && end < at + Chart.REACH; end++) {
      place = place.next.get(tokens.get(end).text());
      if (place == null) {
        break;
      }
      for (Entry entry : place.entries) {
        nodes.add(node(entry, at, end + 1, now));
      }
    }
    return nodes;
  }

  private static Node node(Entry entry, int from, int to, LocalDateTime now) {
    Sense sense = entry.meaning.at(now);
    return entry.weak && sense instanceof When when
        ? new Node(from, to, from, when.weak(true), entry.cost + 1)
        : new Node(from, to, from, sense, entry.cost);
  }

  /** The tokens of a text; what is written in one word, as Montagabend, becomes two. */
  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (Token token : Token.of(text)) {
      int head = token.isWord() && !root.next.containsKey(token.text()) ? head(token) : 0;
      if (head == 0) {
        tokens.add(token);
      } else {
        int middle = token.start() + head;
        tokens.add(
            new Token(token.start(), middle, token.text().substring(0, head), token.glued()));
        tokens.add(new Token(middle, token.end(), token.text().substring(head), true));
      }
    }
    return tokens;
  }

  private int head(Token token) {
    String word = token.text();
    if (heads.isEmpty()
        || word.length() > LONGEST_COMPOUND
        || word.length() != token.end() - token.start()) {
      return 0;
    }
    for (int i = 3; i < word.length() - 2; i++) {
      if (heads.contains(word.substring(0, i)) && tails.contains(word.substring(i))) {
        return i;
      }
    }
    return 0;
  }

  /** Learns phrases that stand between commas; {@link Lexicon} tells what their marks mean. */
  void put(String phrases, Meaning meaning) {
    for (String phrase : phrases.split(", ")) {
      boolean weak = phrase.startsWith("?") || phrase.startsWith("!");
      Place place = root;
      for (Token token : Token.of(weak ? phrase.substring(1) : phrase)) {
        place = place.next.computeIfAbsent(token.text(), t -> new Place());
      }
      place.entries.add(new Entry(meaning, weak, phrase.startsWith("!") ? DOUBTFUL : 0));
    }
  }

  void addHabits(List<String> more) {
    habits.addAll(more);
  }

  /** Learns words that are written together with others behind or before them. */
  void addCompounds(List<String> words, boolean asHeads) {
    (asHeads ? heads : tails).addAll(words);
  }
}
