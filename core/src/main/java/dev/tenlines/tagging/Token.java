package dev.tenlines.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of letters, a run of digits, or a sign: values of fields begin and end at their borders.
 *
 * @param gap what stands between it and the one before
 */
record Token(int start, int end, String text, String lower, Gap gap) {

  /** How far a token is from the one before. */
  enum Gap {
    NONE,
    SPACE,
    LINE,
    BLANK_LINE
  }

  private enum Sort {
    LETTER,
    DIGIT,
    /** Each Han, Kana or Thai sign is a word. */
    ALONE,
    SPACE,
    SIGN
  }

  /** A ruler of as many equal signs is one token. */
  private static final int RULER = 3;

  /** The tokens of a text, in order. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int last = 0;
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      if (sort(text.codePointAt(at)) != Sort.SPACE) {
        String word = text.substring(at, end);
        Gap gap = tokens.isEmpty() ? Gap.BLANK_LINE : gap(text, last, at);
        tokens.add(new Token(at, end, word, word.toLowerCase(Locale.ROOT), gap));
        last = end;
      }
      at = end;
    }
    return tokens;
  }

  boolean isWord() {
    return Character.isLetter(text.codePointAt(0));
  }

  boolean isDigits() {
    return Character.isDigit(text.codePointAt(0));
  }

  boolean isCapital() {
    int first = text.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /** Whether it begins a line. */
  boolean isFirst() {
    return gap.compareTo(Gap.LINE) >= 0;
  }

  private static int end(String text, int at) {
    int first = text.codePointAt(at);
    Sort sort = sort(first);
    int end = at + Character.charCount(first);
    if (sort == Sort.SIGN) {
      int run = at;
      while (run < text.length() && text.charAt(run) == text.charAt(at)) {
        run++;
      }
      return run - at >= RULER ? run : end;
    }
    while (end < text.length()) {
      int next = text.codePointAt(end);
      if (!isMark(next) && (sort == Sort.ALONE || sort(next) != sort)) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  private static Sort sort(int c) {
    if (Character.isLetter(c)) {
      return standsAlone(c) ? Sort.ALONE : Sort.LETTER;
    }
    return Character.isDigit(c)
        ? Sort.DIGIT
        : Character.isWhitespace(c) || Character.isSpaceChar(c) ? Sort.SPACE : Sort.SIGN;
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

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static Gap gap(String text, int from, int to) {
    if (from == to) {
      return Gap.NONE;
    }
    int first = text.indexOf('\n', from);
    if (first < 0 || first >= to) {
      return Gap.SPACE;
    }
    int second = text.indexOf('\n', first + 1);
    return second < 0 || second >= to ? Gap.LINE : Gap.BLANK_LINE;
  }
}
