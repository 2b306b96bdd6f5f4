package dev.tenlines.figures;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number at a place of a text.
 *
 * @param from its first token
 * @param end the token after its last
 * @param start the index of its first character, which may be that of a minus
 * @param values what it may be worth, the likeliest first
 */
record Numeral(int from, int end, int start, List<BigDecimal> values, Form form) {
  /** How it is said. */
  enum Form {
    /** Only an article: "a", "un", "eine". */
    ARTICLE,
    /** Written in digits only. */
    DIGITS,
    WORDS,
    /** Has a part: "two thirds", "1/2". */
    PART,
    ORDINAL
  }

  /** A number with one value that begins with the token i. */
  static Numeral of(Tokens tokens, int i, int end, BigDecimal value, Form form) {
    return new Numeral(i, end, tokens.get(i).start(), List.of(value), form);
  }

  BigDecimal value() {
    return values.getFirst();
  }

  Numeral negative(int first, int from) {
    return new Numeral(from, end, first, values.stream().map(BigDecimal::negate).toList(), form);
  }
}
