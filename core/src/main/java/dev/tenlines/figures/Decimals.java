package dev.tenlines.figures;

import dev.tenlines.figures.Cardinals.Count;
import dev.tenlines.figures.Cardinals.Run;
import dev.tenlines.figures.Numeral.Form;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads fractions of ten that are spelled: {@code five point two}, {@code komma sieben}. */
final class Decimals {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final int MOST = 30;

  private final Lexicon lexicon;
  private final Cardinals cardinals;

  Decimals(Lexicon lexicon, Cardinals cardinals) {
    this.lexicon = lexicon;
    this.cardinals = cardinals;
  }

  /**
   * The number that a point goes on with, or null: each word after it adds its digits.
   *
   * @param i the token that the number begins with, which may be the point
   * @param at the token of the point
   */
  @Nullable Numeral after(Tokens tokens, int i, int at, BigDecimal whole) {
    Phrases.Match<String> point = lexicon.particle("point", tokens, at);
    boolean stands =
        point != null
            && (at == i || tokens.joined(at))
            && tokens.joined(point.end())
            && whole.stripTrailingZeros().scale() <= 0;
    boolean alone = lexicon.flag("point").equals("alone") && !lexicon.isParticle("mix", tokens, at);
    if (!stands || point == null || at == i && !alone) {
      return null;
    }
    StringBuilder decimals = new StringBuilder();
    int end = point.end();
    if (tokens.get(end).isDigits()) {
      String digits = tokens.get(end).folded();
      decimals.append(digits.chars().allMatch(Character::isDigit) ? digits : "");
      end++;
    } else {
      end = words(tokens, end, decimals);
    }
    return decimals.isEmpty()
        ? null
        : Numeral.of(tokens, i, end, whole.add(new BigDecimal("0." + decimals)), Form.PART);
  }

  /** "nought four", "seventy-one": adds the digits, and tells where the words end. */
  private int words(Tokens tokens, int from, StringBuilder decimals) {
    int end = from;
    while (end < tokens.size() && tokens.joined(end) && decimals.length() < MOST) {
      Phrases.Match<Integer> small = lexicon.small.at(tokens, end);
      boolean zero = small != null && small.meaning() == 0;
      Count count =
          zero && small != null
              ? Count.of(small.end(), BigDecimal.ZERO)
              : unscaled(cardinals.at(tokens, end, lexicon.manyths));
      boolean big = count != null && count.value().compareTo(THOUSAND) >= 0;
      boolean whole = count != null && count.value().stripTrailingZeros().scale() <= 0;
      if (count == null || !whole || count.digits() || big && !decimals.isEmpty()) {
        break;
      }
      decimals.append(count.value().toPlainString());
      end = count.end();
    }
    return end;
  }

  /** In "two point five million" the million counts the whole. */
  private static @Nullable Count unscaled(Run run) {
    Count last = null;
    for (Count count : run.counts()) {
      last = count.scale() == null ? count : last;
    }
    return last;
  }
}
