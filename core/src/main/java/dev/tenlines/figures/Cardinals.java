package dev.tenlines.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers in digits and words: {@code two hundred and 5}, {@code 3 lakh crore}. */
final class Cardinals {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_DIGITS = 60;
  private static final int MOST_GROUPS = 12;

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
      int end, List<BigDecimal> values, BigDecimal last, @Nullable BigDecimal scale,
      boolean linked, boolean digits) {
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
    Sum sum = new Sum();
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
          run.ordinals().add(
              new Count(ordinal.end(), List.of(value), ordinal.meaning(), null, linked, false));
        }
      }
      Step step = step(tokens, next, at == from, linked, sum);
      if (step == Step.CONFLICT) {
        while (run.counts().size() > (sum.byHundred ? hundred : group)) {
          run.counts().removeLast();
        }
        break;
      }
      if (step == Step.STOP) {
        break;
      }
      at = sum.end;
      if (isBorder(tokens, at) || isPart(tokens, at)) {
        run.counts().add(sum.count());
      }
      group = step == Step.SCALED ? run.counts().size() : group;
      hundred = sum.hundreds || step == Step.SCALED ? run.counts().size() : hundred;
    }
    return run;
  }

  /** A part of the number that a scale counts. */
  private record Group(BigDecimal value, BigDecimal scale) {}

  private enum Step {
    STOP,
    CONFLICT,
    ADDED,
    SCALED
  }

  private Step step(Tokens tokens, int i, boolean first, boolean linked, Sum sum) {
    Token token = tokens.get(i);
    if (token.isDigits()) {
      return sum.digits(token, i + 1) ? Step.ADDED : Step.STOP;
    }
    Phrases.Match<Integer> small = lexicon.small.at(tokens, i);
    if (small != null) {
      Phrases.Match<Integer> after =
          tokens.joined(small.end()) ? lexicon.small.at(tokens, small.end()) : null;
      boolean unitAfter = after != null && after.meaning() >= 1 && after.meaning() <= 9;
      return sum.small(small.meaning(), small.end(), linked, unitAfter) ? Step.ADDED : Step.STOP;
    }
    Phrases.Match<BigDecimal> scale = lexicon.scales.at(tokens, i);
    if (scale == null && !first && !linked) {
      scale = lexicon.plurals.at(tokens, i);
    }
    if (scale == null && !first && tokens.get(i - 1).isDigits()) {
      scale = abbreviation(tokens, i);
    }
    return scale == null || first && !isBorderBefore(tokens, i)
        ? Step.STOP
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
    return lexicon.isParticle("nths", tokens, i) || lexicon.extras.at(tokens, i) != null || lexicon.parts.at(tokens, i) != null;
  }

  private static boolean isBorderBefore(Tokens tokens, int i) {
    return i == 0 || isBorder(tokens, i);
  }

  /** The number so far. */
  private final class Sum {
    private final List<Group> groups = new ArrayList<>();
    private @Nullable BigDecimal part;
    private @Nullable BigDecimal scale;
    private BigDecimal last = BigDecimal.ZERO;
    private List<BigDecimal> alone = List.of();
    private boolean hundreds;
    private boolean digits;
    private boolean byHundred;
    private boolean linked;
    private boolean linkedGroup;
    private int end;

    private BigDecimal total() {
      return groups.stream().map(Group::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Count count() {
      BigDecimal value = total().add(part == null ? BigDecimal.ZERO : part);
      boolean wordsToo = alone.isEmpty();
      return new Count(
          end, wordsToo ? List.of(value) : alone, last, part == null ? scale : null, linked,
          !wordsToo);
    }

    /** Whether an "and" may follow: "two hundred and five", "treinta y tres". */
    boolean mayLink(Tokens tokens, int at) {
      String where = lexicon.flag("and");
      boolean afterScale = part == null || hundreds;
      if (afterScale && where.contains("scale")) {
        return true;
      }
      boolean word = !tokens.get(at - 1).isDigits();
      return word && (where.contains("tens") && isTens() || where.contains("units") && isUnit());
    }

    private boolean isTens() {
      return last.compareTo(BigDecimal.TEN) > 0
          && last.compareTo(HUNDRED) < 0
          && last.remainder(BigDecimal.TEN).signum() == 0;
    }

    private boolean isUnit() {
      return !hundreds && last.signum() > 0 && last.compareTo(BigDecimal.TEN) < 0;
    }

    boolean digits(Token token, int tokenEnd) {
      BigDecimal value = token.digits().getFirst();
      boolean fits =
          part == null
              ? scale == null || value.compareTo(scale) < 0 && value.signum() > 0
              : hundreds ? value.compareTo(HUNDRED) < 0 && value.signum() > 0
                  : linked(value);
      if (!fits) {
        return false;
      }
      boolean first = part == null && scale == null;
      add(value, tokenEnd, false);
      alone = first ? token.digits() : List.of();
      digits = true;
      return true;
    }

    /** "treinta y 3". */
    private boolean linked(BigDecimal value) {
      return !digits && isTens() && value.signum() > 0 && value.compareTo(BigDecimal.TEN) < 0
          && lexicon.flag("and").contains("tens");
    }

    boolean small(int value, int phraseEnd, boolean and, boolean unitAfter) {
      if (digits && part != null) {
        return false;
      }
      int before = last.intValue();
      boolean fits =
          part == null
              ? !and || value > 0
              : hundreds && value < 100 && value > 0
                  || isTens() && value >= 1 && value <= 9
                  || lexicon.vigesimal.contains(before) && value >= 10 && value <= 19
                  || and && isUnit() && value >= 20 && value % 10 == 0;
      if (fits) {
        add(BigDecimal.valueOf(value), phraseEnd, and);
        hundreds = value >= 100;
        return true;
      }
      boolean pairs =
          groups.isEmpty() && part != null && isUnit() && value >= 20 && unitAfter && !and
              && lexicon.flag("pairs").equals("yes");
      if (pairs && part != null) {
        part = part.multiply(HUNDRED);
        add(BigDecimal.valueOf(value), phraseEnd, false);
      }
      return pairs;
    }

    private void add(BigDecimal value, int phraseEnd, boolean and) {
      part = part == null ? value : part.add(value);
      last = value;
      hundreds = false;
      linked = and;
      linkedGroup |= and;
      end = phraseEnd;
      alone = List.of();
    }

    Step scale(BigDecimal by, int phraseEnd, boolean and) {
      if (groups.size() > MOST_GROUPS) {
        return Step.STOP;
      }
      boolean hundred = by.compareTo(HUNDRED) == 0;
      byHundred = hundred;
      if (hundred && part != null && (hundreds || part.compareTo(HUNDRED) > 0 && alone.isEmpty())) {
        return Step.CONFLICT;
      }
      if (hundred) {
        part = part == null ? by : part.multiply(by);
      } else {
        Step step = group(by);
        if (step != Step.SCALED) {
          return step;
        }
      }
      hundreds = hundred;
      digits = false;
      last = by;
      linked = and;
      end = phraseEnd;
      alone = List.of();
      return hundred ? Step.ADDED : Step.SCALED;
    }

    /** "455 thousand 228 million": what is smaller before the scale counts it. */
    private Step group(BigDecimal by) {
      BigDecimal count = part == null ? BigDecimal.ZERO : part;
      int keep = groups.size();
      while (keep > 0 && groups.get(keep - 1).scale().compareTo(by) < 0) {
        keep--;
        count = count.add(groups.get(keep).value());
      }
      boolean grown = keep < groups.size();
      boolean same = keep > 0 && groups.get(keep - 1).scale().compareTo(by) == 0;
      boolean huge = count.precision() - count.scale() > MOST_DIGITS;
      if (same || huge || grown && part != null && linkedGroup || part == null && !grown && keep > 0) {
        return part == null ? Step.STOP : Step.CONFLICT;
      }
      groups.subList(keep, groups.size()).clear();
      groups.add(new Group((count.signum() == 0 ? BigDecimal.ONE : count).multiply(by), by));
      part = null;
      scale = by;
      linkedGroup = false;
      return Step.SCALED;
    }

    /** The number with an ordinal word at its end, or null where it cannot stand. */
    @Nullable BigDecimal with(BigDecimal ordinal, boolean and) {
      Sum sum = new Sum();
      sum.groups.addAll(groups);
      sum.part = part;
      sum.scale = scale;
      sum.last = last;
      sum.hundreds = hundreds;
      sum.digits = digits;
      boolean fits =
          ordinal.compareTo(HUNDRED) >= 0
              ? sum.scale(ordinal, 0, and) != Step.CONFLICT && sum.last.equals(ordinal)
              : !(digits && part != null) && sum.small(ordinal.intValue(), 0, and, false);
      return fits ? sum.count().value() : null;
    }
  }
}
