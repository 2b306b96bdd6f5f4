package dev.tenlines.tagging;

import java.util.List;

/** How a token is written. */
final class Spelling {
  private static final int LONGEST_AFFIX = 4;
  private static final int LONGEST_SHAPE = 5;

  private Spelling() {}

  static void add(Clues clues) {
    List<Token> tokens = clues.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String shape = shape(token);
      clues.near(i, "word=" + token.lower());
      clues.near(i, "shape=" + shape);
      clues.near(i, "gap=" + token.gap());
      clues.nature(i, token.isWord() || token.isDigits() ? shape : token.text());
      if (token.isWord()) {
        affixes(clues, i, token.lower());
      }
    }
  }

  private static void affixes(Clues clues, int i, String word) {
    for (int n = 2; n <= LONGEST_AFFIX && n < word.length(); n++) {
      clues.here(i, "begins=" + word.substring(0, n));
      clues.here(i, "ends=" + word.substring(word.length() - n));
    }
  }

  /** {@code Xx} for Smith, {@code X} for J, {@code XX} for CMU, {@code 9999} for 2026. */
  static String shape(Token token) {
    String text = token.text();
    if (token.isDigits()) {
      return "9".repeat(Math.min(text.length(), LONGEST_SHAPE));
    }
    if (!token.isWord()) {
      return text.length() > 1 ? "ruler" : "sign";
    }
    if (!token.isCapital()) {
      return text.equals(token.lower()) ? "x" : "xX";
    }
    boolean rest = text.codePoints().skip(1).allMatch(Character::isUpperCase);
    return text.length() == 1
        ? "X"
        : rest ? "XX" : text.substring(1).equals(token.lower().substring(1)) ? "Xx" : "XxX";
  }
}
