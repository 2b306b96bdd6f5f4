package dev.tenlines.figures;

import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads numbers with their unit: {@code 5 km}, {@code two feet}, {@code 12 ft 2 in}. */
final class Quantities implements Reader {
  /** Smaller units that may follow a greater one, and how many of them make it. */
  private static final Map<String, BigDecimal> IN_FEET = Map.of("in", BigDecimal.valueOf(12));

  private final Lexicon lexicon;
  private final Numerals numerals;
  private final Units units;

  Quantities(Lexicon lexicon, Numerals numerals, Units units) {
    this.lexicon = lexicon;
    this.numerals = numerals;
    this.units = units;
  }

  @Override
  public @Nullable Hit at(Tokens tokens, int i) {
    if (tokens.get(i).isDigits() && isNamed(tokens, i)) {
      return null;
    }
    Numeral numeral = numerals.at(tokens, i);
    Hit hit = numeral == null ? null : measured(tokens, numeral);
    if (hit == null && numeral != null && numeral.end() > i + 1) {
      // "3 m" are metres after all, and "50 second" is no ordinal.
      Numeral count = numerals.count(tokens, i);
      Numeral first =
          count != null && count.end() == numeral.end() ? numerals.first(tokens, i) : count;
      hit = first == null ? null : measured(tokens, first);
    }
    return hit;
  }

  /** The digits of "A4" and "SCP-173" are a name. */
  private static boolean isNamed(Tokens tokens, int i) {
    int before = tokens.get(i).start() - 1;
    boolean dash = before > 0 && tokens.text().charAt(before) == '-';
    int at = dash ? before - 1 : before;
    return at >= 0 && Character.isLetter(tokens.text().charAt(at));
  }

  private @Nullable Hit measured(Tokens tokens, Numeral numeral) {
    int at = numeral.end();
    boolean bracket =
        tokens.spaced(at)
            && "([{<".contains(tokens.get(at).folded())
            && !tokens.get(at).folded().isEmpty();
    int from = bracket ? at + 1 : of(tokens, at);
    if (!(bracket ? tokens.touches(from) : tokens.joined(from)) || isTime(tokens, numeral)) {
      return null;
    }
    Units.Match unit = units.at(tokens, from);
    if (unit == null
        || isLetters(tokens, unit.end())
        || unit.careful() && isWord(tokens, numeral, unit)) {
      return null;
    }
    int end = bracket ? unit.end() + 1 : unit.end();
    if (bracket
        && !(tokens.touches(unit.end()) && ")]}>".contains(tokens.get(unit.end()).folded()))) {
      return null;
    }
    Hit more = unit.symbol().equals("ft") ? withInches(tokens, numeral, unit) : null;
    return more != null
        ? more
        : new Hit(
            end,
            numeral.start(),
            Plain.stop(tokens, end),
            Plain.values(numeral, value -> new Value.Quantity(value, unit.symbol())));
  }

  /** "1,5 millions de litres". */
  private int of(Tokens tokens, int at) {
    Phrases.Match<String> of = lexicon.particle("of", tokens, at);
    return of != null && tokens.joined(at) ? of.end() : at;
  }

  /** The minutes of a time measure nothing. */
  private static boolean isTime(Tokens tokens, Numeral numeral) {
    boolean hour =
        tokens.is(numeral.end(), "pm") && numeral.value().compareTo(BigDecimal.valueOf(12)) <= 0;
    return hour || tokens.is(numeral.from() - 1, ":") && tokens.touches(numeral.from());
  }

  private static boolean isLetters(Tokens tokens, int end) {
    return tokens.touches(end) && (tokens.get(end).isWord() || tokens.get(end).isDigits());
  }

  /** "2 in April", "24 L-2": the letters begin something else. */
  private static boolean isWord(Tokens tokens, Numeral numeral, Units.Match unit) {
    int end = unit.end();
    boolean digits = tokens.get(numeral.end() - 1).isDigits();
    boolean word =
        tokens.is(end - 1, "in")
            && tokens.joined(end)
            && (tokens.get(end).isWord() || tokens.get(end).isDigits());
    boolean dash = tokens.joined(end) && !tokens.spaced(end);
    return !digits || word || dash && tokens.get(end).isDigits();
  }

  /** "5 feet and 2 inches" are feet. */
  private @Nullable Hit withInches(Tokens tokens, Numeral feet, Units.Match unit) {
    Phrases.Match<String> and = lexicon.particle("and", tokens, unit.end());
    int at = and == null ? unit.end() : and.end();
    Numeral numeral =
        tokens.joined(unit.end()) && tokens.joined(at) ? numerals.at(tokens, at) : null;
    Units.Match smaller =
        numeral == null || !tokens.joined(numeral.end()) ? null : units.at(tokens, numeral.end());
    BigDecimal per = smaller == null ? null : IN_FEET.get(smaller.symbol());
    if (per == null || smaller == null || numeral == null) {
      return null;
    }
    BigDecimal value = feet.value().add(numeral.value().divide(per, MathContext.DECIMAL64));
    return new Hit(
        smaller.end(),
        feet.start(),
        Plain.stop(tokens, smaller.end()),
        List.of(new Value.Quantity(value, unit.symbol())));
  }
}
