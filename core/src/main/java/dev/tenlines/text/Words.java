package dev.tenlines.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words of a text with their places, ready to be searched for words and phrases the way a
 * person expects: case, accents and simple inflection do not matter, word borders do.
 */
public final class Words {
  /** Accents, Hebrew and Arabic vowel points, variation selectors: what people leave out. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private static final Pattern ACCENTS =
      Pattern.compile(
          "[\\u0300-\\u036F\\u0591-\\u05C7\\u0610-\\u061A\\u064B-\\u065F\\u0670"
              + "\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]+");

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
      if (!Character.isLetterOrDigit(c)) {
        at = next;
        continue;
      }
      int end = end(text, next, standsAlone(c));
      words.add(word(text, at, end));
      at = end;
    }
    return new Words(text, words);
  }

  /** Where a word ends: marks belong to it, apostrophes only between its letters. */
  private static int end(String text, int from, boolean alone) {
    int end = from;
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (isMark(c) || !alone && Character.isLetterOrDigit(c) && !standsAlone(c)) {
        end = at;
      } else if (alone || c != '\u2019' && c != '\'') {
        break;
      }
    }
    return end;
  }

  /** One spelling for texts that differ in case, compatibility forms and white space only. */
  public static String normal(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANKS.matcher(folded).replaceAll(" ").strip();
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
    // "customer's" is the customer; "don't" and "l'eau" stay one word each.
    if (folded.endsWith("'s")) {
      folded = folded.substring(0, folded.length() - 2);
    }
    folded = folded.replace("'", "");
    return new Word(start, end, folded, Inflection.stem(folded));
  }

  private static String fold(String word) {
    if (word.chars().allMatch(c -> c < 128)) {
      return word.toLowerCase(Locale.ROOT);
    }
    // Lower case comes second: compatibility forms such as 𝐅 have none of their own.
    String lower = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return ACCENTS
        .matcher(lower)
        .replaceAll("")
        .replace('\u2019', '\'')
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace('ø', 'o')
        .replace('ł', 'l')
        .replace('đ', 'd')
        .replace('ı', 'i');
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
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
