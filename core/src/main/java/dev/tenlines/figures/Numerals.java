package dev.tenlines.figures;

import dev.tenlines.figures.Cardinals.Count;
import dev.tenlines.figures.Cardinals.Run;
import dev.tenlines.figures.Numeral.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbers of any form, with their sign. */
final class Numerals {
  private static final MathContext EXACT = MathContext.DECIMAL64;

  /** A minus apart from its digits stands at the beginning of the text only. */
  private static final int MOST_BLANKS = 8;

  private final Lexicon lexicon;
  private final Cardinals cardinals;
  private final Multiples multiples;
  private final Fractions fractions;
  private final Decimals decimals;
  private final Ordinals ordinals;

  Numerals(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.cardinals = new Cardinals(lexicon);
    this.multiples = new Multiples(lexicon);
    this.fractions = new Fractions(lexicon, cardinals, multiples);
    this.decimals = new Decimals(lexicon, cardinals);
    this.ordinals = new Ordinals(lexicon, cardinals);
  }

  /** The number that begins with this token, its sign included, or null. */
  @Nullable Numeral at(Tokens tokens, int i) {
    Phrases.Match<String> minus = lexicon.particle("minus", tokens, i);
    if (minus != null && tokens.joined(minus.end())) {
      Numeral positive = unsigned(tokens, minus.end());
      return positive == null ? null : positive.negative(tokens.get(i).start(), i);
    }
    Numeral positive = unsigned(tokens, i);
    int sign = positive == null ? -1 : sign(tokens, i);
    return positive == null || sign < 0 ? positive : positive.negative(sign, i);
  }

  /** Where a minus before the token stands, or -1: no dash between two numbers or words is one. */
  private static int sign(Tokens tokens, int i) {
    String text = tokens.text();
    int at = tokens.get(i).start() - 1;
    while (at >= 0 && text.charAt(at) == ' ') {
      at--;
    }
    if (at < 0 || "-\u2212".indexOf(text.charAt(at)) < 0 || !tokens.get(i).isDigits()) {
      return -1;
    }
    int before = at - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    if (before >= 0 && Character.isDigit(text.charAt(before))) {
      return -1;
    }
    boolean near = at == tokens.get(i).start() - 1;
    boolean first = at < MOST_BLANKS && text.substring(0, at).isBlank();
    boolean free =
        at == 0
            || !Character.isLetterOrDigit(text.charAt(at - 1))
                && text.charAt(at - 1) != ')'
                && text.charAt(at - 1) != '-'
                && text.charAt(at - 1) != '#';
    return near && free || first ? at : -1;
  }

  private @Nullable Numeral unsigned(Tokens tokens, int i) {
    if (insideWord(tokens, i)) {
      return null;
    }
    Numeral worded = decimals.after(tokens, i, i, BigDecimal.ZERO);
    if (worded != null) {
      return multiples.scaled(tokens, worded);
    }
    Run run = cardinals.at(tokens, i, lexicon.manyths);
    for (Count whole : run.counts()) {
      if (!whole.equals(run.count())
          && lexicon.isParticle("and", tokens, whole.end())
          && lexicon.has("mix")) {
        continue;
      }
      Numeral mixed = fractions.mixed(tokens, i, whole);
      if (mixed != null) {
        return mixed;
      }
    }
    Numeral part = fractions.part(tokens, i, run);
    if (part != null) {
      return multiples.scaled(tokens, part);
    }
    Count count = run.count();
    return count == null ? lone(tokens, i) : whole(tokens, i, count);
  }

  private Numeral whole(Tokens tokens, int i, Count count) {
    boolean article = lexicon.isParticle("article", tokens, i) && count.end() == i + 1;
    Form form = article ? Form.ARTICLE : count.digits() ? Form.DIGITS : Form.WORDS;
    Numeral whole = new Numeral(i, count.end(), tokens.get(i).start(), count.values(), form);
    Numeral decimal = decimals.after(tokens, i, count.end(), count.value());
    if (decimal != null) {
      return multiples.scaled(tokens, decimal);
    }
    Numeral ratio = ratio(tokens, whole);
    return ratio == null ? multiples.dozens(tokens, whole, count.last()) : ratio;
  }

  private static boolean insideWord(Tokens tokens, int i) {
    return tokens.touches(i) && tokens.get(i).isWord() && tokens.get(i - 1).isWord();
  }

  /** "half", "a dozen", "half a million"; an article by itself is a number for who wants it. */
  private @Nullable Numeral lone(Tokens tokens, int i) {
    Phrases.Match<BigDecimal> extra = lexicon.extras.at(tokens, i);
    if (extra != null && extra.meaning().compareTo(BigDecimal.ONE) > 0) {
      return multiples.scaled(
          tokens, Numeral.of(tokens, i, extra.end(), extra.meaning(), Form.PART));
    }
    Phrases.Match<BigDecimal> half = lexicon.alone.at(tokens, i);
    if (half != null) {
      Numeral numeral =
          multiples.scaled(
              tokens,
              Numeral.of(tokens, i, half.end(), Fractions.reciprocal(half.meaning()), Form.PART));
      boolean enough = half.meaning().intValue() == 2 || numeral.end() > half.end();
      return enough ? numeral : null;
    }
    Phrases.Match<String> article = lexicon.particle("article", tokens, i);
    if (article == null || !tokens.joined(article.end())) {
      Phrases.Match<BigDecimal> dozen = lexicon.dozens.at(tokens, i);
      return dozen == null || !lexicon.flag("dozen").equals("alone")
          ? null
          : Numeral.of(tokens, i, dozen.end(), dozen.meaning(), Form.WORDS);
    }
    int next = article.end();
    Run run = cardinals.at(tokens, next, lexicon.manyths);
    Count count = run.count();
    boolean scale = lexicon.scales.at(tokens, next) != null && count != null;
    Numeral part = scale ? fractions.part(tokens, next, run) : null;
    if (part == null) {
      part = fractions.part(tokens, i, new Run(List.of(Count.one(next)), List.of()));
    }
    if (part != null) {
      return multiples.scaled(tokens, Numeral.of(tokens, i, part.end(), part.value(), Form.PART));
    }
    if (scale && count != null) {
      Numeral mixed = fractions.mixed(tokens, i, count);
      Numeral whole = Numeral.of(tokens, i, count.end(), count.value(), Form.WORDS);
      return mixed == null ? multiples.dozens(tokens, whole, count.last()) : mixed;
    }
    Phrases.Match<BigDecimal> dozen = lexicon.dozens.at(tokens, next);
    return dozen == null ? null : Numeral.of(tokens, i, dozen.end(), dozen.meaning(), Form.WORDS);
  }

  /** "one over three", "2 out of 5"; only "over" makes more than one. */
  private @Nullable Numeral ratio(Tokens tokens, Numeral above) {
    Phrases.Match<String> over = lexicon.particle("over", tokens, above.end());
    if (over == null
        || !tokens.joined(above.end())
        || !tokens.joined(over.end())
        || isPriced(tokens, above.from())) {
      return null;
    }
    Count below = cardinals.at(tokens, over.end(), lexicon.manyths).count();
    if (below == null || below.value().signum() == 0 || above.value().scale() > 0) {
      return null;
    }
    boolean whole = tokens.is(above.end(), lexicon.flag("over"));
    if (!whole && above.value().compareTo(below.value()) >= 0) {
      return null;
    }
    return Numeral.of(
        tokens, above.from(), below.end(), above.value().divide(below.value(), EXACT), Form.PART);
  }

  private static boolean isPriced(Tokens tokens, int i) {
    return i > 0
        && Character.getType(tokens.get(i - 1).raw().charAt(0)) == Character.CURRENCY_SYMBOL;
  }

  /** The count alone, where a word after it is no part of the number. */
  @Nullable Numeral count(Tokens tokens, int i) {
    Count count = insideWord(tokens, i) ? null : cardinals.at(tokens, i, lexicon.manyths).count();
    return count == null ? null : whole(tokens, i, count);
  }

  /** The shortest count, without the letter after its digits. */
  @Nullable Numeral first(Tokens tokens, int i) {
    Run run = cardinals.at(tokens, i, lexicon.manyths);
    return run.counts().isEmpty() ? null : whole(tokens, i, run.counts().getFirst());
  }

  /** The ordinal that begins with this token, or null: "21st", "two hundredth". */
  @Nullable Numeral ordinal(Tokens tokens, int i) {
    return insideWord(tokens, i) ? null : ordinals.at(tokens, i);
  }
}
