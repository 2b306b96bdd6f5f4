package dev.tenlines.salience;

import dev.tenlines.document.Span;
import dev.tenlines.text.Language;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whom a document is about: names with a legal form, then names that come often. */
final class Parties {
  private static final String FORM =
      "(?:Inc|INC|LLC|L\\.L\\.C|L\\.P|LP|LLP|L\\.L\\.P|Ltd|LTD|Limited|LIMITED|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|CO"
          + "|Limited Partnership|LIMITED PARTNERSHIP|Partnership|PARTNERSHIP|Trust|TRUST|PLC|plc|GmbH|mbH|AG|KG|SE|e\\.V|SARL|SAS"
          + "|S\\.A|SA|BV|B\\.V|NV|N\\.V|S\\.p\\.A|S\\.r\\.l|S\\.L|Oy|AB|ApS|A/S)";

  private static final String PART =
      "(?:\\p{Lu}[\\p{L}\\p{N}.'’&-]*|[0-9]{2,5}|&|-|–|of|and|d/b/a)";
  private static final Pattern ORGANISATION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\p{Lu}[\\p{L}\\p{N}.'’&-]*|[0-9]{3,5}(?= \\p{Lu}))(?: "
              + PART
              + "){0,7},? "
              + FORM
              + "(?:,? "
              + FORM
              + ")*(?![\\p{L}\\p{N}])\\.?");
  private static final Pattern ROLE =
      Pattern.compile("\\A[^“\"]{0,140}?\\((?:[^()“\"]{0,60})[“\"]([^”\"]{2,40})[”\"]");
  private static final Pattern LABEL = Pattern.compile("([\\p{L} ]{3,30}):\\s*\\z");

  /** Begins of phrases that belong to no name. */
  private static final Set<String> NO_NAME =
      Set.of(
          "this",
          "the",
          "a",
          "an",
          "by",
          "between",
          "and",
          "of",
          "such",
          "each",
          "any",
          "said",
          "agreement",
          "exhibit",
          "article",
          "section",
          "whereas",
          "if",
          "to",
          "in",
          "sublease");

  /** Capital letters inside a sentence. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<=\\p{Ll}[,;]?\\s)\\p{Lu}\\p{Ll}[\\p{L}-]*(?: \\p{Lu}\\p{Ll}[\\p{L}-]*){0,2}");

  private static final Pattern QUOTED = Pattern.compile("[“\"]([\\p{L} ]{2,30})[”\"]");
  private static final int FAR = 160;
  private static final int OFTEN = 4;
  private static final int MOST_NAMES = 4;
  private static final int FEWEST = 2;

  private final String text;
  private final Map<String, Seen> seen = new LinkedHashMap<>();

  /** What the document calls somebody is no part of a name before it. */
  private final Set<String> roles = new HashSet<>();

  private Parties(String text) {
    this.text = text;
    for (Matcher m = QUOTED.matcher(text); m.find(); ) {
      roles.add(m.group(1).toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Somebody.
   *
   * @param role what the document calls them, or empty
   */
  record Party(Span span, String role, double weight) {}

  private static final class Seen {
    private final Span first;
    private String role = "";
    private int often;

    private Seen(Span first) {
      this.first = first;
    }
  }

  /** The parties, the most important first. */
  static List<Party> of(String text) {
    Parties parties = new Parties(text);
    parties.organisations();
    List<Party> found = new ArrayList<>();
    for (Seen one : parties.seen.values()) {
      double early = 3 / (1 + one.first.start() / 4000.0);
      double weight = early + Math.log(one.often) / 2 + (one.role.isEmpty() ? 0 : 2);
      found.add(new Party(one.first, one.role, weight));
    }
    if (found.size() < FEWEST) {
      found.addAll(names(text).stream().limit(MOST_NAMES).toList());
    }
    found.sort(Comparator.comparingDouble(party -> -party.weight()));
    return found;
  }

  private void organisations() {
    Matcher m = ORGANISATION.matcher(text.replace('\n', ' '));
    while (m.find()) {
      int start = trimmed(m.start(), m.end());
      Span span = new Span(start, m.end());
      String core = core(span.of(text));
      if (core.isEmpty()) {
        continue;
      }
      Seen one = seen.computeIfAbsent(core, key -> new Seen(span));
      one.often++;
      if (one.role.isEmpty()) {
        one.role = role(span);
      }
    }
  }

  /** Behind words that begin a sentence or a title. */
  private int trimmed(int start, int end) {
    int at = start;
    while (at < end) {
      int blank = text.indexOf(' ', at);
      int newline = text.indexOf('\n', at);
      int stop = newline >= 0 && (blank < 0 || newline < blank) ? newline : blank;
      if (stop < 0 || stop >= end) {
        return at;
      }
      String word = text.substring(at, stop).toLowerCase(Locale.ROOT).replaceAll("[.,]+$", "");
      boolean letter = word.length() == 1 && !word.equals("&");
      if (!NO_NAME.contains(word) && !roles.contains(word) && !letter) {
        return at;
      }
      at = stop + 1;
    }
    return start;
  }

  /** A name without its legal form and its signs; empty where nothing is left of it. */
  private static String core(String name) {
    String bare = name.replaceAll("[,.]? " + FORM + "\\.?(?=[\\s,]|$)", " ");
    List<String> words = Words.of(bare).all().stream().map(Words.Word::folded).toList();
    boolean no = words.stream().allMatch(word -> NO_NAME.contains(word) || word.length() < 2);
    return no ? "" : String.join(" ", words);
  }

  private String role(Span span) {
    Matcher after =
        ROLE.matcher(text.substring(span.end(), Math.min(text.length(), span.end() + FAR)));
    if (after.find() && !ORGANISATION.matcher(after.group()).find()) {
      return after.group(1);
    }
    Matcher before = LABEL.matcher(text.substring(Math.max(0, span.start() - 40), span.start()));
    return before.find() ? before.group(1).strip() : "";
  }

  /** Names that come often, in their longest form; in German every noun looks like one. */
  private static List<Party> names(String text) {
    if (Language.of(text).getLanguage().equals("de")) {
      return List.of();
    }
    Map<String, Integer> often = new HashMap<>();
    Map<String, Span> longest = new LinkedHashMap<>();
    for (Matcher m = NAME.matcher(text); m.find(); ) {
      Span run = new Span(m.start(), m.end());
      for (String part : m.group().split("\\s")) {
        often.merge(part, 1, Integer::sum);
        Span known = longest.get(part);
        longest.put(part, known == null || run.length() > known.length() ? run : known);
      }
    }
    List<Party> names = new ArrayList<>();
    Set<Span> told = new HashSet<>();
    often.entrySet().stream()
        .filter(
            entry -> entry.getValue() >= OFTEN && !text.contains(" " + lower(entry.getKey()) + " "))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> {
          Span span = longest.get(entry.getKey());
          if (span != null && told.add(span)) {
            names.add(new Party(span, "", Math.log(entry.getValue()) / 2));
          }
        });
    return names;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
