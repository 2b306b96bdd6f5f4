package dev.tenlines.answerability;

import dev.tenlines.index.Hit;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Facts;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question, taken apart: what it asks for, and which of its words matter how much. */
final class Asked {
  /** Names of things in software: get_user(), DatabaseError, HTTP-2, a.b, v3. */
  private static final Pattern CODE =
      Pattern.compile(
          "[\\p{L}\\p{N}]*(?:[\\p{L}\\p{N}](?:[_./:-]+)(?=[\\p{L}\\p{N}_])[\\p{L}\\p{N}]+)+(?:\\(\\))?"
              + "|\\p{L}[\\p{L}\\p{N}]*\\(\\)"
              + "|\\p{L}*\\p{Ll}\\p{Lu}[\\p{L}\\p{N}]*"
              + "|\\p{Lu}[\\p{Lu}\\p{N}]+(?![\\p{L}])"
              + "|\\p{L}+\\p{N}[\\p{L}\\p{N}]*");

  final String text;
  final Kind kind;
  final List<Term> terms;
  final List<Fact> facts;
  final boolean denies;
  final boolean singles;

  /** The stem behind what or which: the kind of thing that is asked for; empty where none is. */
  final String focus;

  /** All stems of the question, small words too. */
  final Set<String> stems = new HashSet<>();

  private Asked(String text, Kind kind, List<Term> terms, List<Fact> facts, Words words) {
    this.text = text;
    this.kind = kind;
    this.terms = terms;
    this.facts = facts;
    words.all().forEach(w -> stems.add(w.stem()));
    this.denies = words.all().stream().anyMatch(w -> Vocabulary.DENYING.contains(w.folded()));
    this.singles = words.all().stream().anyMatch(w -> Vocabulary.SINGLING.contains(w.folded()));
    this.focus = focus(words);
  }

  /** What a word is. */
  enum Role {
    WORD,
    NAME,
    NUMBER,
    CODE
  }

  /**
   * A word that matters.
   *
   * @param weight how rare it is in what was found
   * @param share the part of the found passages that have it
   * @param spelled the whole name in lower case where it is no single word, else empty
   */
  record Term(String stem, Role role, double weight, double share, String spelled) {
    /** Whether a text holds it letter by letter. */
    boolean in(Set<String> stems, String lower) {
      return spelled.isEmpty() ? stems.contains(stem) : lower.contains(spelled);
    }
  }

  static Asked of(String question, List<Hit> hits) {
    Words words = Words.of(question);
    List<Fact> facts = Facts.of(question);
    List<Set<String>> passages = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    for (Hit hit : hits) {
      String all = String.join("\n", hit.passage().path()) + "\n" + hit.passage().text();
      Set<String> stems = new HashSet<>();
      Words.of(all).all().forEach(w -> stems.add(w.stem()));
      passages.add(stems);
      lower.add(all.toLowerCase(Locale.ROOT));
    }
    Map<String, Term> terms = new java.util.LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    Matcher code = CODE.matcher(question);
    while (code.find()) {
      String spelled = code.group().toLowerCase(Locale.ROOT).replace("()", "");
      if (spelled.length() < 2 || Vocabulary.LITTLE.contains(spelled)) {
        continue;
      }
      for (int i = code.start(); i < code.end(); i++) {
        taken.add(i);
      }
      Term term = term(spelled, Role.CODE, spelled, passages, lower);
      terms.put(spelled, term);
    }
    for (Word word : words.all()) {
      if (taken.contains(word.start()) || Vocabulary.LITTLE.contains(word.folded())) {
        continue;
      }
      Role role = role(word, facts);
      if (word.folded().length() > 1 || role == Role.NUMBER) {
        terms.putIfAbsent(word.stem(), term(word.stem(), role, "", passages, lower));
      }
    }
    return new Asked(question, Kind.of(question), List.copyOf(terms.values()), facts, words);
  }

  private static Role role(Word word, List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact.start() <= word.start() && word.start() < fact.end()) {
        return fact instanceof Fact.Name ? Role.NAME : Role.NUMBER;
      }
    }
    return Role.WORD;
  }

  private static Term term(
      String stem, Role role, String spelled, List<Set<String>> passages, List<String> lower) {
    int n = passages.size();
    int have = 0;
    for (int i = 0; i < n; i++) {
      boolean there =
          spelled.isEmpty() ? passages.get(i).contains(stem) : lower.get(i).contains(spelled);
      have += there ? 1 : 0;
    }
    double weight = 0.2 + Math.log(1 + (n - have + 0.5) / (have + 0.5));
    return new Term(stem, role, weight, n == 0 ? 0 : (double) have / n, spelled);
  }

  private static String focus(Words words) {
    List<Word> all = words.all();
    for (int i = 0; i + 1 < all.size(); i++) {
      String one = all.get(i).folded();
      if (one.equals("what") || one.equals("which") || one.startsWith("welch")) {
        Word next = all.get(i + 1);
        return Vocabulary.LITTLE.contains(next.folded()) ? "" : next.stem();
      }
    }
    return "";
  }

  /** The likest word of a text: 1 for itself, less for one that begins alike. */
  static double like(String stem, Map<String, List<String>> byBeginning, Set<String> stems) {
    if (stems.contains(stem)) {
      return 1;
    }
    if (stem.length() < 4) {
      return 0;
    }
    double best = 0;
    for (String other : byBeginning.getOrDefault(stem.substring(0, 4), List.of())) {
      int same = 4;
      int most = Math.min(stem.length(), other.length());
      while (same < most && stem.charAt(same) == other.charAt(same)) {
        same++;
      }
      double share = 2.0 * same / (stem.length() + other.length());
      best = Math.max(best, share >= 0.6 ? share * 0.9 : 0);
    }
    return best;
  }

  /** Stems by their first four letters. */
  static Map<String, List<String>> byBeginning(Set<String> stems) {
    Map<String, List<String>> map = new HashMap<>();
    for (String stem : stems) {
      if (stem.length() >= 4) {
        map.computeIfAbsent(stem.substring(0, 4), s -> new ArrayList<>(2)).add(stem);
      }
    }
    return map;
  }

  /** The term of a stem, or null. */
  @Nullable Term term(String stem) {
    for (Term term : terms) {
      if (term.stem().equals(stem)) {
        return term;
      }
    }
    return null;
  }
}
