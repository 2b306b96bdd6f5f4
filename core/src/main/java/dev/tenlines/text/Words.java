package dev.tenlines.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a text with their places, ready to be searched for words and phrases the way a
 * person expects: case, accents and simple inflection do not matter, word borders do.
 */
public final class Words {
  private final String text;
  private final List<Word> words;
  private final Map<String, List<Integer>> places = new HashMap<>();

  private Words(String text, List<Word> words) {
    this.text = text;
    this.words = words;
    for (int i = 0; i < words.size(); i++) {
      places.computeIfAbsent(words.get(i).stem(), s -> new ArrayList<>(2)).add(i);
    }
  }

  /**
   * One word.
   *
   * @param folded lower case, without accents
   * @param stem what its inflections share
   */
  public record Word(int start, int end, String folded, String stem) {}

  /** Where a phrase stands. */
  public record Match(int start, int end) {}

  /** The words of a text: runs of letters and digits; each Han, Kana or Thai sign is a word. */
  public static Words of(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (!inWord(c)) {
        at = next;
        continue;
      }
      int end = next;
      while (!standsAlone(c) && end < text.length()) {
        int d = text.codePointAt(end);
        if (!inWord(d) && !(d == '\u2019' || d == '\'') || standsAlone(d)) {
          break;
        }
        end += Character.charCount(d);
      }
      words.add(word(text, at, end));
      at = end;
    }
    return new Words(text, words);
  }

  /** One spelling for texts that differ in case, compatibility forms and white space only. */
  public static String normal(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return folded.replaceAll("[\\s\\p{Z}\\p{Cf}]+", " ").strip();
  }

  public List<Word> all() {
    return words;
  }

  public String text() {
    return text;
  }

  /** The first place of a word or phrase, or null; an empty phrase stands nowhere. */
  public @org.jspecify.annotations.Nullable Match find(Words phrase) {
    if (phrase.words.isEmpty()) {
      return null;
    }
    for (int at : places.getOrDefault(phrase.words.getFirst().stem(), List.of())) {
      if (standsAt(at, phrase)) {
        return new Match(words.get(at).start(), words.get(at + phrase.words.size() - 1).end());
      }
    }
    return null;
  }

  private boolean standsAt(int at, Words phrase) {
    int n = phrase.words.size();
    if (at + n > words.size()) {
      return false;
    }
    for (int i = 1; i < n; i++) {
      if (!words.get(at + i).stem().equals(phrase.words.get(i).stem())) {
        return false;
      }
    }
    return true;
  }

  private static Word word(String text, int start, int end) {
    String folded = fold(text.substring(start, end));
    int apostrophe = folded.indexOf('\'');
    // "customer's" is the customer; "don't" and "l'eau" stay one word each.
    if (apostrophe > 0 && (folded.endsWith("'s") || folded.endsWith("'"))) {
      folded = folded.substring(0, apostrophe);
    }
    folded = folded.replace("'", "");
    return new Word(start, end, folded, Inflection.stem(folded));
  }

  private static String fold(String word) {
    boolean ascii = word.chars().allMatch(c -> c < 128);
    String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    if (ascii) {
      return lower;
    }
    String bare = Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return bare.replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace('ø', 'o')
        .replace('ł', 'l')
        .replace('đ', 'd')
        .replace('ı', 'i');
  }

  private static boolean inWord(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean standsAlone(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI -> true;
      default -> false;
    };
  }
}
