package dev.tenlines.dates;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A run of letters, a run of digits, or one other sign.
 *
 * @param text lower case, without accents; dashes and quotes of all kinds are one
 * @param glued whether it follows the one before without a blank
 */
record Token(int start, int end, String text, boolean glued) {
  /** Stands for the end of a paragraph or a cell of a table: nothing reaches across. */
  static final String BREAK = "\n";

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    int last = -1;
    while (at < text.length()) {
      int end = end(text, at);
      String piece = text.substring(at, end);
      if (!piece.isBlank()) {
        tokens.add(new Token(at, end, fold(piece), last == at));
        last = end;
      } else if (piece.indexOf('\t') >= 0 || piece.indexOf('\n') != piece.lastIndexOf('\n')) {
        tokens.add(new Token(at, end, BREAK, false));
      }
      at = end;
    }
    return tokens;
  }

  private static int end(String text, int from) {
    Sort sort = Sort.of(text.codePointAt(from));
    int end = from + Character.charCount(text.codePointAt(from));
    while (end < text.length() && sort != Sort.SIGN) {
      int c = text.codePointAt(end);
      if (Sort.of(c) != sort && !(sort == Sort.LETTER && isMark(c))) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private enum Sort {
    LETTER,
    DIGIT,
    BLANK,
    SIGN;

    private static Sort of(int c) {
      if (c >= '0' && c <= '9') {
        return DIGIT;
      }
      if (Character.isLetter(c)) {
        return LETTER;
      }
      return Character.isWhitespace(c) || Character.isSpaceChar(c) ? BLANK : SIGN;
    }
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static String fold(String piece) {
    if (piece.chars().allMatch(c -> c < 128)) {
      return piece.toLowerCase(Locale.ROOT);
    }
    String bare = ACCENTS.matcher(Normalizer.normalize(piece, Normalizer.Form.NFKD)).replaceAll("");
    // A sign of its own, such as ㋀, is no number.
    if (bare.isEmpty() || bare.charAt(0) >= '0' && bare.charAt(0) <= '9') {
      return piece;
    }
    return switch (bare) {
      case "‐", "‑", "‒", "–", "—", "−" -> "-";
      case "’", "‘", "´", "′" -> "'";
      case "“", "”", "″" -> "\"";
      default -> bare.toLowerCase(Locale.ROOT).replace("ß", "ss");
    };
  }

  boolean isDigits() {
    return text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  boolean isWord() {
    return Character.isLetter(text.codePointAt(0));
  }
}
