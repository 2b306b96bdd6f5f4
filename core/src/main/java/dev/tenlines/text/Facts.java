package dev.tenlines.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the numbers, dates and names of a text; what is doubtful is a fact. */
public final class Facts {
  private final String text;
  private final BitSet taken;
  private final List<Fact> found = new ArrayList<>();

  private final Words words;

  private Facts(Words words) {
    this.text = words.text();
    this.words = words;
    this.taken = new BitSet(text.length());
  }

  /** The facts in the order of the text; no two share a character. */
  public static List<Fact> of(String text) {
    return of(Words.of(text));
  }

  /** The same, for who has read the words already. */
  public static List<Fact> of(Words words) {
    Facts facts = new Facts(words);
    Names.addresses(facts);
    Dates.find(facts);
    Names.codes(facts);
    Numbers.find(facts);
    Names.words(facts);
    facts.found.sort(Comparator.comparingInt(Fact::start));
    return facts.found;
  }

  /** The one number that a number of an application is, or null for what is not finite. */
  public static Fact.@Nullable Figure exact(Number number) {
    return Numbers.exact(number);
  }

  String text() {
    return text;
  }

  List<Words.Word> words() {
    return words.all();
  }

  /** Whether a digit stands anywhere: most patterns need one, and most sentences have none. */
  boolean hasDigits() {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** The matches of a pattern that share no character with a fact found before. */
  List<Matcher> free(Pattern pattern) {
    List<Matcher> free = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    while (from <= text.length() && matcher.find(from)) {
      if (isFree(matcher.start(), matcher.end())) {
        Matcher own = pattern.matcher(text);
        var unused = own.find(matcher.start());
        free.add(own);
        from = Math.max(matcher.end(), matcher.start() + 1);
      } else {
        from = matcher.start() + 1;
      }
    }
    return free;
  }

  boolean isFree(int start, int end) {
    int next = taken.nextSetBit(start);
    return next < 0 || next >= end;
  }

  void add(Fact fact) {
    taken.set(fact.start(), fact.end());
    found.add(fact);
  }
}
