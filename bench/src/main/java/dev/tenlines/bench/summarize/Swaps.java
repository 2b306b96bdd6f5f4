package dev.tenlines.bench.summarize;

import dev.tenlines.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts one error into a sentence of a document. It finds its places with patterns of its own, so
 * that it does not share the blind spots of what it tests.
 */
final class Swaps {
  /** What is exchanged. */
  enum Kind {
    NUMBER,
    NAME,
    NEGATION,
    UNIT,
    DATE
  }

  /** One error: the sentence as it stands, and with the error. */
  record Swap(Kind kind, String sentence, String changed) {}

  private static final int SHORTEST = 8;
  private static final int LONGEST = 60;

  private static final String MONTHS =
      "January|February|March|April|May|June|July|August|September|October|November|December";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.,/-])(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?![\\w/-])"
              + "|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
              + "|thirty|forty|fifty|sixty)\\b(?!-)");
  private static final Pattern NAME =
      Pattern.compile("(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:"
              + MONTHS
              + ") \\d{1,2}(?:, (?:19|20)\\d\\d)?"
              + "|(?:"
              + MONTHS
              + ") (?:19|20)\\d\\d"
              + "|(?<=\\b(?:in|of|since|by|for) )(?:19|20)\\d\\d\\b"
              + "|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b"
              + "|(?<=\\b[Ii]n )(?:"
              + MONTHS
              + ")\\b");
  private static final Pattern DENIED = Pattern.compile("(?<= )(?:not|never) (?!only)|n['’]t(?= )");
  private static final Pattern AFFIRMED =
      Pattern.compile(
          "\\b(?:is|are|was|were|will|would|could|should|must|may|might|shall)(?= [a-z]+)(?!"
              + " (?:not|never)\\b)");
  private static final Map<String, List<String>> UNITS =
      Map.ofEntries(
          Map.entry("$", List.of("€", "£")),
          Map.entry("%", List.of(" basis points")),
          Map.entry("percent", List.of("basis points")),
          Map.entry("million", List.of("billion", "thousand")),
          Map.entry("billion", List.of("million", "trillion")),
          Map.entry("thousand", List.of("million")),
          Map.entry("days", List.of("months", "weeks", "hours")),
          Map.entry("weeks", List.of("months", "days")),
          Map.entry("months", List.of("years", "weeks")),
          Map.entry("years", List.of("months", "decades")),
          Map.entry("hours", List.of("minutes", "days")),
          Map.entry("minutes", List.of("hours", "seconds")),
          Map.entry("miles", List.of("feet", "yards")),
          Map.entry("feet", List.of("inches", "miles")),
          Map.entry("pounds", List.of("tons", "grams")),
          Map.entry("dollars", List.of("euros")));
  private static final Pattern UNIT =
      Pattern.compile(
          "\\$(?=\\d)|(?<=\\d)%|(?<=[\\d)y-]|[a-z]{3})"
              + " ?\\b(?:percent|million|billion|thousand|days|weeks|months|years"
              + "|hours|minutes|miles|feet|pounds|dollars)\\b");

  private final SplittableRandom random;
  private final List<String> sentences;
  private final Map<Kind, List<String>> pool;

  Swaps(String document, SplittableRandom random) {
    this.random = random;
    this.sentences = sentences(document);
    this.pool =
        Map.of(
            Kind.NUMBER, all(NUMBER, document),
            Kind.NAME, all(NAME, document.replaceAll("\\s+", " ")),
            Kind.DATE, all(DATE, document));
  }

  /** Whole sentences of a document that an extract may hold. */
  static List<String> sentences(String document) {
    return Sentences.places(document).stream()
        .map(place -> document.substring(place.start(), place.end()))
        .filter(Swaps::isWhole)
        .toList();
  }

  private static boolean isWhole(String sentence) {
    int words = sentence.split("\\s+").length;
    return words >= SHORTEST
        && words <= LONGEST
        && Character.isUpperCase(sentence.charAt(0))
        && ".!?".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
  }

  /**
   * One error of a kind in one of its sentences, or null where no sentence has the place for it.
   */
  @Nullable Swap next(Kind kind) {
    for (int tries = 0; tries < 40 && !sentences.isEmpty(); tries++) {
      String sentence = sentences.get(random.nextInt(sentences.size()));
      String changed = changed(kind, sentence);
      if (changed != null && !changed.equals(sentence)) {
        return new Swap(kind, sentence, changed);
      }
    }
    return null;
  }

  private @Nullable String changed(Kind kind, String sentence) {
    return switch (kind) {
      case NUMBER -> other(kind, NUMBER, sentence);
      case NAME -> other(kind, NAME, sentence);
      case DATE -> other(kind, DATE, sentence);
      case NEGATION -> negated(sentence);
      case UNIT -> measured(sentence);
    };
  }

  /** Another one of the same document that looks the same. */
  private @Nullable String other(Kind kind, Pattern pattern, String sentence) {
    MatchResult place = pick(pattern, sentence);
    List<String> known = pool.getOrDefault(kind, List.of());
    if (place == null || known.isEmpty()) {
      return null;
    }
    String own = place.group();
    for (int tries = 0; tries < 40; tries++) {
      String other = known.get(random.nextInt(known.size()));
      if (shape(kind, other).equals(shape(kind, own)) && differ(own, other)) {
        return put(sentence, place, other);
      }
    }
    return null;
  }

  private static String shape(Kind kind, String text) {
    if (kind == Kind.NAME) {
      return "";
    }
    String figures = text.replaceAll("[0-9,]+", "0");
    return figures.replaceAll("[A-Za-z]+", "a");
  }

  /** "Smith" for "John Smith" is no error, nor is "05" for "5". */
  private static boolean differ(String own, String other) {
    String a = own.replace(",", "");
    String b = other.replace(",", "");
    return !a.contains(b) && !b.contains(a);
  }

  private @Nullable String negated(String sentence) {
    MatchResult denied = pick(DENIED, sentence);
    if (denied != null) {
      return put(sentence, denied, "");
    }
    MatchResult affirmed = pick(AFFIRMED, sentence);
    return affirmed == null ? null : put(sentence, affirmed, affirmed.group() + " not");
  }

  private @Nullable String measured(String sentence) {
    MatchResult place = pick(UNIT, sentence);
    if (place == null) {
      return null;
    }
    String blank = place.group().startsWith(" ") ? " " : "";
    List<String> others = UNITS.getOrDefault(place.group().strip(), List.of());
    return others.isEmpty()
        ? null
        : put(sentence, place, blank + others.get(random.nextInt(others.size())));
  }

  private @Nullable MatchResult pick(Pattern pattern, String text) {
    List<MatchResult> places = pattern.matcher(text).results().toList();
    return places.isEmpty() ? null : places.get(random.nextInt(places.size()));
  }

  private static String put(String text, MatchResult place, String other) {
    return text.substring(0, place.start()) + other + text.substring(place.end());
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> all = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      all.add(matcher.group());
    }
    return all.stream().distinct().toList();
  }
}
