package dev.tenlines.figures;

import dev.tenlines.figures.Numeral.Form;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Readers of bare numbers, ordinals and percentages. */
final class Plain {
  private final Lexicon lexicon;
  private final Numerals numerals;

  Plain(Lexicon lexicon, Numerals numerals) {
    this.lexicon = lexicon;
    this.numerals = numerals;
  }

  /** Numbers that nothing is attached to; articles too where they are asked for. */
  Reader number(boolean articles) {
    return (tokens, i) -> {
      Numeral numeral = numerals.at(tokens, i);
      if (numeral == null
          || numeral.form() == Form.ARTICLE && !articles
          || isAttached(tokens, numeral)
          || isPronoun(tokens, numeral)) {
        return null;
      }
      Numeral ordinal = numerals.ordinal(tokens, numeral.from());
      if (ordinal != null && ordinal.end() > numeral.end()) {
        return null;
      }
      return hit(tokens, numeral, value -> new Value.Numeric(value, false));
    };
  }

  Reader ordinal() {
    return (tokens, i) -> {
      Numeral ordinal = numerals.ordinal(tokens, i);
      return ordinal == null ? null : hit(tokens, ordinal, value -> new Value.Numeric(value, true));
    };
  }

  Reader percent() {
    return (tokens, i) -> {
      Phrases.Match<String> before = lexicon.particle("percent of", tokens, i);
      if (before != null && tokens.joined(before.end())) {
        Numeral numeral = numerals.at(tokens, before.end());
        return numeral == null
            ? null
            : new Reader.Hit(
                numeral.end(),
                tokens.get(i).start(),
                stop(tokens, numeral.end()),
                values(numeral, Value.Percent::new));
      }
      Numeral numeral = numerals.at(tokens, i);
      if (numeral == null || !tokens.joined(numeral.end())) {
        return null;
      }
      Phrases.Match<String> after = lexicon.particle("percent", tokens, numeral.end());
      return after == null
          ? null
          : new Reader.Hit(
              after.end(),
              numeral.start(),
              stop(tokens, after.end()),
              values(numeral, Value.Percent::new));
    };
  }

  static Reader.Hit hit(Tokens tokens, Numeral numeral, Function<BigDecimal, Value> reading) {
    return new Reader.Hit(
        numeral.end(), numeral.start(), stop(tokens, numeral.end()), values(numeral, reading));
  }

  static List<Value> values(Numeral numeral, Function<BigDecimal, Value> reading) {
    return numeral.values().stream().map(reading).toList();
  }

  /** The index after the last character before a token. */
  static int stop(Tokens tokens, int end) {
    return tokens.get(end - 1).end();
  }

  /** "180ml", "A4": the letters make it something else. */
  private static boolean isAttached(Tokens tokens, Numeral numeral) {
    int from = numeral.from();
    int end = numeral.end();
    boolean before =
        tokens.touches(from) && tokens.get(from).isDigits() && tokens.get(from - 1).isWord();
    boolean after =
        tokens.touches(end) && tokens.get(end).isWord() && tokens.get(end - 1).isDigits();
    return before || after;
  }

  /** "One" beside "the", "this" or "which" counts nothing. */
  private boolean isPronoun(Tokens tokens, Numeral numeral) {
    int from = numeral.from();
    return numeral.end() == from + 1
        && numeral.value().compareTo(BigDecimal.ONE) == 0
        && tokens.get(from).isWord()
        && from > 0
        && tokens.joined(from)
        && lexicon.isParticle("pronoun", tokens, from - 1);
  }
}
