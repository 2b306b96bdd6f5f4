package dev.tenlines.dates;

import dev.tenlines.dates.Sense.Count;
import dev.tenlines.dates.Sense.Nth;
import dev.tenlines.dates.Sense.Unit;
import dev.tenlines.dates.Sense.Word;
import dev.tenlines.dates.Sense.Zone;
import dev.tenlines.dates.When.Field;
import dev.tenlines.dates.When.Kind;
import dev.tenlines.text.Grain;
import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of a language and what they mean for times.
 *
 * <p>A phrase with {@code ?} before it may as well mean something else, one with {@code !} mostly
 * does.
 */
final class Language {
  private static final Set<String> KNOWN = Set.of("en", "de", "fr", "es", "nl", "it");
  private static final Set<String> MONTH_FIRST = Set.of("", "US", "PH");
  private static final Map<String, Language> READ = new ConcurrentHashMap<>();
  private static final int LONGEST_NUMBER = 9;
  private static final int DOUBTFUL = 40;

  private final Place root = new Place();
  private final Set<String> habits = new HashSet<>();
  private final Set<String> heads = new HashSet<>();
  private final Set<String> tails = new HashSet<>();
  private final Map<String, Integer> ones = new HashMap<>();
  private final Map<String, Integer> tens = new HashMap<>();
  private final String country;
  private final boolean monthFirst;
  private String joiner = "";

  /** A place in the tree of phrases. */
  private static final class Place {
    private final Map<String, Place> next = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
  }

  /** A meaning that may depend on the day it is said. */
  private interface Meaning {
    Sense at(LocalDateTime now);
  }

  private record Entry(Meaning meaning, boolean weak, int cost) {}

  private Language(String code, String country) {
    this.country = country;
    this.monthFirst = code.equals("en") && MONTH_FIRST.contains(country);
    Map<String, String> feasts = pairs(read("holidays").entries());
    Map<String, Yaml> all = read(code).entries();
    all.forEach((section, words) -> add(section, words.entries(), feasts));
    if (!joiner.isEmpty()) {
      joinNumbers();
    }
    pairs(read("zones").entries())
        .forEach((offset, names) -> put(names, now -> new Zone(ZoneOffset.of(offset))));
  }

  /** That of a locale; English where it is none of ours. */
  static Language of(Locale locale) {
    String code = KNOWN.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
    boolean matters = code.equals("en") && locale.getCountry().length() == 2;
    String country = matters ? locale.getCountry() : "";
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
        tokens.add(new Token(token.start(), middle, token.text().substring(0, head), token.glued()));
        tokens.add(new Token(middle, token.end(), token.text().substring(head), true));
      }
    }
    return tokens;
  }

  private int head(Token token) {
    String word = token.text();
    if (heads.isEmpty() || word.length() > 2 * Chart.REACH || word.length() != token.end() - token.start()) {
      return 0;
    }
    for (int i = 3; i < word.length() - 2; i++) {
      if (heads.contains(word.substring(0, i)) && tails.contains(word.substring(i))) {
        return i;
      }
    }
    return 0;
  }

  private void add(String section, Map<String, Yaml> words, Map<String, String> feasts) {
    pairs(words)
        .forEach(
            (key, phrases) -> {
              switch (section) {
                case "months" -> put(phrases, DateRules.month(Integer.parseInt(key)));
                case "weekdays" -> put(phrases, weekday(Integer.parseInt(key)));
                case "units" -> put(phrases, new Unit(Grain.valueOf(key.toUpperCase(Locale.ROOT))));
                case "days" -> put(phrases, now -> day(now, Integer.parseInt(key)));
                case "parts" -> put(phrases, part(key));
                case "todays" -> put(phrases, now -> part(now, key));
                case "seasons" -> put(phrases, season(key));
                case "clocks" -> put(phrases, clock(key));
                case "weekend" -> put(phrases, weekend());
                case "numbers" -> numbers(key, phrases);
                case "ordinals" -> put(phrases, new Nth(Integer.parseInt(key)));
                case "lengths" -> put(phrases, length(key));
                case "holidays" -> holiday(key, phrases, feasts);
                case "habits" -> habits.addAll(List.of(phrases.split(", ")));
                case "words" -> put(phrases, new Word(key));
                case "compounds" -> (key.equals("heads") ? heads : tails).addAll(folded(phrases));
                default -> throw new IllegalArgumentException("No such section: " + section);
              }
            });
  }

  private static When weekday(int day) {
    DayOfWeek weekday = DayOfWeek.of(day);
    Series series =
        Series.in(
            Grain.WEEK,
            week -> List.of(Slot.of(week.with(TemporalAdjusters.nextOrSame(weekday)), Grain.DAY)));
    return When.of(Kind.WEEKDAY, series, Grain.DAY, Field.WEEKDAY);
  }

  private static When day(LocalDateTime now, int ahead) {
    return DateRules.on(now.toLocalDate().plusDays(ahead));
  }

  private static When part(String hours) {
    return ClockRules.part(Integer.parseInt(hours.split("-")[0]), Integer.parseInt(hours.split("-")[1]));
  }

  /** This morning, last night: a part of a day so many days ahead. */
  private static When part(LocalDateTime now, String key) {
    int colon = key.indexOf(':');
    int ahead = Integer.parseInt(key.substring(0, colon));
    When part = part(key.substring(colon + 1));
    Series day = day(now, ahead).series();
    When.Part hours = part.part();
    if (hours == null) {
      return part;
    }
    When anchored = part.with(JoinRules.partOf(day, hours));
    return ahead == 0 ? anchored : anchored.with(new When.Part(hours.from(), hours.until(), day));
  }

  private static When season(String key) {
    return When.of(Kind.SEASON, Holidays.of(key), Grain.DAY, Field.QUARTER, Field.MONTH);
  }

  private static When clock(String key) {
    return ClockRules.at(new When.Clock(Integer.parseInt(key), -1, -1, false, true));
  }

  /** From Friday evening on. */
  private static When weekend() {
    Series series =
        Series.in(
            Grain.WEEK,
            week -> List.of(new Slot(week.plusHours(4 * 24 + 18), week.plusDays(7), Grain.HOUR)));
    return When.of(Kind.WEEKEND, series, Grain.HOUR, Field.WEEKDAY, Field.DOM);
  }

  private void numbers(String key, String phrases) {
    if (key.equals("joined")) {
      joiner = phrases;
      return;
    }
    String[] parts = key.split("/");
    int room = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    put(phrases, new Count(new BigDecimal(parts[0]), 0, room));
    int value = Integer.parseInt(parts[0]);
    if (room == 0 && value >= 1 && value <= 9) {
      ones.put(phrases.split(", ")[0], value);
    } else if (room == 10) {
      tens.put(phrases, value);
    }
  }

  /** One-and-twenty, in one word. */
  private void joinNumbers() {
    ones.forEach(
        (one, value) ->
            tens.forEach(
                (ten, more) -> put(one + joiner + ten, new Count(new BigDecimal(value + more), 0, 0))));
  }

  private static Sense length(String key) {
    String[] parts = key.split(" ");
    return LengthRules.of(Integer.parseInt(parts[0]), Grain.valueOf(parts[1].toUpperCase(Locale.ROOT)));
  }

  private void holiday(String key, String phrases, Map<String, String> feasts) {
    String definition = feasts.getOrDefault(key + "." + country, feasts.get(key));
    if (definition == null) {
      throw new IllegalArgumentException("No such feast: " + key);
    }
    put(phrases, When.of(Kind.HOLIDAY, Holidays.of(definition), Grain.DAY, Field.MONTH, Field.DOM));
  }

  private void put(String phrases, Sense sense) {
    put(phrases, now -> sense);
  }

  private void put(String phrases, Meaning meaning) {
    for (String phrase : phrases.split(", ")) {
      boolean weak = phrase.startsWith("?") || phrase.startsWith("!");
      Place place = root;
      for (Token token : Token.of(weak ? phrase.substring(1) : phrase)) {
        place = place.next.computeIfAbsent(token.text(), t -> new Place());
      }
      place.entries.add(new Entry(meaning, weak, phrase.startsWith("!") ? DOUBTFUL : 0));
    }
  }

  private static List<String> folded(String phrases) {
    return Token.of(phrases).stream().map(Token::text).toList();
  }

  private static Map<String, String> pairs(Map<String, Yaml> yaml) {
    Map<String, String> pairs = new java.util.LinkedHashMap<>();
    yaml.forEach((key, value) -> pairs.put(key, value.text()));
    return pairs;
  }

  private static Yaml read(String name) {
    String file = name + ".yaml";
    try (InputStream in = Language.class.getResourceAsStream(file)) {
      Yaml yaml = in == null ? null : Yaml.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (yaml == null) {
        throw new IllegalStateException("The words (" + file + ") are missing.");
      }
      return yaml;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
