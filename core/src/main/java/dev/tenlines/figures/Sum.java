package dev.tenlines.figures;

import dev.tenlines.figures.Cardinals.Count;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole number as far as it was read. */
final class Sum {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_DIGITS = 60;
  private static final int MOST_GROUPS = 12;

  private final Lexicon lexicon;
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

  Sum(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** What a word did to the number. */
  enum Step {
    /** It is not part of it. */
    STOP,
    /** It belongs to a number that began with the last words: two numbers stand here. */
    CONFLICT,
    ADDED,
    SCALED
  }

  /** A part of the number that a scale counts. */
  private record Group(BigDecimal value, BigDecimal scale) {}

  int end() {
    return end;
  }

  boolean isHundreds() {
    return hundreds;
  }

  boolean endedByHundred() {
    return byHundred;
  }

  Count count() {
    BigDecimal value = total().add(part == null ? BigDecimal.ZERO : part);
    boolean wordsToo = alone.isEmpty();
    return new Count(
        end,
        wordsToo ? List.of(value) : alone,
        last,
        part == null ? scale : null,
        linked,
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
            : hundreds ? value.compareTo(HUNDRED) < 0 && value.signum() > 0 : linked(value);
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
    return !digits
        && isTens()
        && value.signum() > 0
        && value.compareTo(BigDecimal.TEN) < 0
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
        groups.isEmpty()
            && part != null
            && isUnit()
            && value >= 20
            && unitAfter
            && !and
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
    if (same
        || huge
        || grown && part != null && linkedGroup
        || part == null && !grown && keep > 0) {
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
    Sum sum = new Sum(lexicon);
    sum.groups.addAll(groups);
    sum.part = part;
    sum.scale = scale;
    sum.last = last;
    sum.hundreds = hundreds;
    sum.digits = digits;
    boolean fits =
        ordinal.compareTo(HUNDRED) >= 0
            ? sum.scale(ordinal, 0, and) != Step.CONFLICT && sum.last.compareTo(ordinal) == 0
            : !(digits && part != null) && sum.small(ordinal.intValue(), 0, and, false);
    return fits ? sum.count().value() : null;
  }
}
