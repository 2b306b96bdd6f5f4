package dev.tenlines.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers in digits and words: {@code two hundred and 5}, {@code 3 lakh crore}. */
final class Cardinals {

  private final Lexicon lexicon;

  Cardinals(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * A number that may go on.
   *
   * @param end the token after its last
   * @param last the worth of its last word, which a dozen after it multiplies
   * @param scale the last scale from a thousand on, or null
   * @param linked whether an "and" stands before the last word
   */
  record Count(
      int end,
      List<BigDecimal> values,
      BigDecimal last,
      @Nullable BigDecimal scale,
      boolean linked,
      boolean digits) {
    static Count of(int end, BigDecimal value) {
      return new Count(end, List.of(value), value, null, false, false);
    }

    static Count one(int end) {
      return of(end, BigDecimal.ONE);
    }

    BigDecimal value() {
      return values.getFirst();
    }

    boolean endsWithTens() {
      int tens = digits || last.scale() > 0 || last.precision() > 2 ? 0 : last.intValue();
      return tens >= 20 && tens % 10 == 0 && scale == null;
    }
  }

  /**
   * What can be read from a place.
   *
   * @param counts each beginning that is a number, the shortest first
   * @param ordinals each ordinal: some beginning, and an ordinal word after it
   */
  record Run(List<Count> counts, List<Count> ordinals) {
    @Nullable Count count() {
      return counts.isEmpty() ? null : counts.getLast();
    }

    @Nullable Count ordinal() {
      return ordinals.isEmpty() ? null : ordinals.getLast();
    }
  }

  /** Reads as far as the words make one number; with plural ordinals where parts are meant. */
  Run at(Tokens tokens, int from, Phrases<BigDecimal> ordinals) {
    Sum sum = new Sum(lexicon);
    Run run = new Run(new ArrayList<>(), new ArrayList<>());
    int group = 0;
    int hundred = 0;
    int at = from;
    while (at < tokens.size()) {
      int next = at;
      boolean linked = false;
      if (at > from) {
        if (!tokens.joined(at)) {
          break;
        }
        Phrases.Match<String> and = lexicon.particle("and", tokens, at);
        if (and != null && tokens.joined(and.end()) && sum.mayLink(tokens, at)) {
          next = and.end();
          linked = true;
        }
      }
      Phrases.Match<BigDecimal> ordinal = ordinals.at(tokens, next);
      if (ordinal != null && isBorder(tokens, ordinal.end())) {
        BigDecimal value = sum.with(ordinal.meaning(), linked);
        if (value != null) {
          run.ordinals()
              .add(
                  new Count(ordinal.end(), List.of(value), ordinal.meaning(), null, linked, false));
        }
      }
      Sum.Step step = step(tokens, next, at == from, linked, sum);
      if (step == Sum.Step.CONFLICT) {
        while (run.counts().size() > (sum.endedByHundred() ? hundred : group)) {
          run.counts().removeLast();
        }
        break;
      }
      if (step == Sum.Step.STOP) {
        break;
      }
      at = sum.end();
      if (isBorder(tokens, at) || isPart(tokens, at)) {
        run.counts().add(sum.count());
      }
      group = step == Sum.Step.SCALED ? run.counts().size() : group;
      hundred = sum.isHundreds() || step == Sum.Step.SCALED ? run.counts().size() : hundred;
    }
    return run;
  }

  private Sum.Step step(Tokens tokens, int i, boolean first, boolean linked, Sum sum) {
    Token token = tokens.get(i);
    if (token.isDigits()) {
      return sum.digits(token, i + 1) ? Sum.Step.ADDED : Sum.Step.STOP;
    }
    Phrases.Match<Integer> small = lexicon.small.at(tokens, i);
    if (small != null) {
      Phrases.Match<Integer> after =
          tokens.joined(small.end()) ? lexicon.small.at(tokens, small.end()) : null;
      boolean unitAfter = after != null && after.meaning() >= 1 && after.meaning() <= 9;
      return sum.small(small.meaning(), small.end(), linked, unitAfter)
          ? Sum.Step.ADDED
          : Sum.Step.STOP;
    }
    Phrases.Match<BigDecimal> scale = lexicon.scales.at(tokens, i);
    if (scale == null && !first && !linked) {
      scale = lexicon.plurals.at(tokens, i);
    }
    if (scale == null && !first && tokens.get(i - 1).isDigits()) {
      scale = abbreviation(tokens, i);
    }
    return scale == null || first && !isBorderBefore(tokens, i)
        ? Sum.Step.STOP
        : sum.scale(scale.meaning(), scale.end(), linked);
  }

  /** "10k": a letter after digits, with no other letter after it. */
  private Phrases.@Nullable Match<BigDecimal> abbreviation(Tokens tokens, int i) {
    BigDecimal scale = lexicon.shorts.get(tokens.get(i).raw());
    boolean alone = i + 1 >= tokens.size() || !tokens.touches(i + 1) || !isAttached(tokens, i + 1);
    return scale != null && alone && tokens.spaced(i) ? new Phrases.Match<>(i + 1, scale) : null;
  }

  private static boolean isAttached(Tokens tokens, int i) {
    return tokens.get(i).isWord() || tokens.get(i).isDigits();
  }

  /** A number does not end within a word. */
  private static boolean isBorder(Tokens tokens, int i) {
    return i >= tokens.size()
        || !tokens.touches(i)
        || !tokens.get(i).isWord()
        || !tokens.get(i - 1).isWord();
  }

  /** "zweieinhalb" and "driekwart" go on within the word. */
  private boolean isPart(Tokens tokens, int i) {
    return lexicon.isParticle("nths", tokens, i)
        || lexicon.extras.at(tokens, i) != null
        || lexicon.parts.at(tokens, i) != null;
  }

  private static boolean isBorderBefore(Tokens tokens, int i) {
    return i == 0 || isBorder(tokens, i);
  }
}
