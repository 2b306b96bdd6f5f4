package dev.tenlines.figures;

import dev.tenlines.figures.Cardinals.Count;
import dev.tenlines.figures.Numeral.Form;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads ordinals: {@code 21st}, {@code two hundredth}, {@code vigésimo quinto}. */
final class Ordinals {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Lexicon lexicon;
  private final Cardinals cardinals;

  Ordinals(Lexicon lexicon, Cardinals cardinals) {
    this.lexicon = lexicon;
    this.cardinals = cardinals;
  }

  /** The ordinal that begins with this token, or null. */
  @Nullable Numeral at(Tokens tokens, int i) {
    Numeral digits = inDigits(tokens, i);
    if (digits != null) {
      return digits;
    }
    boolean one = lexicon.isParticle("article", tokens, i) && !tokens.touches(i + 1);
    boolean article =
        one
            && tokens.joined(i + 1)
            && lexicon.small.at(tokens, i) == null
            && lexicon.scales.at(tokens, i + 1) != null;
    Count ordinal = cardinals.at(tokens, article ? i + 1 : i, lexicon.ordinals).ordinal();
    if (ordinal == null || isFromEnd(tokens, ordinal.end())) {
      return null;
    }
    boolean after =
        i > 0 && lexicon.isParticle("article", tokens, i - 1) && tokens.joined(i)
            || one && ordinal.end() == i + 2 && !article;
    return after && isShare(ordinal) ? null : chained(tokens, i, ordinal);
  }

  /** "A hundredth" is a part of something. */
  private static boolean isShare(Count ordinal) {
    return ordinal.value().compareTo(HUNDRED) >= 0
        && ordinal.last().compareTo(ordinal.value()) == 0;
  }

  /** "Second to last" counts from the end. */
  private boolean isFromEnd(Tokens tokens, int end) {
    return tokens.joined(end) && lexicon.isParticle("from end", tokens, end);
  }

  private @Nullable Numeral inDigits(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (!token.isDigits() || token.digits().getFirst().scale() > 0 || !tokens.touches(i + 1)) {
      return null;
    }
    Phrases.Match<String> suffix = lexicon.particle("suffix", tokens, i + 1);
    boolean named = tokens.touches(i) && tokens.get(i - 1).isWord();
    return suffix == null
            || named
            || !isSuffix(tokens, i + 1, suffix)
            || isWordAt(tokens, suffix.end())
        ? null
        : Numeral.of(tokens, i, suffix.end(), token.digits().getFirst(), Form.ORDINAL);
  }

  /** A point makes a small number an ordinal where a word follows, or nothing else is said. */
  private static boolean isSuffix(Tokens tokens, int i, Phrases.Match<String> suffix) {
    if (!tokens.is(i, ".")) {
      boolean degree =
          tokens.is(i, "°") && tokens.joined(i + 1) && tokens.get(i + 1).raw().matches("[CFK]");
      return !degree;
    }
    boolean small = tokens.get(i - 1).folded().length() <= 3;
    boolean word = tokens.joined(suffix.end()) && tokens.get(suffix.end()).isWord();
    return small && (word || tokens.size() == 2);
  }

  private static boolean isWordAt(Tokens tokens, int i) {
    return tokens.touches(i) && (tokens.get(i).isWord() || tokens.get(i).isDigits());
  }

  /** "Vigésimo quinto": smaller ordinals after one add to it where a language has them. */
  private Numeral chained(Tokens tokens, int i, Count first) {
    BigDecimal value = first.value();
    BigDecimal last = first.last();
    int end = first.end();
    while (lexicon.flag("ordinals").equals("chained") && tokens.joined(end)) {
      Phrases.Match<BigDecimal> next = lexicon.ordinals.at(tokens, end);
      if (next == null
          || last.compareTo(BigDecimal.TEN) < 0
          || next.meaning().compareTo(last) >= 0) {
        break;
      }
      value = value.add(next.meaning());
      last = next.meaning();
      end = next.end();
    }
    return Numeral.of(tokens, i, end, value, Form.ORDINAL);
  }
}
