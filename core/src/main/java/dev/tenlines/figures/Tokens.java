package dev.tenlines.figures;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text cut into words, signs and runs of digits; blanks, dashes and apostrophes lie between. */
final class Tokens {
  private static final String BETWEEN = "-\u2010\u2011\u2012\u2013\u2014\u2212'\u2019\u00AD";

  /** Nobody writes more between two words of one number. */
  private static final int WIDEST_GAP = 6;

  private final String text;
  private final List<Token> all = new ArrayList<>();
  private long reads;

  private Tokens(String text) {
    this.text = text;
  }

  static Tokens of(String text, Marks marks, Compounds compounds) {
    Tokens tokens = new Tokens(text);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (marks.begins(text, at)) {
        at = marks.read(text, at, tokens.all);
      } else if (Character.isLetter(c)) {
        int end = wordEnd(text, at);
        if (text.startsWith("://", end)) {
          at = chunkEnd(text, end);
          continue;
        }
        compounds.add(at, end, text.substring(at, end), tokens.all);
        at = end;
      } else {
        int end = at + Character.charCount(c);
        if (!isBlank(c) && BETWEEN.indexOf(c) < 0) {
          String sign = text.substring(at, end);
          tokens.all.add(new Token(at, end, sign, sign, List.of()));
        }
        at = end;
      }
    }
    return tokens;
  }

  /** The digits of an address are no figures. */
  private static int chunkEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /** Lower case without accents. */
  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(c -> c < 128)) {
      return lower;
    }
    return Normalizer.normalize(lower.replace("ß", "ss"), Normalizer.Form.NFKD)
        .replaceAll("\\p{Mn}", "");
  }

  static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  String text() {
    return text;
  }

  int size() {
    return all.size();
  }

  Token get(int i) {
    reads++;
    return all.get(i);
  }

  /** How often a token was looked at: the work that a text took. */
  long reads() {
    return reads;
  }

  /** Whether a token stands there, on one line with the one before, parted by blanks or a dash. */
  boolean joined(int i) {
    if (i <= 0 || i >= size()) {
      return false;
    }
    int from = all.get(i - 1).end();
    int to = all.get(i).start();
    int dashes = 0;
    for (int at = from; at < to && to - from <= WIDEST_GAP; at++) {
      char c = text.charAt(at);
      dashes += isBlank(c) ? 0 : 1;
      if (c == '\n' || c == '\r' || c == '\t') {
        return false;
      }
    }
    return to - from <= WIDEST_GAP && dashes <= 1;
  }

  /** Whether only blanks, or nothing, part the token from the one before. */
  boolean spaced(int i) {
    return joined(i) && text.substring(all.get(i - 1).end(), all.get(i).start()).isBlank();
  }

  /** Whether nothing parts the token from the one before. */
  boolean touches(int i) {
    return i > 0 && i < size() && all.get(i - 1).end() == all.get(i).start();
  }

  /** Whether the token is this word or sign. */
  boolean is(int i, String folded) {
    return i >= 0 && i < size() && get(i).folded().equals(folded);
  }
}
