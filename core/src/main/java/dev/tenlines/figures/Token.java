package dev.tenlines.figures;

import java.math.BigDecimal;
import java.util.List;

/**
 * A word, a sign or a run of digits.
 *
 * @param folded lower case, without accents
 * @param raw as it stands
 * @param digits what a run of digits may be worth, the likeliest first; empty for the others
 */
record Token(int start, int end, String folded, String raw, List<BigDecimal> digits) {
  boolean isDigits() {
    return !digits.isEmpty();
  }

  boolean isWord() {
    return !isDigits() && !folded.isEmpty() && Character.isLetter(folded.codePointAt(0));
  }
}
