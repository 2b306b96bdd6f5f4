package dev.tenlines.salience;

import dev.tenlines.document.Span;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  private static final String PART = "(?:\\p{Lu}[\\p{L}\\p{N}.'’&-]*|[0-9]{2,5}|&|-|–|of|and|d/b/a)";
  private static final Pattern ORGANISATION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\p{Lu}[\\p{L}\\p{N}.'’&-]*|[0-9]{3,5}(?= \\p{Lu}))(?:,? " + PART + "){0,7},? " + FORM
              + "(?:,? " + FORM + ")*(?![\\p{L}\\p{N}])\\.?");
  private static final Pattern ROLE =
      Pattern.compile("\\A[^“\"]{0,140}?\\((?:[^()“\"]{0,60})[“\"]([^”\"]{2,40})[”\"]");
  private static final Pattern LABEL = Pattern.compile("([\\p{L} ]{3,30}):\\s*\\z");

  /** Begins of phrases that belong to no name. */
  private static final Set<String> NO_NAME =
      Set.of(
          "this", "the", "a", "an", "by", "between", "and", "of", "such", "each", "any", "said",
          "agreement", "exhibit", "article", "section", "whereas", "if", "to", "in", "sublease");

  private static final int FAR = 160;
  private static final int OFTEN = 4;
  private static final int MOST_NAMES = 4;

  private final String text;
  private final Map<String, Seen> seen = new LinkedHashMap<>();

  private Parties(String text) {
    this.text = text;
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
  static List<Party> of(String text, List<Fact> facts) {
    Parties parties = new Parties(text);
    parties.organisations();
    List<Party> found = new ArrayList<>();
    for (Seen one : parties.seen.values()) {
      double early = 3 / (1 + one.first.start() / 4000.0);
      double weight = early + Math.log(one.often) / 2 + (one.role.isEmpty() ? 0 : 2);
      found.add(new Party(one.first, one.role, weight));
    }
    if (found.size() < MOST_NAMES) {
      found.addAll(names(text, facts).stream().limit(MOST_NAMES - found.size()).toList());
    }
    found.sort(Comparator.comparingDouble(party -> -party.weight()));
    return found;
  }

  private void organisations() {
    Matcher m = ORGANISATION.matcher(text.replace('\n', ' '));
    while (m.find()) {
      int start = trimmed(m.start(), m.end());
      int end = text.charAt(m.end() - 1) == '.' && !inner(m.end()) ? m.end() : m.end();
      Span span = new Span(start, end);
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

  private boolean inner(int end) {
    return end < text.length() && Character.isLetter(text.charAt(end));
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
      if (!NO_NAME.contains(word) && !letter) {
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
    Matcher after = ROLE.matcher(text.substring(span.end(), Math.min(text.length(), span.end() + FAR)));
    if (after.find() && !ORGANISATION.matcher(after.group()).find()) {
      return after.group(1);
    }
    Matcher before = LABEL.matcher(text.substring(Math.max(0, span.start() - 40), span.start()));
    return before.find() ? before.group(1).strip() : "";
  }

  /** Names that come often, in their longest form. */
  private static List<Party> names(String text, List<Fact> facts) {
    Map<String, Integer> often = new HashMap<>();
    Map<String, Span> longest = new LinkedHashMap<>();
    Span run = null;
    List<String> inRun = new ArrayList<>();
    for (Fact fact : facts) {
      if (!(fact instanceof Fact.Name name) || !name.text().chars().allMatch(Parties::plain)) {
        continue;
      }
      often.merge(name.normal(), 1, Integer::sum);
      boolean next = run != null && name.start() == run.end() + 1 && text.charAt(run.end()) == ' ';
      run = new Span(next && run != null ? run.start() : name.start(), name.end());
      if (!next) {
        inRun.clear();
      }
      inRun.add(name.normal());
      for (String part : inRun) {
        Span known = longest.get(part);
        if (known == null || run.length() > known.length() && inRun.size() <= 3) {
          longest.put(part, run);
        }
      }
    }
    List<Party> names = new ArrayList<>();
    Set<Span> told = new java.util.HashSet<>();
    often.entrySet().stream()
        .filter(entry -> entry.getValue() >= OFTEN)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> {
          Span span = longest.get(entry.getKey());
          if (span != null && told.add(span)) {
            names.add(new Party(span, "", Math.log(entry.getValue()) / 2));
          }
        });
    return names;
  }

  private static boolean plain(int c) {
    return Character.isLetter(c) || c == '\'' || c == '’';
  }
}
