package dev.tenlines.figures;

import dev.tenlines.figures.Cardinals.Count;
import dev.tenlines.figures.Cardinals.Run;
import dev.tenlines.figures.Numeral.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads parts of numbers: {@code two thirds}, {@code 3/4}, {@code two and a half}. */
final class Fractions {
  private static final MathContext EXACT = MathContext.DECIMAL64;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final Lexicon lexicon;
  private final Cardinals cardinals;
  private final Multiples multiples;

  Fractions(Lexicon lexicon, Cardinals cardinals, Multiples multiples) {
    this.lexicon = lexicon;
    this.cardinals = cardinals;
    this.multiples = multiples;
  }

  /** "two thirds", "one twenty-fifth", "3/4"; null where no part follows a count. */
  @Nullable Numeral part(Tokens tokens, int i, Run run) {
    for (int k = run.counts().size() - 1; k >= 0; k--) {
      Count above = run.counts().get(k);
      Count below = below(tokens, above);
      if (below == null) {
        continue;
      }
      if (k > 0 && above.endsWithTens() && !above.linked() && tokens.joined(above.end())) {
        // "one hundred thirty fifths" are a hundred thirty-fifths, "twenty fifths" are four.
        Count shorter = run.counts().get(k - 1);
        Count longer = below(tokens, shorter);
        if (longer != null && longer.end() == below.end() && lexicon.flag("parts").isEmpty()) {
          above = shorter;
          below = longer;
        }
      }
      BigDecimal value = above.value().divide(below.value(), EXACT);
      return Numeral.of(tokens, i, below.end(), value, Form.PART);
    }
    return null;
  }

  /** What the count is divided by: "thirds", "quarters", after one also "third". */
  private @Nullable Count below(Tokens tokens, Count above) {
    int at = above.end();
    if (!tokens.joined(at)) {
      return slash(tokens, above);
    }
    Phrases.Match<BigDecimal> part = lexicon.parts.at(tokens, at);
    Count named = part == null ? null : Count.of(part.end(), part.meaning());
    Count many = cardinals.at(tokens, at, lexicon.manyths).ordinal();
    Count single = null;
    if (above.value().compareTo(BigDecimal.ONE) == 0 || lexicon.flag("parts").equals("ordinals")) {
      single = cardinals.at(tokens, at, lexicon.ordinals).ordinal();
    }
    Count best = named;
    for (Count other : new @Nullable Count[] {many, single, nths(tokens, at)}) {
      if (other != null
          && other.value().compareTo(BigDecimal.TWO) > 0
          && (best == null || other.end() > best.end())) {
        best = other;
      }
    }
    return best == null ? slash(tokens, above) : best;
  }

  /** "veintiunavos": a number and an ending. */
  private @Nullable Count nths(Tokens tokens, int at) {
    Count count = lexicon.has("nths") ? cardinals.at(tokens, at, lexicon.manyths).count() : null;
    Phrases.Match<String> ending =
        count == null || !tokens.touches(count.end())
            ? null
            : lexicon.particle("nths", tokens, count.end());
    return ending == null || count == null ? null : Count.of(ending.end(), count.value());
  }

  /** "3/4", but not "3/4/2020". */
  private static @Nullable Count slash(Tokens tokens, Count above) {
    int at = above.end();
    boolean stands =
        above.digits()
            && tokens.is(at, "/")
            && tokens.touches(at)
            && tokens.touches(at + 1)
            && tokens.get(at + 1).isDigits()
            && !(tokens.is(at + 2, "/") && tokens.touches(at + 2))
            && !(tokens.is(at - 2, "/") && tokens.touches(at - 1))
            && !isChained(tokens, at - 1);
    if (!stands) {
      return null;
    }
    BigDecimal below = tokens.get(at + 1).digits().getFirst();
    return below.signum() == 0 || below.scale() > 0 || above.value().scale() > 0
        ? null
        : Count.of(at + 2, below);
  }

  /** The 22 of "1-22/3" begins no fraction. */
  private static boolean isChained(Tokens tokens, int i) {
    int dash = tokens.get(i).start() - 1;
    return dash > 0
        && tokens.text().charAt(dash) == '-'
        && Character.isLetterOrDigit(tokens.text().charAt(dash - 1));
  }

  /** "two and a half", "2 1/4", "three million and a quarter", "zweieinhalb". */
  @Nullable Numeral mixed(Tokens tokens, int i, Count whole) {
    int at = whole.end();
    if (!tokens.joined(at)) {
      return null;
    }
    Phrases.Match<BigDecimal> extra = lexicon.extras.at(tokens, at);
    if (extra != null && extra.meaning().compareTo(BigDecimal.ONE) < 0) {
      return multiples.scaled(
          tokens,
          Numeral.of(tokens, i, extra.end(), whole.value().add(extra.meaning()), Form.PART));
    }
    Phrases.Match<String> and = lexicon.particle("and", tokens, at);
    and = and == null ? lexicon.particle("mix", tokens, at) : and;
    int next = and == null ? at : and.end();
    Numeral part = next < tokens.size() && tokens.joined(next) ? proper(tokens, next) : null;
    if (part == null || and == null && !(whole.digits() && tokens.get(next).isDigits())) {
      return null;
    }
    return sum(tokens, i, whole, part);
  }

  /** "Five and a half million" are 5.5 million, "three million and a half" are 3.5 million. */
  private Numeral sum(Tokens tokens, int i, Count whole, Numeral part) {
    BigDecimal scale = whole.scale();
    Numeral scaled = multiples.ofMillions(tokens, part);
    boolean follows = scaled.end() > part.end();
    if (scale == null && follows) {
      Numeral both = Numeral.of(tokens, i, part.end(), whole.value().add(part.value()), Form.PART);
      return multiples.ofMillions(tokens, both);
    }
    BigDecimal more =
        follows || scale == null || scale.compareTo(THOUSAND) < 0
            ? scaled.value()
            : part.value().multiply(scale);
    return Numeral.of(tokens, i, scaled.end(), whole.value().add(more), Form.PART);
  }

  /** A fraction below one that can follow "and". */
  private @Nullable Numeral proper(Tokens tokens, int i) {
    Run run = cardinals.at(tokens, i, lexicon.manyths);
    Numeral part = part(tokens, i, run);
    if (part == null && run.count() == null) {
      Phrases.Match<String> article = lexicon.particle("article", tokens, i);
      Phrases.Match<BigDecimal> half = lexicon.alone.at(tokens, i);
      part =
          half != null
              ? Numeral.of(tokens, i, half.end(), reciprocal(half.meaning()), Form.PART)
              : article == null
                  ? null
                  : part(tokens, i, new Run(List.of(Count.one(article.end())), List.of()));
    }
    return part == null || part.value().compareTo(BigDecimal.ONE) >= 0 ? null : part;
  }

  static BigDecimal reciprocal(BigDecimal value) {
    return BigDecimal.ONE.divide(value, EXACT);
  }
}
